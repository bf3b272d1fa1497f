import { type FormEvent, useState } from "react";
import { say } from "../../../flows/current-case.ts";
import { changeAllKeys, keyChange } from "../../../flows/keys.ts";
import { useStore } from "../../../flows/store.ts";
import { vaultFacts } from "../../../flows/vault.ts";
import { sayLeft } from "../../say.ts";
import { lockingWords } from "../../words/settings.ts";
import { Button } from "../button.tsx";
import { FailedNotice } from "../failed.tsx";
import { focusFirstWrong } from "../first-wrong.ts";
import { isUsable, NewPassphrase, noPassphrase } from "../new-passphrase.tsx";
import { Notice } from "../notice.tsx";
import { isWrongPassphrase, PresentPassphrase } from "../present-passphrase.tsx";
import { useWork } from "../use-work.ts";
import { Opens } from "./opens.tsx";

/** Every key anew: for when a computer or a backup disk was lost and somebody may know the passphrase. */
export function AllKeys() {
  const { keyChangeUnderWay } = useStore(vaultFacts);
  return (
    <Opens
      id="all-keys"
      title={lockingWords.allTitle}
      text={
        <>
          <p>{lockingWords.allText}</p>
          {keyChangeUnderWay ? <Notice tone="amber" what={lockingWords.allUnfinished} /> : null}
        </>
      }
      act={keyChangeUnderWay ? lockingWords.allGoOn : lockingWords.allAct}
    >
      {(close) => <AllKeysForm onDone={close} />}
    </Opens>
  );
}

function AllKeysForm({ onDone }: { readonly onDone: () => void }) {
  const [present, setPresent] = useState("");
  const [next, setNext] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const work = useWork();
  const change = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (present === "" || !isUsable(next)) return focusFirstWrong(event.currentTarget);
    work.start(async () => {
      const outcome = await changeAllKeys(present, next.first);
      // Said here, not once it is done: the new sheet has taken this form's place by then.
      if (outcome.ok) say(lockingWords.allDone);
      return outcome;
    }, onDone);
  };
  return (
    <form className="stack" onSubmit={change} autoComplete="off">
      <p className="small soft">{lockingWords.allBeyond}</p>
      <PresentPassphrase value={present} onType={setPresent} isTried={isTried} work={work} />
      <NewPassphrase typed={next} onType={setNext} isTried={isTried} label={lockingWords.next} />
      <FailedNotice failed={isWrongPassphrase(work) ? null : work.failed} />
      <Progress />
      <div>
        <Button kind="first" type="submit" disabled={work.isBusy}>
          {work.isBusy ? lockingWords.allWorking : lockingWords.allAct}
        </Button>
      </div>
    </form>
  );
}

function Progress() {
  const now = useStore(keyChange);
  if (now === null) return null;
  const { done, of, startedAt } = now;
  return (
    <div className="progress">
      <progress aria-label={lockingWords.allWorking} value={of === 0 ? undefined : done} max={of === 0 ? 1 : of} />
      <p className="small soft">
        {of === 0 ? lockingWords.allWorking : lockingWords.allProgress(done, of)}{" "}
        {of === 0 ? "" : sayLeft(Date.now() - startedAt, done, of)}
      </p>
    </div>
  );
}
