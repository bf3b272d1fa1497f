import type { Bytes } from "#core/model/bytes.ts";
import { joinBytes } from "#core/model/bytes.ts";
import { deriveBytes, importKey } from "#core/vault/derive.ts";
import { type SmallSealer, smallSealer } from "#core/vault/seal.ts";
import { idBytes, utf8 } from "#core/vault/text-codes.ts";
import type { CopyTable } from "./database.ts";

/** What is needed to seal and open one case's rows. */
export interface RowKeys {
  readonly caseId: string;
  /** the first seals; any may open */
  readonly sealers: readonly SmallSealer[];
}

/** The form of what is inside a row; a row of another form doesn't open. */
const rowForm = 1;

/** @param keys the case's keys, the present one first */
export function rowKeys(caseId: string, keys: readonly CryptoKey[]): RowKeys {
  return { caseId, sealers: keys.map((key) => smallSealer(key, "folio/record/v1")) };
}

/** Keys for what the window notes about the vault itself, under the vault's id. */
export async function vaultRowKeys(vaultId: string, root: CryptoKey): Promise<RowKeys> {
  return rowKeys(vaultId, [await importKey(await deriveBytes(root, "folio/window/v1"))]);
}

/** Seals a row, bound to its case, table and id: it opens nowhere else. */
export async function sealRow(keys: RowKeys, table: CopyTable, id: string, content: Bytes): Promise<Bytes> {
  const [sealer] = keys.sealers;
  if (sealer === undefined) throw new Error("a case has a key");
  return sealer.seal(rowAad(keys.caseId, table, id), content);
}

/** @returns null for a row that isn't what was sealed here: another case's, another table's, damaged */
export async function openRow(keys: RowKeys, table: CopyTable, id: string, sealed: Bytes): Promise<Bytes | null> {
  for (const sealer of keys.sealers) {
    const content = await sealer.open(rowAad(keys.caseId, table, id), sealed);
    if (content !== null) return content;
  }
  return null;
}

/** Shape: case id (16) | table | 0x00 | row id | 0x00 | version u32 (FORMAT.md, "Drafts and the working copy"). */
function rowAad(caseId: string, table: CopyTable, id: string): Bytes {
  const version = new Uint8Array(4);
  new DataView(version.buffer).setUint32(0, rowForm, true);
  const zero = new Uint8Array(1);
  return joinBytes([idBytes(caseId), utf8(table), zero, utf8(id), zero, version]);
}
