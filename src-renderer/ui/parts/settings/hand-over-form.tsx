import { type FormEvent, useState } from "react";
import { type HandedOver, isRecipient, saveBag, saveBundle, stopHandOver } from "../../../flows/hand-over.ts";
import { words } from "../../words/common.ts";
import { custodyWords } from "../../words/custody.ts";
import { handOverWords } from "../../words/hand-over.ts";
import { Button } from "../button.tsx";
import { FailedNotice } from "../failed.tsx";
import { Check, ChoiceField, TextField } from "../fields.tsx";
import { Fingerprint } from "../fingerprint.tsx";
import { focusFirstWrong } from "../first-wrong.ts";
import { HandOverProgress } from "../hand-over-progress.tsx";
import { isUsable, NewPassphrase, noPassphrase } from "../new-passphrase.tsx";
import { Notice } from "../notice.tsx";
import { useWork } from "../use-work.ts";

type Kind = (typeof handOverWords.kinds)[number][0];
type Lock = (typeof handOverWords.locks)[number][0];

/** Saves the case file for somebody else: locked, or plain with a plain warning. */
export function HandOverForm() {
  const [kind, setKind] = useState<Kind>("bundle");
  const [lock, setLock] = useState<Lock>("passphrase");
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [keys, setKeys] = useState("");
  const [isSure, setSure] = useState(false);
  const [isTried, setTried] = useState(false);
  const [done, setDone] = useState<HandedOver | null | undefined>(undefined);
  const work = useWork();
  const recipients = keys.split(/\s+/).filter((key) => key !== "");
  const wrongKeys = wrongRecipients(recipients);
  const isReady = kind === "bag" ? isSure : lock === "passphrase" ? isUsable(passphrase) : wrongKeys === "";
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    setDone(undefined);
    if (!isReady) return focusFirstWrong(event.currentTarget);
    const asked = lock === "passphrase" ? { passphrase: passphrase.first } : { recipients };
    work.start(() => (kind === "bag" ? saveBag() : saveBundle(asked)), setDone);
  };
  return (
    <form className="stack" onSubmit={save} autoComplete="off">
      <ChoiceField legend={handOverWords.kind} value={kind} options={handOverWords.kinds} onChange={setKind} />
      {kind === "bundle" ? (
        <ChoiceField legend={handOverWords.lock} value={lock} options={handOverWords.locks} onChange={setLock} />
      ) : (
        <>
          <Notice tone="red" what={handOverWords.plainWarning.what}>
            {handOverWords.plainWarning.next}
          </Notice>
          <Check label={handOverWords.plainSure} checked={isSure} onChange={setSure} />
        </>
      )}
      {kind === "bundle" && lock === "passphrase" ? (
        <NewPassphrase
          typed={passphrase}
          onType={setPassphrase}
          isTried={isTried}
          label={handOverWords.passphrase}
          hint={handOverWords.passphraseHint}
        />
      ) : null}
      {kind === "bundle" && lock === "recipients" ? (
        <TextField
          label={handOverWords.recipients}
          hint={handOverWords.recipientsHint}
          lines={3}
          value={keys}
          wrong={isTried ? wrongKeys : ""}
          onChange={setKeys}
        />
      ) : null}
      <p className="small soft">{handOverWords.afterwards[kind]}</p>
      <FailedNotice failed={work.failed} />
      <HandOverProgress />
      <Done done={done} />
      <div className="row">
        <Button kind="first" icon="save" type="submit" disabled={work.isBusy || (kind === "bag" && !isSure)}>
          {work.isBusy ? handOverWords.saving : kind === "bag" ? handOverWords.savePlain : handOverWords.save}
        </Button>
        {work.isBusy ? (
          <Button kind="quiet" onPress={stopHandOver}>
            {words.stop}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** Why a bundle can't be locked for these, in a sentence; empty where it can. A secret key is never said again. */
function wrongRecipients(keys: readonly string[]): string {
  if (keys.length === 0) return handOverWords.recipientsNeeded;
  if (keys.some((key) => /^age-secret-key-/i.test(key))) return handOverWords.recipientSecret;
  const wrong = keys.find((key) => !isRecipient(key));
  return wrong === undefined ? "" : handOverWords.recipientWrong(wrong);
}

function Done({ done }: { readonly done: HandedOver | null | undefined }) {
  return (
    <div role="status" className="stack tight">
      {done === undefined ? null : done === null ? (
        <p>{handOverWords.notSaved}</p>
      ) : (
        <>
          <p className="strong file-name">{handOverWords.saved(done.where)}</p>
          <Fingerprint label={custodyWords.head} value={done.head} />
        </>
      )}
    </div>
  );
}
