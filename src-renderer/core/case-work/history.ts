import type { HistoryLine } from "../vault/custody.ts";
import type { JournalLine } from "../vault/journal.ts";
import type { KeptCase } from "./kept-case.ts";

/** Every change that was ever kept, in order, from the journal; a case in memory only has none. */
export async function readHistory(_kept: KeptCase): Promise<readonly HistoryLine[]> {
  throw new Error("to follow");
}

/**
 * The head of the case: SHA-256 (hex) over every writer's last line. Printed in packs and exports; two copies with the
 * same head hold the same history.
 */
export async function caseHead(_kept: KeptCase): Promise<string> {
  throw new Error("to follow");
}

/** Every line as it stands, begins and erased ones too, by writer and sequence: what a bundle carries elsewhere. */
export async function readLines(_kept: KeptCase): Promise<readonly JournalLine[]> {
  throw new Error("to follow");
}
