import { useEffect, useState } from "react";
import type { BackupState } from "#core/host.ts";
import { backUpNow, backups, chooseBackupFolder, readBackups, stopBackups } from "../../../flows/backups.ts";
import { reportProblem, say } from "../../../flows/current-case.ts";
import { useStore } from "../../../flows/store.ts";
import { sayProblemCode } from "../../say.ts";
import { sayBackup } from "../../say-backup.ts";
import { backupSettingsWords, backupWords } from "../../words/backups.ts";
import { Button } from "../button.tsx";
import { FailedNotice } from "../failed.tsx";
import { FolderForm } from "../folder-form.tsx";
import { Icon } from "../icon.tsx";
import { Notice } from "../notice.tsx";
import { RestoreForm } from "../restore-form.tsx";
import { useWork } from "../use-work.ts";

/** Where backups go, how they stand, what is in them, and restoring from one. */
export function BackupSettings() {
  const state = useStore(backups);
  useEffect(() => {
    readBackups().catch(reportProblem);
  }, []);
  return (
    <>
      <section className="card stack" aria-labelledby="backups-title">
        <h2 id="backups-title">{backupWords.title}</h2>
        {state === null ? null : <How state={state} />}
      </section>
      <section className="card stack tight" aria-labelledby="inside-title">
        <h2 id="inside-title">{backupSettingsWords.insideTitle}</h2>
        <ul className="bullets">
          {backupSettingsWords.inside.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <RestoreForm />
    </>
  );
}

function How({ state }: { readonly state: BackupState }) {
  const said = sayBackup(state, new Date());
  const synced = state.syncedBy === null ? null : backupSettingsWords.synced(state.syncedBy);
  return (
    <>
      <div className="stack tight" role="status">
        <p className={said.tone === "calm" ? "with-icon" : "with-icon problem"}>
          <Icon name={said.tone === "calm" ? "tick" : "warning"} />
          {said.text}
        </p>
        {state.folder === null ? null : <p className="file-name">{backupSettingsWords.folder(state.folder)}</p>}
      </div>
      {state.problem === null ? null : (
        <Notice tone="red" what={sayProblemCode(state.problem).what}>
          {sayProblemCode(state.problem).next}
        </Notice>
      )}
      {synced === null ? null : (
        <Notice tone="amber" what={synced.what}>
          {synced.next}
        </Notice>
      )}
      {state.folder === null ? <ChooseFolder isFirst /> : <Acts isRunning={state.running} />}
    </>
  );
}

function Acts({ isRunning }: { readonly isRunning: boolean }) {
  const now = useWork();
  const [chooses, setChooses] = useState(false);
  return (
    <>
      <FailedNotice failed={now.failed} />
      <div className="row">
        <Button
          kind="first"
          icon="disk"
          disabled={now.isBusy || isRunning}
          onPress={() =>
            now.start(backUpNow, () => {
              if (backups.get()?.problem === null) say(backupWords.doneNow);
            })
          }
        >
          {now.isBusy || isRunning ? backupWords.running : backupWords.now}
        </Button>
        <Button expanded={chooses} onPress={() => setChooses(!chooses)}>
          {backupSettingsWords.chooseAnother}
        </Button>
        <Button kind="quiet" onPress={() => now.start(stopBackups, () => say(backupSettingsWords.stopped))}>
          {backupSettingsWords.stop}
        </Button>
      </div>
      {chooses ? <ChooseFolder isFirst={false} onChosen={() => setChooses(false)} /> : null}
    </>
  );
}

interface ChooseFolderProps {
  readonly isFirst: boolean;
  readonly onChosen?: () => void;
}

function ChooseFolder({ isFirst, onChosen }: ChooseFolderProps) {
  const work = useWork();
  const choose = (typed: string) =>
    work.start(
      () => chooseBackupFolder(typed),
      (isChosen) => {
        if (!isChosen) return;
        say(backupSettingsWords.chosen);
        onChosen?.();
      },
    );
  return (
    <div className="stack tight">
      <p className="hint">{backupSettingsWords.folderHint}</p>
      <FolderForm
        label={backupSettingsWords.typed}
        hint={backupSettingsWords.typedHint}
        choose={isFirst ? backupSettingsWords.choose : backupSettingsWords.chooseAnother}
        use={work.isBusy ? backupWords.running : backupSettingsWords.useFolder}
        isBusy={work.isBusy}
        onChoose={choose}
      />
      <FailedNotice failed={work.failed} />
    </div>
  );
}
