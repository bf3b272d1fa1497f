import type { Bytes } from "../model/bytes.ts";
import type { ChangeBody } from "../model/change.ts";
import { isClock } from "./clock.ts";
import { isLine, type LastLine } from "./line.ts";
import type { ObjectKey } from "./object.ts";
import { isRecord, jsonBytes, readRecord } from "./payload.ts";
import { fromBase64, fromHex, isId, randomBytes, toBase64, toHex } from "./text-codes.ts";

/** What a writer says first of all. */
export interface Begin {
  /** 1; what is above was written by a newer version */
  readonly format: number;
  /** UTC, ISO 8601 */
  readonly at: string;
  /** the last lines that the writer had read, but for those that another of them had read itself */
  readonly heads: readonly LastLine[];
}

/** What a frame of a change says. */
export interface SaidChange {
  readonly at: string;
  readonly clock: string;
  readonly body: ChangeBody;
}

/** Whose frame a carried or erased one stands for. */
export interface StandsFor {
  readonly writer: string;
  readonly sequence: number;
  readonly kind: "begin" | "change" | "erased";
  readonly line: string;
  /** SHA-256 of what was said; only of an erased one */
  readonly saidSha256: Bytes | null;
}

export const journalFormat = 1;

export function writeBegin(
  begin: Pick<Begin, "at" | "heads">,
  app: string,
  vault: { readonly id: string; readonly generation: number },
): Bytes {
  return jsonBytes({
    format: journalFormat,
    salt: newSalt(),
    at: begin.at,
    app,
    vault: [vault.id, vault.generation],
    heads: begin.heads.map(({ writer, sequence, line }) => [writer, sequence, line]),
  });
}

/** What a begin says; null where it isn't one. */
export function readBegin(said: Uint8Array): Begin | null {
  const told = readRecord(said);
  if (told === null) return null;
  const { format, at, heads } = told;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1) return null;
  if (format > journalFormat) return { format, at: "", heads: [] };
  if (typeof at !== "string" || !Array.isArray(heads)) return null;
  const read = heads.map(readLastLine);
  const whole = read.filter((one) => one !== null);
  return whole.length === heads.length ? { format, at, heads: whole } : null;
}

export function writeSaidChange({ at, clock, body }: SaidChange): Bytes {
  return jsonBytes({ salt: newSalt(), at, clock, body });
}

/** What a change says; null where it isn't one. */
export function readSaidChange(said: Uint8Array): SaidChange | null {
  const told = readRecord(said);
  if (told === null) return null;
  const { at, clock, body } = told;
  if (typeof at !== "string" || !isClock(clock) || !isRecord(body) || typeof body["kind"] !== "string") return null;
  // Sealed under the case's key by a Folio of this format: `isKnownBody` tells what the fold may take of it.
  return { at, clock, body: body as unknown as ChangeBody };
}

/** What stands beside a change: where the objects that it names are. */
export function writeObjects(objects: ReadonlyMap<string, ObjectKey>): Bytes {
  return jsonBytes({ objects: objectsRecord(objects) });
}

/** What stands beside a carried frame. */
export function writeCarried(of: Omit<StandsFor, "saidSha256">, objects: ReadonlyMap<string, ObjectKey>): Bytes {
  const kind = of.kind === "begin" ? 0 : 1;
  return jsonBytes({ writer: of.writer, sequence: of.sequence, kind, line: of.line, objects: objectsRecord(objects) });
}

/** What stands beside an erased frame. */
export function writeErased(of: Omit<StandsFor, "kind" | "saidSha256">, saidSha256: string): Bytes {
  return jsonBytes({ writer: of.writer, sequence: of.sequence, said: saidSha256, line: of.line });
}

/** Whose frame a carried (or erased) one stands for; null where that can't be told. */
export function readStandsFor(beside: Uint8Array, kind: "carried" | "erased"): StandsFor | null {
  const told = readRecord(beside);
  if (told === null) return null;
  const { writer, sequence, line } = told;
  if (!isId(writer) || !isSequence(sequence) || !isLine(line)) return null;
  if (kind === "erased") {
    const saidSha256 = isLine(told["said"]) ? fromHex(told["said"]) : null;
    return saidSha256 === null ? null : { writer, sequence, line, kind, saidSha256 };
  }
  if (told["kind"] !== 0 && told["kind"] !== 1) return null;
  return { writer, sequence, line, kind: told["kind"] === 0 ? "begin" : "change", saidSha256: null };
}

/** The objects beside a change or a carried frame; null where they are written wrongly. */
export function readObjects(beside: Uint8Array): ReadonlyMap<string, ObjectKey> | null {
  // most changes name none
  if (beside.length <= emptyObjects.length && emptyObjects.every((byte, at) => beside[at] === byte)) return noObjects;
  const told = readRecord(beside)?.["objects"];
  if (!isRecord(told)) return null;
  const objects = new Map<string, ObjectKey>();
  for (const [id, place] of Object.entries(told)) {
    const stored = isRecord(place) ? place["stored"] : null;
    const key = isRecord(place) && typeof place["key"] === "string" ? fromBase64(place["key"]) : null;
    if (!isId(id) || !isId(stored) || key?.length !== 32) return null;
    objects.set(id, { stored, key });
  }
  return objects;
}

const noObjects: ReadonlyMap<string, ObjectKey> = new Map();
const emptyObjects = jsonBytes({ objects: {} });

function objectsRecord(objects: ReadonlyMap<string, ObjectKey>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...objects].map(([id, { stored, key }]) => [id, { stored, key: toBase64(key) }]));
}

function readLastLine(value: unknown): LastLine | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [writer, sequence, line]: readonly unknown[] = value;
  return isId(writer) && isSequence(sequence) && isLine(line) ? { writer, sequence, line } : null;
}

function isSequence(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** Keeps an erased line's hash from being guessed. */
function newSalt(): string {
  return toHex(randomBytes(16));
}
