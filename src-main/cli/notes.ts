import { sayProblem } from "#core/problem-words.ts";
import type { ProblemCode } from "#core/problems.ts";

/** Says on standard error what was found, each once. */
export function sayNotes(codes: readonly ProblemCode[], about = ""): void {
  for (const code of new Set(codes))
    process.stderr.write(`Note: ${about === "" ? "" : `${about}: `}${sayProblem(code)}\n`);
}

/** Found, said, and nothing is lost by it: no reason to end with anything but 0. */
const harmless: ReadonlySet<ProblemCode> = new Set(["journal-torn", "vault-copy-damaged", "vault-head-damaged"]);

/** Whether something of what was found is damage: what could be read is given all the same, and the command ends with 3. */
export function isDamage(codes: readonly ProblemCode[]): boolean {
  return codes.some((code) => !harmless.has(code));
}
