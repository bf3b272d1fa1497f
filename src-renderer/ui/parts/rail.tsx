import { session } from "../../flows/current-case.ts";
import { lettersWaiting } from "../../flows/found-dates.ts";
import { closeCase } from "../../flows/open-case.ts";
import { useStore } from "../../flows/store.ts";
import { lockAtOnce } from "../lock-at-once.ts";
import { go, place, type ScreenName } from "../place.ts";
import { newWords, screenNames, words } from "../words/common.ts";
import { inboxWords } from "../words/letters.ts";
import { searchWords } from "../words/search.ts";
import { lockWords } from "../words/vault.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

const inCase: readonly ScreenName[] = ["overview", "inbox", "timeline", "calls", "costs", "complaint", "pack"];

/** The way round a case file, with what waits in the inbox; Folio's own settings at the foot. */
export function Rail({ onNew, onSearch }: { readonly onNew: () => void; readonly onSearch: () => void }) {
  const { kept } = useStore(session);
  const waiting = kept === null ? 0 : lettersWaiting(kept.file).length;
  return (
    <header className="rail">
      <p className="brand">
        <Icon name="folio" size={24} />
        {words.folio}
      </p>
      <p className="case-name">
        {kept?.file.sample === true ? (
          <span className="tag amber">{words.sample}</span>
        ) : (
          <span title={kept?.file.name}>{kept?.file.name}</span>
        )}
      </p>
      <div className="rail-new">
        <Button small icon="add" edits onPress={onNew}>
          {newWords.open}
        </Button>
        <Button small icon="search" onPress={onSearch}>
          {searchWords.open}
        </Button>
      </div>
      <nav aria-label={words.rail}>
        <ul>
          {inCase.map((screen) => (
            <li key={screen}>
              <RailLink screen={screen} waiting={screen === "inbox" ? waiting : 0} />
            </li>
          ))}
        </ul>
      </nav>
      <nav className="foot" aria-label={words.railFoot}>
        <ul>
          <li>
            <button type="button" className="rail-link" aria-label={lockWords.lockLong} onClick={lockAtOnce}>
              <Icon name="lock" />
              {lockWords.lock}
            </button>
          </li>
          <li>
            <RailLink screen="settings" waiting={0} />
          </li>
          <li>
            <button type="button" className="rail-link" onClick={leave}>
              <Icon name="back" />
              {kept?.file.sample === true ? words.leaveSample : words.leaveCase}
            </button>
          </li>
        </ul>
      </nav>
    </header>
  );
}

/** To the list of case files, whatever screen was open. */
function leave(): void {
  go("overview");
  void closeCase();
}

function RailLink({ screen, waiting }: { readonly screen: ScreenName; readonly waiting: number }) {
  const now = useStore(place);
  const isHere = now.screen === screen || (now.screen === "reader" && now.from === screen);
  return (
    <button type="button" className="rail-link" aria-current={isHere ? "page" : undefined} onClick={() => go(screen)}>
      <Icon name={screen} />
      {screenNames[screen]}
      {waiting === 0 ? null : (
        <span className="count">
          {waiting}
          <span className="only-heard"> {inboxWords.lettersToCheck}</span>
        </span>
      )}
    </button>
  );
}
