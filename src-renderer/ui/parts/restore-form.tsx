import { type FormEvent, useEffect, useState } from "react";
import type { BackupFound, BackupSet } from "#core/host.ts";
import {
  closeBackup,
  foundBackup,
  lookForBackup,
  needsSecret,
  type RestoredCase,
  restoreBeside,
  restoreEverything,
} from "../../flows/backups.ts";
import { say } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { vaultState } from "../../flows/vault.ts";
import { go, justRestored } from "../place.ts";
import { sayMoment } from "../say.ts";
import { restoreWords } from "../words/backups.ts";
import { Button } from "./button.tsx";
import { FailedNotice } from "./failed.tsx";
import { SelectField } from "./fields.tsx";
import { focusFirstWrong } from "./first-wrong.ts";
import { FolderForm } from "./folder-form.tsx";
import { readSecret, SecretFields, type TypedSecret } from "./secret-fields.tsx";
import { useWork } from "./use-work.ts";

/** Restores a backup: everything where there is nothing yet, else its case files beside those that are here. */
export function RestoreForm() {
  const isEmpty = useStore(vaultState) !== "open";
  const found = useStore(foundBackup);
  const look = useWork();
  useEffect(() => closeBackup, []);
  return (
    <section className="card stack" aria-labelledby="restore-title">
      <h2 id="restore-title">{restoreWords.title}</h2>
      <p>{isEmpty ? restoreWords.ledeEmpty : restoreWords.ledeBeside}</p>
      {found === null ? (
        <FolderForm
          label={restoreWords.typed}
          hint={restoreWords.typedHint}
          choose={restoreWords.choose}
          use={look.isBusy ? restoreWords.opening : restoreWords.open}
          isBusy={look.isBusy}
          onChoose={(typed) => look.start(() => lookForBackup(typed))}
        />
      ) : isEmpty ? (
        <Everything found={found} />
      ) : (
        <Beside found={found} />
      )}
      <FailedNotice failed={look.failed} />
    </section>
  );
}

/** The whole backup comes here; it opens with its own passphrase then. */
function Everything({ found }: { readonly found: BackupFound }) {
  const [setId, setSetId] = useState(found.sets[0]?.id ?? "");
  const work = useWork();
  const restore = () =>
    work.start(async () => {
      const outcome = await restoreEverything(setId);
      // Noted here, not once it is done: the locked window has taken this form's place by then.
      if (outcome.ok) justRestored.set(true);
      return outcome;
    });
  return (
    <div className="stack">
      <WhichSet found={found} setId={setId} onChoose={setSetId} />
      <p className="small soft">{restoreWords.thenUnlock}</p>
      <FailedNotice failed={work.failed} />
      <div className="row">
        <Button kind="first" disabled={work.isBusy || setId === ""} onPress={restore}>
          {work.isBusy ? restoreWords.restoring : restoreWords.restore}
        </Button>
        <Button kind="quiet" disabled={work.isBusy} onPress={closeBackup}>
          {restoreWords.back}
        </Button>
      </div>
    </div>
  );
}

/** Each case file of the backup joins those that are here. */
function Beside({ found }: { readonly found: BackupFound }) {
  const [setId, setSetId] = useState(found.sets[0]?.id ?? "");
  const [secret, setSecret] = useState<TypedSecret>({ kind: "passphrase", passphrase: "", words: "" });
  const [isTried, setTried] = useState(false);
  const [asksSecret, setAsksSecret] = useState(false);
  const work = useWork();
  useEffect(() => {
    if (setId === "") return;
    void needsSecret(setId).then((answer) => setAsksSecret(!answer.ok || answer.value));
  }, [setId]);
  const restore = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const given = asksSecret ? readSecret(secret) : null;
    if (asksSecret && given === null) return focusFirstWrong(event.currentTarget);
    work.start(async () => {
      const outcome = await restoreBeside(setId, given);
      // Said here, not once it is done: the case file that was open is closed by then, and this form with it.
      if (outcome.ok) {
        go("overview");
        say(sayRestored(outcome.value));
      }
      return outcome;
    });
  };
  return (
    <form className="stack" onSubmit={restore} autoComplete="off">
      <WhichSet found={found} setId={setId} onChoose={setSetId} />
      {asksSecret ? <SecretFields secret={secret} isTried={isTried} onType={setSecret} /> : null}
      <FailedNotice failed={work.failed} />
      <div className="row">
        <Button kind="first" type="submit" disabled={work.isBusy || setId === ""}>
          {work.isBusy ? restoreWords.restoring : restoreWords.restore}
        </Button>
        <Button kind="quiet" disabled={work.isBusy} onPress={closeBackup}>
          {restoreWords.back}
        </Button>
      </div>
    </form>
  );
}

interface WhichSetProps {
  readonly found: BackupFound;
  readonly setId: string;
  readonly onChoose: (setId: string) => void;
}

function WhichSet({ found, setId, onChoose }: WhichSetProps) {
  const sayCount = (set: BackupSet) => restoreWords.set(sayMoment(set.at), set.caseIds.length);
  return (
    <div className="stack tight">
      <p className="strong file-name">{restoreWords.found(found.folder)}</p>
      <SelectField
        label={restoreWords.which}
        value={setId}
        options={found.sets.map((set, at) => [
          set.id,
          at === 0 ? `${sayCount(set)} (${restoreWords.latest})` : sayCount(set),
        ])}
        onChange={onChoose}
      />
    </div>
  );
}

/** "2 added, 1 united." */
function sayRestored(restored: readonly RestoredCase[]): string {
  const kinds = ["added", "united", "nothing-new"] as const;
  const counts = kinds
    .map((kind) => [kind, restored.filter((one) => one.did === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => restoreWords.did[kind](count));
  return `${restoreWords.done} ${counts.join(", ")}.`;
}
