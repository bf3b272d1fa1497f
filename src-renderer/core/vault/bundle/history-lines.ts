import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, joinBytes } from "../../model/bytes.ts";
import { Problem } from "../../problems.ts";
import { isLine } from "../line.ts";
import { fromHex, fromUtf8, isId, toHex, utf8 } from "../text-codes.ts";
import type { Parts } from "./streams.ts";

/** A line of `data/journal.jsonl`: see resources/bundle-json.md. */
interface WrittenLine {
  readonly writer: string;
  readonly sequence: number;
  readonly kind: "begin" | "change" | "erased";
  readonly line: string;
  readonly said?: string;
  readonly saidSha256?: string;
}

/** A line of history as it travels: without the places of objects, which are this vault's own. */
export interface BundledLine {
  readonly writer: string;
  readonly sequence: number;
  readonly kind: "begin" | "change" | "erased";
  /** the exact bytes that were said; null when it was erased */
  readonly said: Bytes | null;
  readonly saidSha256: Bytes;
  /** its hash in the writer's chain: 64 hex digits */
  readonly line: string;
}

/** A line of the journal holds at most 8 MiB with its padding. */
const mostLineBytes = 8_388_608;
/** A journal of 2,000 letters takes about 40 MiB. */
export const mostJournalBytes = 134_217_728;
/** Every line that a person could make in a life. */
const mostLines = 500_000;

/** One line of the journal as a line of JSON: what was said as text, exactly, so that its hash can be told again. */
export function writeLine({ writer, sequence, kind, line, said, saidSha256 }: BundledLine): string {
  const start = { writer, sequence, kind, line };
  const text = said === null ? null : fromUtf8(said);
  if (said !== null && text === null) throw new Problem("journal-damaged", "a line that is not text");
  const written: WrittenLine = text === null ? { ...start, saidSha256: toHex(saidSha256) } : { ...start, said: text };
  return `${JSON.stringify(written)}\n`;
}

/**
 * The lines of `data/journal.jsonl`.
 * @throws {Problem} `bag-wrong` where it is not what `writeLine` writes, or too much
 */
export async function readLinesOf(parts: Parts): Promise<readonly BundledLine[]> {
  const lines: BundledLine[] = [];
  let open: Uint8Array[] = [];
  let openBytes = 0;
  let sizeBytes = 0;
  const close = (end: Uint8Array) => {
    const text = fromUtf8(joinBytes([...open, end]));
    const read = text === null ? null : readLine(text);
    if (read === null || lines.length >= mostLines) throw new Problem("bag-wrong", `journal, line ${lines.length + 1}`);
    lines.push(read);
    open = [];
    openBytes = 0;
  };
  for await (const part of parts) {
    sizeBytes += part.length;
    let at = 0;
    for (let end = part.indexOf(10); end >= 0; end = part.indexOf(10, at)) {
      close(part.subarray(at, end));
      at = end + 1;
    }
    open.push(part.slice(at));
    openBytes += part.length - at;
    if (openBytes > mostLineBytes || sizeBytes > mostJournalBytes) throw new Problem("bag-wrong", "journal too large");
  }
  if (openBytes > 0) throw new Problem("bag-wrong", "the journal's last line has no end");
  return lines;
}

function readLine(text: string): BundledLine | null {
  const value = asJson(text);
  if (typeof value !== "object" || value === null) return null;
  const { writer, sequence, kind, line, said, saidSha256, ...more }: Partial<Record<string, unknown>> = { ...value };
  if (!isId(writer) || !isLine(line) || Object.keys(more).length > 0) return null;
  if (typeof sequence !== "number" || !Number.isSafeInteger(sequence) || sequence < 0) return null;
  const hash = isLine(saidSha256) ? fromHex(saidSha256) : null;
  if (kind === "erased" && said === undefined && hash !== null) {
    return { writer, sequence, kind, line, said: null, saidSha256: hash };
  }
  if ((kind !== "begin" && kind !== "change") || typeof said !== "string" || saidSha256 !== undefined) return null;
  const bytes = utf8(said);
  return { writer, sequence, kind, line, said: bytes, saidSha256: sha256(bytes) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
