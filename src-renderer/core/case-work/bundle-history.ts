import type { CaseFile } from "../model/case-file.ts";
import { foldChanges } from "../model/fold.ts";
import { Problem } from "../problems.ts";
import type { BundledLine } from "../vault/bundle/history-lines.ts";
import { readRecord } from "../vault/payload.ts";
import { journalFormat, readBegin, readSaidChange, type SaidChange } from "../vault/said.ts";
import { checkSaidChange } from "./change-schema.ts";

/**
 * The case file that lines of our own journal amount to.
 * @throws {Problem} `journal-damaged` where a line can't be read
 */
export function fileOfOwnLines(lines: readonly BundledLine[]): CaseFile {
  return fileOf(lines, (said) => {
    const change = readSaidChange(said);
    if (change === null) throw new Problem("journal-damaged", "a line that says nothing");
    return change;
  });
}

/**
 * The case file that lines out of a bundle amount to, each looked at field by field.
 * @throws {Problem} `bundle-newer` where a later Folio wrote one, `bag-wrong` where none could have
 */
export function fileOfForeignLines(lines: readonly BundledLine[]): CaseFile {
  for (const { kind, said } of lines) {
    const begin = kind === "begin" && said !== null ? readBegin(said) : undefined;
    if (begin === null) throw new Problem("bag-wrong", "a beginning that says nothing");
    if (begin !== undefined && begin.format > journalFormat) throw new Problem("bundle-newer");
  }
  return fileOf(lines, (said) => {
    const change = checkSaidChange(readRecord(said));
    if (change === "newer") throw new Problem("bundle-newer");
    if (change === null) throw new Problem("bag-wrong", "a change that says nothing");
    return change;
  });
}

/** Folded by clock, then writer, then sequence: the order of FORMAT.md. */
function fileOf(lines: readonly BundledLine[], read: (said: Uint8Array) => SaidChange): CaseFile {
  const told = lines.flatMap(({ kind, said, writer, sequence }) =>
    kind === "change" && said !== null ? [{ ...read(said), writer, sequence }] : [],
  );
  told.sort(
    (one, other) =>
      compare(one.clock, other.clock) || compare(one.writer, other.writer) || one.sequence - other.sequence,
  );
  return foldChanges(told);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
