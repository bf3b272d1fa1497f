import type { Bytes } from "#core/model/bytes.ts";
import { fromUtf8, utf8 } from "#core/vault/text-codes.ts";
import type { RowKeys } from "./sealed-row.ts";
import type { WorkingCopy } from "./working-copy.ts";

/** The snapshot of a case as it was last saved; whether it still fits the journal is for who opens the case to see. */
export async function readSnapshot(copy: WorkingCopy, keys: RowKeys): Promise<unknown> {
  return fromJson(await copy.read(keys, "snapshots", keys.caseId));
}

export async function writeSnapshot(copy: WorkingCopy, keys: RowKeys, snapshot: unknown): Promise<boolean> {
  return copy.write(keys, "snapshots", keys.caseId, utf8(JSON.stringify(snapshot)));
}

/** By the object that holds a letter's words: the text of each of its pages; null for those that aren't here. */
export async function readPageTexts(
  copy: WorkingCopy,
  keys: RowKeys,
  wordsObjects: readonly string[],
): Promise<readonly (readonly string[] | null)[]> {
  const rows = await copy.readMany(keys, "words", wordsObjects);
  return rows.map((row) => {
    const texts = fromJson(row);
    return Array.isArray(texts) && texts.every((text) => typeof text === "string") ? texts : null;
  });
}

/** @param texts by the object that holds a letter's words */
export async function writePageTexts(
  copy: WorkingCopy,
  keys: RowKeys,
  texts: ReadonlyMap<string, readonly string[]>,
): Promise<boolean> {
  return copy.writeMany(keys, "words", new Map([...texts].map(([id, pages]) => [id, utf8(JSON.stringify(pages))])));
}

/** A small picture of a page. */
export interface SmallPicture {
  /** pixels */
  readonly width: number;
  readonly height: number;
  readonly jpeg: Bytes;
}

/** Which picture it is: the object it was drawn from, the page in it, and how wide it was asked for. */
export function pictureId(object: string, page: number, width: number): string {
  return `${object}-${page}-${width}`;
}

/** Shape of the row: width u16 | height u16 | JPEG. */
export async function readPicture(copy: WorkingCopy, keys: RowKeys, id: string): Promise<SmallPicture | null> {
  const row = await copy.read(keys, "pictures", id);
  if (row === null || row.length < 5) return null;
  const numbers = new DataView(row.buffer, row.byteOffset);
  return { width: numbers.getUint16(0, true), height: numbers.getUint16(2, true), jpeg: row.slice(4) };
}

export async function writePicture(
  copy: WorkingCopy,
  keys: RowKeys,
  id: string,
  { width, height, jpeg }: SmallPicture,
): Promise<boolean> {
  const row = new Uint8Array(4 + jpeg.length);
  const numbers = new DataView(row.buffer);
  numbers.setUint16(0, width, true);
  numbers.setUint16(2, height, true);
  row.set(jpeg, 4);
  return copy.write(keys, "pictures", id, row);
}

/** What the window notes about the vault, by name. */
export async function readNote(copy: WorkingCopy, keys: RowKeys, name: string): Promise<unknown> {
  return fromJson(await copy.read(keys, "notes", `${keys.caseId}-${name}`));
}

export async function writeNote(copy: WorkingCopy, keys: RowKeys, name: string, note: unknown): Promise<boolean> {
  return copy.write(keys, "notes", `${keys.caseId}-${name}`, utf8(JSON.stringify(note)));
}

function fromJson(row: Bytes | null): unknown {
  const text = row === null ? null : fromUtf8(row);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
