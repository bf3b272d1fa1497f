import { useEffect } from "react";
import { sayDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { backups, readBackups } from "../../flows/backups.ts";
import { reportProblem } from "../../flows/current-case.ts";
import { retentionOf } from "../../flows/erase.ts";
import { recoveryCheck } from "../../flows/recovery-sheet.ts";
import { useStore } from "../../flows/store.ts";
import { today } from "../../flows/today.ts";
import { goSettings } from "../place.ts";
import { sayProblemCode } from "../say.ts";
import { sayBackup } from "../say-backup.ts";
import { backupWords } from "../words/backups.ts";
import { retentionWords } from "../words/erase.ts";
import { sheetWords } from "../words/vault.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Notice } from "./notice.tsx";

/** What keeps the case file safe, as far as it wants the eye: the recovery sheet, the date to decide, the backups. */
export function OverviewReminders({ file }: { readonly file: CaseFile }) {
  if (file.sample) return null;
  return (
    <>
      <SheetReminder />
      <RetentionReminder file={file} />
    </>
  );
}

function SheetReminder() {
  const check = useStore(recoveryCheck);
  if (check.kind !== "waiting") return null;
  return (
    <Notice tone="amber" what={sheetWords.remindTitle}>
      <div className="stack tight">
        <p>{sheetWords.remindText}</p>
        <div>
          <Button small onPress={() => goSettings("locking")}>
            {sheetWords.remindAct}
          </Button>
        </div>
      </div>
    </Notice>
  );
}

function RetentionReminder({ file }: { readonly file: CaseFile }) {
  const told = retentionOf(file, today());
  if (told === null || !told.isDue) return null;
  return (
    <Notice tone="amber" what={retentionWords.due(sayDay(told.day))}>
      <Button small onPress={() => goSettings("case")}>
        {retentionWords.decide}
      </Button>
    </Notice>
  );
}

/** How backups stand, in a line, with the step that helps. */
export function BackupLine({ file }: { readonly file: CaseFile }) {
  const state = useStore(backups);
  useEffect(() => {
    if (!file.sample) readBackups().catch(reportProblem);
  }, [file.sample]);
  if (file.sample || state === null) return null;
  const said = sayBackup(state, new Date());
  return (
    <section className="card stack tight" aria-labelledby="backup-title">
      <h2 id="backup-title">{backupWords.title}</h2>
      <p className={said.tone === "calm" ? "with-icon" : "with-icon problem"}>
        <Icon name={said.tone === "calm" ? "tick" : "warning"} />
        {said.text}
      </p>
      {state.problem === null ? null : <p className="small">{sayProblemCode(state.problem).what}</p>}
      <div>
        <Button small onPress={() => goSettings("backups")}>
          {state.folder === null ? backupWords.choose : backupWords.look}
        </Button>
      </div>
    </section>
  );
}
