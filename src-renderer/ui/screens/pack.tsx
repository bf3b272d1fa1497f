import type { CaseFile } from "#core/model/case-file.ts";
import { recipients } from "#core/pack/order.ts";
import { session } from "../../flows/current-case.ts";
import { withdrawExhibit } from "../../flows/keep-entries.ts";
import { orderPack, packState, packWish, savedPacks, stopPack } from "../../flows/pack-order.ts";
import { useStore } from "../../flows/store.ts";
import { Button } from "../parts/button.tsx";
import { Check, ChoiceField, TextField } from "../parts/fields.tsx";
import { Icon } from "../parts/icon.tsx";
import { Notice } from "../parts/notice.tsx";
import { PackGaps } from "../parts/pack-gaps.tsx";
import { PackProgress } from "../parts/pack-progress.tsx";
import { PackReady } from "../parts/pack-ready.tsx";
import { ScreenHead } from "../parts/screen-head.tsx";
import { go } from "../place.ts";
import { sayProblemCode } from "../say.ts";
import { screenNames } from "../words/common.ts";
import { packWords, recipientWords } from "../words/pack.ts";

/** From a case file to one PDF: for whom, what goes in, what must not; then the real pages, and saving. */
export function Pack() {
  const file = useStore(session).kept?.file;
  if (file === undefined) return null;
  return (
    <div className="screen pack">
      <ScreenHead title={screenNames.pack} lede={packWords.lede} />
      {file.exhibits.length === 0 ? <NothingToPack /> : <PackWork file={file} />}
    </div>
  );
}

function NothingToPack() {
  return (
    <div className="empty">
      <Icon name="pack" size={32} />
      <h2>{packWords.emptyTitle}</h2>
      <p>{packWords.emptyText}</p>
      <Button kind="first" onPress={() => go("inbox")}>
        {packWords.addLetters}
      </Button>
    </div>
  );
}

function PackWork({ file }: { readonly file: CaseFile }) {
  const state = useStore(packState);
  return (
    <>
      <Wish file={file} />
      {state.kind === "making" ? <PackProgress state={state} onStop={stopPack} /> : null}
      {state.kind === "stopped" ? <Notice role="status" what={packWords.cancelled} /> : null}
      {state.kind === "refused" ? (
        <Notice tone="red" role="alert" what={sayProblemCode(state.code).what}>
          <p>{sayProblemCode(state.code).next}</p>
          <ul>
            {state.where.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {state.kind === "ready" ? <PackReady state={state} file={file} /> : null}
      <Saved />
    </>
  );
}

function Wish({ file }: { readonly file: CaseFile }) {
  const wish = useStore(packWish);
  const state = useStore(packState);
  return (
    <div className="card stack wide">
      <ChoiceField
        legend={packWords.forWhom}
        hint={recipientWords[wish.recipient].hint}
        value={wish.recipient}
        options={recipients.map((one) => [one, recipientWords[one].name] as const)}
        onChange={(recipient) => packWish.set({ ...wish, recipient })}
      />
      <Exhibits file={file} />
      <TextField
        label={packWords.forbidTitle}
        hint={packWords.forbidHint}
        lines={3}
        value={wish.forbid}
        onChange={(forbid) => packWish.set({ ...wish, forbid })}
      />
      <PackGaps file={file} recipient={wish.recipient} />
      <div>
        <Button
          kind={state.kind === "ready" ? "plain" : "first"}
          icon="pack"
          disabled={state.kind === "making"}
          onPress={() => void orderPack()}
        >
          {state.kind === "ready" ? packWords.makeAgain : packWords.make}
        </Button>
      </div>
    </div>
  );
}

function Exhibits({ file }: { readonly file: CaseFile }) {
  const included = file.exhibits.filter((exhibit) => !exhibit.withdrawn).length;
  return (
    <fieldset className="stack tight">
      <legend>{packWords.inside}</legend>
      <p className="hint">{packWords.insideHint}</p>
      <p className="small strong">{packWords.exhibits(included, file.exhibits.length)}</p>
      <ul className="include-list">
        {file.exhibits.map((exhibit) => (
          <li key={exhibit.id}>
            <Check
              label={packWords.include(exhibit.number, exhibit.title)}
              checked={!exhibit.withdrawn}
              onChange={(isIn) =>
                void withdrawExhibit(
                  exhibit,
                  !isIn,
                  isIn ? packWords.taken(exhibit.number) : packWords.left(exhibit.number),
                )
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Saved() {
  const saved = useStore(savedPacks);
  if (saved.length === 0) return null;
  return (
    <section className="card stack tight" aria-labelledby="saved-title">
      <h2 id="saved-title">{packWords.savedTitle}</h2>
      <ul className="stack tight">
        {saved.map((one) => (
          <li key={one.id}>
            <p>{packWords.savedLine(recipientWords[one.recipient].name, one.pageCount)}</p>
            <p className="soft small">{packWords.saved(one.where)}</p>
          </li>
        ))}
      </ul>
      <Notice tone="amber" what={packWords.notLocked} />
    </section>
  );
}
