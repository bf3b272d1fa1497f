/**
 * A program to be run where a disk of 3 MB is mounted (its path is the first argument): backs up to it until it is
 * full, makes it read-only, makes room, and says in JSON what it was told. Run by disks.test.ts.
 */
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "#core/problems.ts";
import { backupFiles } from "../../../src-main/host/backup/backups.ts";

const disk = process.argv[2] ?? "";
const folder = await mkdtemp(join(tmpdir(), "folio-test-"));
const data = join(folder, "data");
const objects = join(data, "cases", "a".repeat(32), "objects");
await mkdir(objects, { recursive: true });
const text = `{"format":"folio-vault","version":1,"vault":"${"f".repeat(32)}","generation":1,"slots":[]`;
const sum = createHash("sha256").update(text).digest("hex");
await writeFile(join(data, "vault.json"), `${text},"sum":"${sum}"}`);

const backups = on(data);
await backups.chooseBackupFolder("");
await writeFile(join(objects, "1".repeat(32)), randomBytes(500_000));
const first = (await backups.backUpNow()).problem;
const before = await filesIn(disk);
await writeFile(join(objects, "2".repeat(32)), randomBytes(4_000_000));
const full = (await backups.backUpNow()).problem;
const after = await filesIn(disk);
const untouched = before.every((path) => after.includes(path));
const halves = after.filter((path) => path.includes("folio-part"));
const restores = (await restoreInto("whole")) === "restored";
mount("remount,ro");
const readOnly = (await backups.backUpNow()).problem;
const restoresReadOnly = (await restoreInto("read-only")) === "restored";
mount("remount,rw,size=16m");
const withRoom = (await backups.backUpNow()).problem;
mount("remount,size=5m");
const restoreFull = await restoreInto("full", join(disk, "data"));
const leftOfRestore = (await readdir(join(disk, "data")).catch(() => [])).filter((name) => name !== "backup.json");
process.stdout.write(
  JSON.stringify({
    ...{ first, full, untouched, halves, restores, readOnly, restoresReadOnly, withRoom, restoreFull, leftOfRestore },
  }),
);
await rm(folder, { recursive: true, force: true });

function on(dataFolder: string) {
  return backupFiles({
    dataFolder,
    askFolder: async () => disk,
    syncedBy: async () => null,
    takeCase: async () => ({ release: async () => undefined }),
  });
}

async function restoreInto(name: string, into = join(folder, name)): Promise<string> {
  try {
    const restoring = on(into);
    const found = await restoring.openBackup("");
    await restoring.restoreVault(found?.backup ?? "", found?.sets[0]?.id ?? "");
    const same = (await readFile(join(into, "vault.json"))).equals(await readFile(join(data, "vault.json")));
    return same ? "restored" : "differs";
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

function mount(options: string): void {
  spawnSync("sh", ["-c", `mount -o ${options} "$0"`, disk], { stdio: "inherit" });
}

async function filesIn(at: string): Promise<readonly string[]> {
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
