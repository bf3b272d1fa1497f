import { type Bytes, joinBytes } from "../model/bytes.ts";
import { isLine, type LastLine } from "./line.ts";
import { jsonBytes, readRecord } from "./payload.ts";
import { type SmallSealer, smallSealer } from "./seal.ts";
import { idBytes } from "./text-codes.ts";

/** What `heads/<writer>` says: how far that writer's segment went, and what the case was called then. */
export interface WriterHead {
  readonly sequence: number;
  readonly line: string;
  readonly name: string;
  /** UTC, ISO 8601 */
  readonly at: string;
}

/** Seals heads of one case. @param key the case's key */
export function headSealer(key: CryptoKey): SmallSealer {
  return smallSealer(key, "folio/head/v1");
}

export async function sealHead(sealer: SmallSealer, caseId: string, writer: string, head: WriterHead): Promise<Bytes> {
  const { sequence, line, name, at } = head;
  return sealer.seal(aad(caseId, writer), jsonBytes({ sequence, line, name, at }));
}

/** Opens a head under whichever of the sealers it was sealed; null where none opens it. */
export async function openHead(
  sealers: readonly SmallSealer[],
  caseId: string,
  writer: string,
  sealed: Bytes,
): Promise<WriterHead | null> {
  for (const sealer of sealers) {
    const plain = await sealer.open(aad(caseId, writer), sealed);
    if (plain !== null) return readHead(plain);
  }
  return null;
}

function readHead(plain: Bytes): WriterHead | null {
  const told = readRecord(plain);
  if (told === null) return null;
  const { sequence, line, name, at } = told;
  if (typeof sequence !== "number" || !Number.isSafeInteger(sequence)) return null;
  return isLine(line) && typeof name === "string" && typeof at === "string" ? { sequence, line, name, at } : null;
}

/** A head's line as the last line of its writer. */
export function lastLineOf(writer: string, head: WriterHead): LastLine {
  return { writer, sequence: head.sequence, line: head.line };
}

function aad(caseId: string, writer: string): Bytes {
  return joinBytes([idBytes(caseId), idBytes(writer)]);
}
