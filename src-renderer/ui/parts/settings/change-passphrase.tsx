import { type FormEvent, useState } from "react";
import { say } from "../../../flows/current-case.ts";
import { changePassphrase } from "../../../flows/keys.ts";
import { lockingWords } from "../../words/settings.ts";
import { Button } from "../button.tsx";
import { FailedNotice } from "../failed.tsx";
import { focusFirstWrong } from "../first-wrong.ts";
import { isUsable, NewPassphrase, noPassphrase } from "../new-passphrase.tsx";
import { isWrongPassphrase, PresentPassphrase } from "../present-passphrase.tsx";
import { useWork } from "../use-work.ts";
import { Opens } from "./opens.tsx";

/** Another passphrase: the one in use is asked for, so that nobody who passes by can change it. */
export function ChangePassphrase() {
  return (
    <Opens
      id="passphrase"
      title={lockingWords.passphraseTitle}
      text={<p>{lockingWords.passphraseText}</p>}
      act={lockingWords.passphraseAct}
    >
      {(close) => <ChangeForm onDone={close} />}
    </Opens>
  );
}

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const [present, setPresent] = useState("");
  const [next, setNext] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const work = useWork();
  const change = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (present === "" || !isUsable(next)) return focusFirstWrong(event.currentTarget);
    work.start(
      () => changePassphrase(present, next.first),
      () => {
        say(lockingWords.passphraseDone);
        onDone();
      },
    );
  };
  return (
    <form className="stack" onSubmit={change} autoComplete="off">
      <PresentPassphrase value={present} onType={setPresent} isTried={isTried} work={work} />
      <NewPassphrase typed={next} onType={setNext} isTried={isTried} label={lockingWords.next} />
      <p className="small soft">{lockingWords.oldBackups}</p>
      <FailedNotice failed={isWrongPassphrase(work) ? null : work.failed} />
      <div>
        <Button kind="first" type="submit" disabled={work.isBusy}>
          {work.isBusy ? lockingWords.working : lockingWords.passphraseAct}
        </Button>
      </div>
    </form>
  );
}
