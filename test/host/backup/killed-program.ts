/**
 * A program to be killed, run by killed.test.ts. `back-up DATA DISK`: appends, keeps objects and backs up without end,
 * saying each frame and object that a good backup holds. `restore DATA DISK`: restores the newest set, and says so.
 */
import { randomBytes } from "node:crypto";
import { appendFile, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeFrame } from "#core/vault/frame.ts";
import { backupFiles } from "../../../src-main/host/backup/backups.ts";
import { takeSystemLock } from "../../../src-main/host/system-lock.ts";

const [, , work = "", data = "", disk = ""] = process.argv;
const caseId = "a".repeat(32);
const backups = backupFiles({
  dataFolder: data,
  askFolder: async () => disk,
  syncedBy: async () => null,
  takeCase: (id) => takeSystemLock(join(data, "cases", id), "case"),
});
await backups.ready;
if (work === "back-up") await backUpWithoutEnd();
else await restore();

async function backUpWithoutEnd(): Promise<void> {
  await backups.chooseBackupFolder("");
  await mkdir(join(data, "cases", caseId, "objects"), { recursive: true });
  for (let number = 0; ; number += 1) {
    const frame = encodeFrame(new Uint8Array(randomBytes(300)));
    await appendFile(join(data, "cases", caseId, "journal", `${"1".repeat(32)}.seg`), frame);
    const object = number.toString(16).padStart(32, "0");
    // whole or not at all, as the host writes it
    const part = join(data, "cases", caseId, "objects", `.${object}.folio-part`);
    await writeFile(part, randomBytes(200_000));
    await rename(part, join(data, "cases", caseId, "objects", object));
    const { problem } = await backups.backUpNow();
    process.stdout.write(`${problem ?? "good"} ${object}\n`);
  }
}

async function restore(): Promise<void> {
  process.stdout.write("begun\n");
  const found = await backups.openBackup("");
  await backups.restoreVault(found?.backup ?? "", found?.sets[0]?.id ?? "");
  process.stdout.write("restored\n");
}
