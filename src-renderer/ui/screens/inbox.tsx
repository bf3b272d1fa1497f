import { sayDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { isUnderWay, readings } from "../../flows/add-letters.ts";
import { session } from "../../flows/current-case.ts";
import { letterDate, lettersWaiting, waitingCount } from "../../flows/found-dates.ts";
import { letterWarnings } from "../../flows/letter-warnings.ts";
import { useStore } from "../../flows/store.ts";
import { AddButton } from "../parts/add-button.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { JoinPictures } from "../parts/join-pictures.tsx";
import { KeptTwice } from "../parts/kept-twice.tsx";
import { ReadingList } from "../parts/reading-list.tsx";
import { SameFiles } from "../parts/same-files.tsx";
import { ScreenHead } from "../parts/screen-head.tsx";
import { Thumbnail } from "../parts/thumbnail.tsx";
import { openLetter } from "../place.ts";
import { sayProblemCode, titleAlone } from "../say.ts";
import { screenNames, senderWords, words } from "../words/common.ts";
import { pageWords, referenceWords } from "../words/kept-twice.ts";
import { inboxWords } from "../words/letters.ts";

/** Letters come in here: being read, then in a list that says what waits to be checked. */
export function Inbox() {
  const file = useStore(session).kept?.file;
  const exhibits = file?.exhibits ?? [];
  const isBusy = useStore(readings).some(isUnderWay);
  const first = file === undefined ? undefined : lettersWaiting(file)[0];
  return (
    <div className="screen">
      <ScreenHead title={screenNames.inbox} lede={inboxWords.lede}>
        {first === undefined ? null : (
          <Button icon="tick" onPress={() => openLetter(first.id)}>
            {inboxWords.checkNext}
          </Button>
        )}
        {exhibits.length === 0 && !isBusy ? null : <AddButton />}
      </ScreenHead>
      <JoinPictures />
      <SameFiles />
      <ReadingList />
      {file === undefined ? null : <KeptTwice file={file} />}
      {file === undefined || exhibits.length === 0 ? isBusy ? null : <NoLetters /> : <Letters file={file} />}
    </div>
  );
}

function NoLetters() {
  return (
    <div className="empty drop-here">
      <Icon name="inbox" size={32} />
      <h2>{inboxWords.emptyTitle}</h2>
      <p>{inboxWords.emptyText}</p>
      <AddButton />
      <p className="small">{inboxWords.addHint}</p>
    </div>
  );
}

function Letters({ file }: { readonly file: CaseFile }) {
  return (
    <section className="stack tight" aria-label={inboxWords.listTitle}>
      <ul className="letters">
        {file.exhibits.map((exhibit) => (
          <li key={exhibit.id}>
            <LetterRow exhibit={exhibit} file={file} />
          </li>
        ))}
      </ul>
      <p className="hint">{inboxWords.addHint}</p>
    </section>
  );
}

function LetterRow({ exhibit, file }: { readonly exhibit: Exhibit; readonly file: CaseFile }) {
  const dated = letterDate(exhibit);
  const { otherReference, pages } = letterWarnings(file, exhibit);
  return (
    <button
      type="button"
      className={exhibit.withdrawn ? "letter withdrawn" : "letter"}
      onClick={() => openLetter(exhibit.id)}
    >
      <Thumbnail exhibit={exhibit} />
      <span className="letter-main">
        <span className="strong">{titleAlone(exhibit)}</span>
        <span className="soft small">
          {inboxWords.exhibitLine(exhibit.number, senderWords[exhibit.letter.sender], exhibit.pages.length)}
        </span>
        {exhibit.problems[0] === undefined ? null : (
          <span className="small problem">{sayProblemCode(exhibit.problems[0]).what}</span>
        )}
        {otherReference === null ? null : <span className="small problem">{referenceWords.short}</span>}
        {pages === null ? null : <span className="small problem">{pageWords.short(pages)}</span>}
      </span>
      <span className="letter-date">
        {dated === null ? (
          <span className="soft">{words.noYear}</span>
        ) : (
          <span className={dated.confirmed ? "" : "unchecked"}>{sayDay(dated.day)}</span>
        )}
      </span>
      <span className="letter-state">
        <LetterState exhibit={exhibit} />
      </span>
    </button>
  );
}

function LetterState({ exhibit }: { readonly exhibit: Exhibit }) {
  const waiting = waitingCount(exhibit);
  if (exhibit.withdrawn) return <span className="tag">{inboxWords.withdrawn}</span>;
  if (exhibit.letter.mentions.length === 0) return <span className="tag">{inboxWords.noDates}</span>;
  if (waiting > 0) return <span className="tag amber">{inboxWords.toCheck(waiting)}</span>;
  return (
    <span className="tag teal">
      <Icon name="tick" size={16} />
      {inboxWords.allChecked}
    </span>
  );
}
