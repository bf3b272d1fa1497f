import { type FormEvent, useState } from "react";
import { say } from "../../../flows/current-case.ts";
import { makeNewRecoveryWords } from "../../../flows/keys.ts";
import { checkWholeSheet, recoveryCheck } from "../../../flows/recovery-sheet.ts";
import { useStore } from "../../../flows/store.ts";
import { lockingWords } from "../../words/settings.ts";
import { sheetWords } from "../../words/vault.ts";
import { Button } from "../button.tsx";
import { CheckWords } from "../check-words.tsx";
import { FailedNotice } from "../failed.tsx";
import { focusFirstWrong } from "../first-wrong.ts";
import { isWrongPassphrase, PresentPassphrase } from "../present-passphrase.tsx";
import { RecoveryWordsField, wrongWords } from "../recovery-words-field.tsx";
import { useWork } from "../use-work.ts";
import { Opens } from "./opens.tsx";

/** The recovery sheet: whether it was checked, checking it, and making a new one. */
export function SheetSettings() {
  const check = useStore(recoveryCheck);
  return (
    <>
      {check.kind === "waiting" ? (
        <Opens
          id="check-sheet"
          title={sheetWords.remindTitle}
          text={
            <>
              <p>{sheetWords.remindText}</p>
              <p className="small soft">{sheetWords.remindNone}</p>
            </>
          }
          act={sheetWords.remindCheck}
        >
          {(close) =>
            check.asked === null ? (
              <WholeSheet onDone={close} />
            ) : (
              <CheckWords asked={check.asked} leaveWords={sheetWords.remindLeave} onLeave={close} />
            )
          }
        </Opens>
      ) : null}
      <Opens
        id="new-sheet"
        title={lockingWords.sheetTitle}
        text={<p>{lockingWords.sheetText}</p>}
        act={lockingWords.sheetAct}
      >
        {() => <NewSheet />}
      </Opens>
    </>
  );
}

/** Where it isn't known any more which three were to be asked for, the sheet is typed whole. */
function WholeSheet({ onDone }: { readonly onDone: () => void }) {
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const work = useWork();
  const wrong = wrongWords(typed);
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (wrong !== "") return focusFirstWrong(event.currentTarget);
    work.start(
      () => checkWholeSheet(typed),
      () => {
        say(sheetWords.checked);
        onDone();
      },
    );
  };
  return (
    <form className="stack" onSubmit={check} autoComplete="off">
      <RecoveryWordsField value={typed} wrong={isTried ? wrong : ""} onChange={setTyped} />
      <FailedNotice failed={work.failed} />
      <div>
        <Button kind="first" type="submit" disabled={work.isBusy}>
          {sheetWords.check}
        </Button>
      </div>
    </form>
  );
}

/** New words are shown on a screen of their own, as the first ones were. */
function NewSheet() {
  const [present, setPresent] = useState("");
  const [isTried, setTried] = useState(false);
  const work = useWork();
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (present === "") return focusFirstWrong(event.currentTarget);
    work.start(() => makeNewRecoveryWords(present));
  };
  return (
    <form className="stack" onSubmit={make} autoComplete="off">
      <p>{lockingWords.sheetOldDies}</p>
      <PresentPassphrase value={present} onType={setPresent} isTried={isTried} work={work} />
      <FailedNotice failed={isWrongPassphrase(work) ? null : work.failed} />
      <div>
        <Button kind="first" type="submit" disabled={work.isBusy}>
          {work.isBusy ? lockingWords.working : lockingWords.sheetAct}
        </Button>
      </div>
    </form>
  );
}
