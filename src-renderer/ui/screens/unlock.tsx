import { type FormEvent, useEffect, useRef, useState } from "react";
import { useStore } from "../../flows/store.ts";
import { type UnlockSecret, unlock, vaultFacts } from "../../flows/vault.ts";
import { isAlarm } from "../is-alarm.ts";
import { Button } from "../parts/button.tsx";
import { FailedNotice } from "../parts/failed.tsx";
import { focusFirstWrong } from "../parts/first-wrong.ts";
import { LockedFrame } from "../parts/locked-frame.tsx";
import { Notice } from "../parts/notice.tsx";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import { RecoveryWordsField, wrongWords } from "../parts/recovery-words-field.tsx";
import { RestoreForm } from "../parts/restore-form.tsx";
import { useWork, type Work } from "../parts/use-work.ts";
import { go, justRestored, opensOnlyCase } from "../place.ts";
import { sayProblemCode } from "../say.ts";
import { restoreWords } from "../words/backups.ts";
import { unlockWords } from "../words/vault.ts";

type Way = "passphrase" | "recovery" | "restore";

/** Locked: one field, and nothing of any case file. */
export function Unlock() {
  const { ways, problems } = useStore(vaultFacts);
  const [way, setWay] = useState<Way>("passphrase");
  const restored = useStore(justRestored);
  const work = useWork();
  useEffect(() => () => justRestored.set(false), []);
  useEffect(() => {
    if (restored) setWay("passphrase");
  }, [restored]);
  const change = (next: Way) => {
    work.clear();
    setWay(next);
  };
  const open = (secret: UnlockSecret, onWrong: () => void) => {
    work.start(async () => {
      const outcome = await unlock(secret);
      if (!outcome.ok) onWrong();
      else if (!outcome.value.reopened) {
        go("overview");
        opensOnlyCase.set(true);
      }
      return outcome;
    });
  };
  return (
    <LockedFrame>
      {problems.map((code) => (
        <Notice key={code} tone={isAlarm(code) ? "red" : "amber"} role="alert" what={sayProblemCode(code).what}>
          {sayProblemCode(code).next}
        </Notice>
      ))}
      <p role="status" className="said-here">
        {restored ? restoreWords.doneLocked : ""}
      </p>
      {way === "passphrase" ? <ByPassphrase work={work} onOpen={open} /> : null}
      {way === "recovery" ? <ByWords work={work} onOpen={open} /> : null}
      {way === "restore" ? <RestoreForm /> : null}
      <div className="row">
        {ways.includes("computer") ? (
          <Button small kind="quiet" disabled={work.isBusy} onPress={() => open({ kind: "computer" }, () => undefined)}>
            {unlockWords.useComputer}
          </Button>
        ) : null}
        {way === "passphrase" ? null : (
          <Button small kind="quiet" onPress={() => change("passphrase")}>
            {unlockWords.usePassphrase}
          </Button>
        )}
        {way === "recovery" ? null : (
          <Button small kind="quiet" onPress={() => change("recovery")}>
            {unlockWords.useWords}
          </Button>
        )}
        {way === "restore" || !problems.some(isAlarm) ? null : (
          <Button small kind="quiet" onPress={() => change("restore")}>
            {unlockWords.restore}
          </Button>
        )}
      </div>
    </LockedFrame>
  );
}

interface ByProps {
  readonly work: Work;
  readonly onOpen: (secret: UnlockSecret, onWrong: () => void) => void;
}

function ByPassphrase({ work, onOpen }: ByProps) {
  const [passphrase, setPassphrase] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === "" || work.isBusy) return input.current?.focus();
    onOpen({ kind: "passphrase", passphrase }, () => {
      // What was typed stays, chosen: to be looked at, mended, or typed over.
      setTimeout(() => input.current?.select());
    });
  };
  const isWrong = work.failed?.code === "wrong-passphrase";
  return (
    <form className="stack" onSubmit={submit} autoComplete="off">
      <PassphraseField
        label={unlockWords.passphrase}
        value={passphrase}
        inputRef={input}
        isTrying={work.isBusy}
        wrong={isWrong ? sayProblemCode("wrong-passphrase").what : ""}
        onChange={(typed) => {
          work.clear();
          setPassphrase(typed);
        }}
      />
      {isWrong ? <p className="small soft">{sayProblemCode("wrong-passphrase").next}</p> : null}
      {isWrong ? null : <FailedNotice failed={work.failed} />}
      <UnlockButton isBusy={work.isBusy} />
    </form>
  );
}

function ByWords({ work, onOpen }: ByProps) {
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const wrong = wrongWords(typed);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (wrong !== "") return focusFirstWrong(event.currentTarget);
    if (!work.isBusy) onOpen({ kind: "recovery", words: typed }, () => undefined);
  };
  return (
    <form className="stack" onSubmit={submit} autoComplete="off">
      <RecoveryWordsField
        value={typed}
        wrong={isTried ? wrong : ""}
        onChange={(next) => {
          work.clear();
          setTyped(next);
        }}
        focusFirst
      />
      <p className="small soft">{unlockWords.afterWords}</p>
      <FailedNotice failed={work.failed} />
      <UnlockButton isBusy={work.isBusy} />
    </form>
  );
}

function UnlockButton({ isBusy }: { readonly isBusy: boolean }) {
  return (
    <div className="row" role="status">
      <Button kind="first" type="submit" disabled={isBusy}>
        {isBusy ? unlockWords.unlocking : unlockWords.unlock}
      </Button>
    </div>
  );
}
