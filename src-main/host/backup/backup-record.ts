import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type ProblemCode, problemCodes } from "#core/problems.ts";
import { writing } from "../disk-problems.ts";
import { isId } from "../folders.ts";
import { readOrNull } from "../key-files.ts";
import { writeWhole } from "../safe-write.ts";
import { takeSystemLock } from "../system-lock.ts";
import { jsonObject } from "./key-sums.ts";
import { isSetName } from "./layout.ts";

/** A folder into which backups of a vault were made, at some time. */
export interface KnownPlace {
  readonly folder: string;
  readonly vault: string;
  /** the last good set that was made of this data folder; null where the next one need not go on from any */
  readonly lastSet: string | null;
  /** UTC, ISO 8601 */
  readonly lastGoodAt: string | null;
}

/** What `<data>/backup.json` holds. Losing it loses no backup: the folder is chosen again. */
export interface BackupRecord {
  readonly folder: string | null;
  readonly places: readonly KnownPlace[];
  readonly lastTriedAt: string | null;
  readonly problem: ProblemCode | null;
}

export const emptyRecord: BackupRecord = { folder: null, places: [], lastTriedAt: null, problem: null };

/** @returns an empty one where there is none, or where it can't be understood. Errors are the system's own. */
export async function readRecord(dataFolder: string): Promise<BackupRecord> {
  const bytes = await readOrNull(join(dataFolder, recordName));
  return (bytes === null ? null : recordFrom(jsonObject(bytes))) ?? emptyRecord;
}

/**
 * Reads, changes and writes it, one at a time over all processes.
 * @throws {Problem} `disk-full`, `cannot-write`: the disk that the data folder is on
 */
export function changeRecord(
  dataFolder: string,
  change: (record: BackupRecord) => BackupRecord,
): Promise<BackupRecord> {
  return writing(() => changeRecordOn(dataFolder, change));
}

async function changeRecordOn(
  dataFolder: string,
  change: (record: BackupRecord) => BackupRecord,
): Promise<BackupRecord> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const lock = await patiently(() => takeSystemLock(dataFolder, "backup-record"), 10_000);
  try {
    const changed = change(await readRecord(dataFolder));
    const text = JSON.stringify({ format: "folio-backups", version: 1, ...changed });
    await writeWhole(join(dataFolder, recordName), new TextEncoder().encode(text));
    return changed;
  } finally {
    await lock?.release();
  }
}

/** Asks for a lock again and again until it is free. @returns null once the time is over */
export async function patiently<T>(take: () => Promise<T | null>, mostMillis: number): Promise<T | null> {
  for (let waited = 0; ; waited += stepMillis) {
    const taken = await take();
    if (taken !== null || waited >= mostMillis) return taken;
    await wait(stepMillis);
  }
}

const stepMillis = 50;
const recordName = "backup.json";

function recordFrom(said: Readonly<Record<string, unknown>> | null): BackupRecord | null {
  if (said === null || said["format"] !== "folio-backups" || said["version"] !== 1) return null;
  return {
    folder: textOrNull(said["folder"]),
    places: listFrom(said["places"], knownPlace),
    lastTriedAt: textOrNull(said["lastTriedAt"]),
    problem: problemCodes.find((code) => code === said["problem"]) ?? null,
  };
}

function knownPlace(said: Readonly<Record<string, unknown>>): KnownPlace | null {
  const { folder, vault, lastSet, lastGoodAt } = said;
  if (typeof folder !== "string" || typeof vault !== "string" || !isId(vault)) return null;
  const set = typeof lastSet === "string" && isSetName(lastSet) ? lastSet : null;
  return { folder, vault, lastSet: set, lastGoodAt: textOrNull(lastGoodAt) };
}

function listFrom<T>(said: unknown, read: (one: Readonly<Record<string, unknown>>) => T | null): readonly T[] {
  if (!Array.isArray(said)) return [];
  const list: readonly unknown[] = said;
  return list
    .map((one) => (typeof one === "object" && one !== null ? read({ ...one }) : null))
    .filter((one) => one !== null);
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
