/**
 * A data folder with the outside of a vault: key files whose sums hold and segments of whole frames. What the frames
 * hold is random here, since backups never look inside.
 */
import { createHash, randomBytes } from "node:crypto";
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { encodeFrame } from "#core/vault/frame.ts";
import { type BackupFiles, type BackupOptions, backupFiles } from "../../../src-main/host/backup/backups.ts";
import { takeSystemLock } from "../../../src-main/host/system-lock.ts";
import { endAfterTest, idOf, temporaryFolder } from "../temporary.ts";

export const vaultId = idOf("f");

export interface SmallVault {
  readonly data: string;
  readonly disk: string;
  write(path: string, bytes: Uint8Array | string): Promise<void>;
  read(path: string): Promise<Buffer>;
  beginCase(caseId: string): Promise<void>;
  /** Adds a frame of random bytes to a writer's segment; gives it back. */
  append(caseId: string, writer: string, sizeBytes?: number): Promise<Bytes>;
  keepObject(caseId: string, id: string, sizeBytes?: number): Promise<Buffer>;
}

/** A data folder with a vault, and another folder to back it up to. */
export async function smallVault(generation = 1): Promise<SmallVault> {
  const data = join(await temporaryFolder(), "data");
  const disk = await temporaryFolder();
  const write = async (path: string, bytes: Uint8Array | string) => {
    await mkdir(dirname(join(data, path)), { recursive: true });
    await writeFile(join(data, path), bytes);
  };
  await write("vault.json", vaultJson(generation));
  await write("vault.json.2", vaultJson(generation));
  await write("vault.head", randomBytes(300));
  return {
    data,
    disk,
    write,
    read: (path) => readFile(join(data, path)),
    beginCase: async (caseId) => {
      const key = caseKey(caseId);
      await write(`cases/${caseId}/key.2`, key);
      await write(`cases/${caseId}/key`, key);
    },
    append: async (caseId, writer, sizeBytes = 300) => {
      const frame = frameOf(sizeBytes);
      await mkdir(join(data, "cases", caseId, "journal"), { recursive: true });
      await appendFile(join(data, "cases", caseId, "journal", `${writer}.seg`), frame);
      return frame;
    },
    keepObject: async (caseId, id, sizeBytes = 2_000) => {
      const bytes = randomBytes(sizeBytes);
      await write(`cases/${caseId}/objects/${id}`, bytes);
      return bytes;
    },
  };
}

/** Backups of a data folder to a folder, ended after the test; automatic ones only where a test asks for them. */
export function backupsOf(data: string, disk: string | null, more: Partial<BackupOptions> = {}): BackupFiles {
  const backups = backupFiles({
    dataFolder: data,
    askFolder: async (typed) => (typed === "" ? disk : typed),
    syncedBy: async () => null,
    takeCase: (caseId) => takeSystemLock(join(data, "cases", caseId), "case"),
    ...more,
  });
  endAfterTest(() => backups.close());
  return backups;
}

/** Backups of it, with the folder chosen. */
export async function chosen(vault: SmallVault, more: Partial<BackupOptions> = {}): Promise<BackupFiles> {
  const backups = backupsOf(vault.data, vault.disk, more);
  await backups.ready;
  await backups.chooseBackupFolder("");
  return backups;
}

export function vaultJson(generation: number, vault = vaultId): string {
  return summed(`{"format":"folio-vault","version":1,"vault":"${vault}","generation":${generation},"slots":[]`);
}

export function caseKey(caseId: string): string {
  return summed(
    `{"format":"folio-case-key","version":1,"case":"${caseId}","keys":["${randomBytes(60).toString("base64")}"]`,
  );
}

export function frameOf(sizeBytes: number): Bytes {
  return encodeFrame(new Uint8Array(randomBytes(sizeBytes)));
}

/** Every file below a folder with its content's hash, by path; no drafts, nothing of the backups' own. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((entry) => entry.isFile());
  const found = await Promise.all(
    files.map(async (entry): Promise<[string, string]> => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), hash(await readFile(path))];
    }),
  );
  return Object.fromEntries(found.filter(([path]) => path !== "backup.json").sort());
}

/** The sets in a backup folder, oldest first; `where` leads to one of them. */
export async function setsIn(disk: string): Promise<readonly string[]> {
  return (await readdir(join(root(disk), "sets")).catch(() => [])).sort();
}

export function root(disk: string, vault = vaultId): string {
  return join(disk, "Folio backup", vault);
}

/** Restores the newest set that is listed into a new data folder. */
export async function restoredFrom(disk: string, at = 0): Promise<string> {
  const data = join(await temporaryFolder(), "restored");
  const backups = backupsOf(data, disk);
  const found = await backups.openBackup("");
  await backups.restoreVault(found?.backup ?? "", found?.sets[at]?.id ?? "");
  return data;
}

export async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

function summed(text: string): string {
  return `${text},"sum":"${hash(text)}"}`;
}

export function hash(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
