import { type KeptCase, keepChange } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { ChangeBody } from "#core/model/change.ts";
import { Problem } from "#core/problems.ts";
import { findCase } from "./find-case.ts";
import { isDamage, sayNotes } from "./notes.ts";
import { type OpenData, withVault } from "./open-data.ts";
import type { UnlockValues } from "./secrets.ts";

/** An open case: `kept` is put in its place anew with every change. */
export interface OpenCase extends OpenData {
  kept: KeptCase;
  /** the case is gone: there is nothing to close */
  isErased: boolean;
}

interface WhichCase {
  readonly folder: string;
  /** its id, the beginning of one, or its name */
  readonly named: string;
  readonly values: UnlockValues;
}

/** "read" works while the case is open elsewhere; "write" doesn't; "record" works, but then nothing can be written down. */
type Purpose = "read" | "write" | "record";

/**
 * Unlocks, and opens a case.
 * @returns the exit code of `work`; 3 where the case is damaged, which is said
 * @throws {Problem} `case-not-found`, `case-open-elsewhere` for "write"
 */
export function withCase(
  purpose: Purpose,
  { folder, named, values }: WhichCase,
  work: (open: OpenCase) => Promise<number>,
): Promise<number> {
  return withVault(folder, values, async (data) => {
    const caseId = await findCase(data, named);
    const { kept, notes } = await openCase(data.host, data.vault, caseId, { readOnly: purpose === "read" });
    sayNotes(notes);
    const code = await workAndClose({ ...data, kept, isErased: false }, async (open) => {
      if (purpose === "write" && kept.disk?.lease === null) throw new Problem("case-open-elsewhere");
      return work(open);
    });
    return code === 0 && isDamage(notes) ? 3 : code;
  });
}

async function workAndClose(open: OpenCase, work: (open: OpenCase) => Promise<number>): Promise<number> {
  let code: number;
  try {
    code = await work(open);
  } catch (cause) {
    // What stopped the work is what the person must hear of; the case is safe without its head.
    await closeKept(open.kept).catch(() => undefined);
    throw cause;
  }
  if (!open.isErased) await closeKept(open.kept);
  return code;
}

/** Writes down in the case's history what went out of it; where it is open elsewhere, or can't be written to, that is said. */
export async function recordOut(open: OpenCase, body: ChangeBody): Promise<void> {
  if (open.kept.disk?.lease === null) {
    process.stderr.write(
      "Note: this case file is open in another window or program, so its history does not say that this was made.\n",
    );
    return;
  }
  try {
    open.kept = await keepChange(open.kept, body, new Date());
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "cannot-write") throw error;
    process.stderr.write(
      "Note: the folder can't be written to, so this case file's history does not say that this was made.\n",
    );
  }
}
