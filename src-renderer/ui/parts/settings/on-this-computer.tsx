import { type FormEvent, useState } from "react";
import { say, session } from "../../../flows/current-case.ts";
import { dropFromComputer, holdOnComputer, mayHoldOnComputer } from "../../../flows/keys.ts";
import { settings } from "../../../flows/settings.ts";
import { useStore } from "../../../flows/store.ts";
import { vaultFacts } from "../../../flows/vault.ts";
import { lockingWords } from "../../words/settings.ts";
import { Button } from "../button.tsx";
import { FailedNotice } from "../failed.tsx";
import { focusFirstWrong } from "../first-wrong.ts";
import { PassphraseField } from "../passphrase-field.tsx";
import { useWork } from "../use-work.ts";
import { Opens } from "./opens.tsx";

/** A key kept on this computer: never where the person said that others use it, nor where there is no real keyring. */
export function OnThisComputer() {
  const { ways } = useStore(vaultFacts);
  // What may be offered hangs on both: who uses this computer, and what it can do.
  const { sharedComputer } = useStore(settings);
  const { about } = useStore(session);
  const drop = useWork();
  if (about?.keyring !== true) return null;
  if (ways.includes("computer")) {
    return (
      <section className="card stack" aria-labelledby="held-title">
        <h2 id="held-title">{lockingWords.heldTitle}</h2>
        <p>{lockingWords.heldText}</p>
        <FailedNotice failed={drop.failed} />
        <div>
          <Button disabled={drop.isBusy} onPress={() => drop.start(dropFromComputer, () => say(lockingWords.dropped))}>
            {lockingWords.drop}
          </Button>
        </div>
      </section>
    );
  }
  const isOffered = sharedComputer === false && mayHoldOnComputer();
  return (
    <Opens
      id="hold"
      title={lockingWords.heldTitle}
      text={<p>{isOffered ? lockingWords.holdText : lockingWords.holdShared}</p>}
      act={lockingWords.hold}
      isOffered={isOffered}
    >
      {(close) => <HoldForm onDone={close} />}
    </Opens>
  );
}

function HoldForm({ onDone }: { readonly onDone: () => void }) {
  const [present, setPresent] = useState("");
  const [isTried, setTried] = useState(false);
  const work = useWork();
  const hold = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (present === "") return focusFirstWrong(event.currentTarget);
    work.start(
      () => holdOnComputer(present),
      () => {
        say(lockingWords.heldNow);
        onDone();
      },
    );
  };
  return (
    <form className="stack" onSubmit={hold} autoComplete="off">
      <PassphraseField
        label={lockingWords.present}
        value={present}
        wrong={isTried && present === "" ? lockingWords.presentNeeded : ""}
        onChange={setPresent}
      />
      <FailedNotice failed={work.failed} />
      <div>
        <Button kind="first" type="submit" disabled={work.isBusy}>
          {work.isBusy ? lockingWords.working : lockingWords.hold}
        </Button>
      </div>
    </form>
  );
}
