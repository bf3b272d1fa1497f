import type { Bytes } from "#core/model/bytes.ts";
import { type ProblemCode, problemCodes } from "#core/problems.ts";
import { isId } from "../folders.ts";
import { jsonObject, sumHolds, withSum } from "./key-sums.ts";

/** A file of a set, by its path in the data folder, with "/" between its parts. */
export interface ManifestFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** An object of a set: it lies in the pool. */
export interface ManifestObject {
  readonly caseId: string;
  readonly id: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** when the file that was copied had last changed; with the size it tells that it need not be read again */
  readonly changedMillis: number;
}

/** What a set holds, all of it. `manifest.json` is this as one line of JSON that ends with its own sum (as vault.json's). */
export interface Manifest {
  readonly vault: string;
  /** UTC, ISO 8601 */
  readonly at: string;
  /** what was wrong with the data folder when it was made; null for a good set */
  readonly doubtful: ProblemCode | null;
  readonly files: readonly ManifestFile[];
  readonly objects: readonly ManifestObject[];
}

export function encodeManifest({ vault, at, doubtful, files, objects }: Manifest): Bytes {
  const text = JSON.stringify({
    ...{ format: "folio-backup", version: 1, vault, at, doubtful },
    files: files.map(({ path, sizeBytes, sha256 }) => [path, sizeBytes, sha256]),
    objects: objects.map((one) => [one.caseId, one.id, one.sizeBytes, one.sha256, one.changedMillis]),
  });
  return withSum(text.slice(0, -1));
}

/** @returns null for what is damaged, of another version, or names files that no set of ours holds */
export function decodeManifest(bytes: Bytes): Manifest | null {
  const said = sumHolds(bytes) ? jsonObject(bytes) : null;
  if (said === null || said["format"] !== "folio-backup" || said["version"] !== 1) return null;
  const { vault, at, doubtful } = said;
  if (typeof vault !== "string" || !isId(vault) || typeof at !== "string" || Number.isNaN(Date.parse(at))) return null;
  const [files, objects] = [listOf(said["files"], file), listOf(said["objects"], object)];
  const doubt = doubtful === null ? null : (problemCodes.find((code) => code === doubtful) ?? "backup-damaged");
  return files === null || objects === null ? null : { vault, at, doubtful: doubt, files, objects };
}

/** Whether two sets hold the same, whenever they were made. */
export function sameContents(one: Manifest, other: Manifest): boolean {
  return Buffer.compare(encodeManifest({ ...one, at: "" }), encodeManifest({ ...other, at: "" })) === 0;
}

/** The parts of a path in a set, where it belongs to a case. */
export interface CasePath {
  readonly caseId: string;
  readonly kind: "key" | "erased" | "segment" | "torn" | "head";
  /** null for what belongs to no writer */
  readonly writer: string | null;
}

/** @returns null for what belongs to no case: `vault.json` and its like */
export function casePath(path: string): CasePath | null {
  const found = inCase.exec(path)?.groups;
  if (found === undefined) return null;
  const { caseId = "", name = "", segment, torn, head } = found;
  const writer = segment ?? torn ?? head ?? null;
  const kind = segment ? "segment" : torn ? "torn" : head ? "head" : name === "erased.json" ? "erased" : "key";
  return { caseId, kind, writer };
}

const inCase =
  /^cases\/(?<caseId>[0-9a-f]{32})\/(?<name>key|key\.2|erased\.json|journal\/(?:(?<segment>[0-9a-f]{32})\.seg|(?<torn>[0-9a-f]{32})\.\d{1,9}\.torn)|heads\/(?<head>[0-9a-f]{32}))$/;
const beside = ["vault.json", "vault.json.2", "vault.head"];

function listOf<T>(said: unknown, read: (row: readonly unknown[]) => T | null): readonly T[] | null {
  if (!Array.isArray(said)) return null;
  const rows: readonly unknown[] = said;
  const list = rows.map((row) => (Array.isArray(row) ? read(row) : null));
  const sound = list.filter((one) => one !== null);
  return sound.length === list.length ? sound : null;
}

/** A backup may come from anywhere: a path that leads elsewhere must not be followed. */
function file([path, sizeBytes, sha256]: readonly unknown[]): ManifestFile | null {
  if (typeof path !== "string" || !(beside.includes(path) || casePath(path) !== null)) return null;
  return isSize(sizeBytes) && isHash(sha256) ? { path, sizeBytes, sha256 } : null;
}

function object([caseId, id, sizeBytes, sha256, changedMillis]: readonly unknown[]): ManifestObject | null {
  if (typeof caseId !== "string" || typeof id !== "string" || !isId(caseId) || !isId(id)) return null;
  if (!isSize(sizeBytes) || !isHash(sha256) || typeof changedMillis !== "number") return null;
  return { caseId, id, sizeBytes, sha256, changedMillis };
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
