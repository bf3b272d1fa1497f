import { type FormEvent, useRef, useState } from "react";
import { say } from "../../flows/current-case.ts";
import { stopHandOver, takeOverBundle } from "../../flows/hand-over.ts";
import { openListedCase } from "../../flows/open-case.ts";
import type { Outcome } from "../../flows/outcome.ts";
import { useStore } from "../../flows/store.ts";
import { createVault, vaultState } from "../../flows/vault.ts";
import { go, staysOnWelcome } from "../place.ts";
import { words } from "../words/common.ts";
import { takeOverWords } from "../words/hand-over.ts";
import { passphraseWords } from "../words/vault.ts";
import { Button } from "./button.tsx";
import { FailedNotice } from "./failed.tsx";
import { ChoiceField } from "./fields.tsx";
import { focusFirstWrong } from "./first-wrong.ts";
import { HandOverProgress } from "./hand-over-progress.tsx";
import { isUsable, NewPassphrase, noPassphrase } from "./new-passphrase.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { useWork } from "./use-work.ts";

type Lock = (typeof takeOverWords.locks)[number][0];

/** Takes a case file over that somebody handed on as a bundle; on the first run it also makes this computer's keys. */
export function TakeOverForm() {
  const isFirst = useStore(vaultState) === "none";
  const [file, setFile] = useState<File | null>(null);
  const [lock, setLock] = useState<Lock>("passphrase");
  const [secret, setSecret] = useState("");
  const [own, setOwn] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const work = useWork();
  const changeLock = (next: Lock) => {
    // A passphrase must not go on as a key, unseen.
    setSecret("");
    work.clear();
    setLock(next);
  };
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (file === null || secret === "" || (isFirst && !isUsable(own))) return focusFirstWrong(event.currentTarget);
    const asked = lock === "passphrase" ? { passphrase: secret } : { identity: secret.trim() };
    work.start(
      () => withKeys(isFirst ? own.first : null, () => takeOverBundle(file, asked)),
      (taken) => {
        if (taken === null) return;
        staysOnWelcome.set(false);
        void openListedCase(taken.caseId).then((opened) => {
          if (opened) go("overview");
          say(takeOverWords.did[taken.did]);
        });
      },
    );
  };
  return (
    <form className="card stack" onSubmit={take} autoComplete="off" aria-labelledby="take-over-title">
      <h2 id="take-over-title">{takeOverWords.title}</h2>
      <p>{takeOverWords.text}</p>
      <BundleChoice file={file} isWrong={isTried && file === null} onChoose={setFile} />
      <ChoiceField legend={takeOverWords.lock} value={lock} options={takeOverWords.locks} onChange={changeLock} />
      <PassphraseField
        label={lock === "passphrase" ? takeOverWords.passphrase : takeOverWords.identity}
        hint={lock === "passphrase" ? takeOverWords.passphraseHint : takeOverWords.identityHint}
        value={secret}
        wrong={isTried && secret === "" ? takeOverWords.secretNeeded : ""}
        onChange={(typed) => {
          work.clear();
          setSecret(typed);
        }}
      />
      {isFirst ? (
        <>
          <NewPassphrase typed={own} onType={setOwn} isTried={isTried} label={takeOverWords.own} />
          <p className="small">{passphraseWords.noReset}</p>
        </>
      ) : null}
      <FailedNotice failed={work.failed} />
      <HandOverProgress />
      <div className="row">
        <Button kind="first" type="submit" disabled={work.isBusy}>
          {work.isBusy ? takeOverWords.taking : takeOverWords.take}
        </Button>
        {work.isBusy ? (
          <Button kind="quiet" onPress={stopHandOver}>
            {words.cancel}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** On the first run there are no keys yet: they are made, then the work is done. A second try doesn't make them again. */
async function withKeys<T>(passphrase: string | null, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  if (passphrase === null || vaultState.get() !== "none") return work();
  staysOnWelcome.set(true);
  const made = await createVault(passphrase);
  return made.ok ? work() : made;
}

interface BundleChoiceProps {
  readonly file: File | null;
  readonly isWrong: boolean;
  readonly onChoose: (file: File) => void;
}

function BundleChoice({ file, isWrong, onChoose }: BundleChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="field">
      <div className="row">
        <Button icon="bundle" onPress={() => input.current?.click()}>
          {takeOverWords.choose}
        </Button>
        <span className="file-name" role="status">
          {file === null ? "" : takeOverWords.chosen(file.name)}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        accept=".folio"
        hidden
        data-bundle
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen !== undefined) onChoose(chosen);
        }}
      />
      {isWrong ? (
        <span className="wrong" role="alert">
          {takeOverWords.needed}
        </span>
      ) : null}
    </div>
  );
}
