import { Problem } from "../problems.ts";
import type { HistoryLine } from "../vault/custody.ts";
import type { JournalLine } from "../vault/journal-line.ts";
import { headOf } from "../vault/line.ts";
import { toHex } from "../vault/text-codes.ts";
import type { KeptCase } from "./kept-case.ts";
import { readWholeJournal } from "./replay.ts";

/** Every change that was ever kept, in order, from the journal; a case in memory only has none. */
export async function readHistory(kept: KeptCase): Promise<readonly HistoryLine[]> {
  return inOrder(await readLines(kept));
}

/**
 * The head of the case: SHA-256 (hex) over every writer's last line. Printed in packs and exports; two copies with the
 * same head hold the same history.
 */
export async function caseHead({ disk }: KeptCase): Promise<string> {
  return toHex(headOf(disk === null ? [] : [...disk.opened.last, ...(disk.journal?.lastLines() ?? [])]));
}

/** Every line as it stands, begins and erased ones too, by writer and sequence: what a bundle carries elsewhere. */
export async function readLines({ disk }: KeptCase): Promise<readonly JournalLine[]> {
  if (disk === null) return [];
  const { host, keys } = disk;
  const { journal } = await readWholeJournal(host, keys, await host.readCase(keys.caseId), ({ what }) => {
    if (what === "journal-newer") throw new Problem("journal-newer");
  });
  return [...journal.writers].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, lines]) => lines);
}

/** Changes and erased lines by clock. An erased one has no clock left: it stands behind the line before it. */
function inOrder(lines: readonly JournalLine[]): readonly HistoryLine[] {
  const history: HistoryLine[] = [];
  let clock = "";
  for (const { writer, sequence, line, kind, change, standsSince } of lines) {
    if (kind === "begin") {
      clock = "";
      continue;
    }
    clock = change?.clock ?? clock;
    history.push({ writer, sequence, line, at: change?.at ?? standsSince, clock, body: change?.body ?? null });
  }
  return history.sort((one, other) => {
    if (one.clock !== other.clock) return one.clock < other.clock ? -1 : 1;
    if (one.writer !== other.writer) return one.writer < other.writer ? -1 : 1;
    return one.sequence - other.sequence;
  });
}
