import { Problem, type ProblemCode } from "../../problems.ts";
import { headOf, lineBytes, nextLine, noLine } from "../line.ts";
import { idBytes, toHex } from "../text-codes.ts";
import type { BundledLine } from "./history-lines.ts";

/**
 * Works out the custody chain of every writer anew: each begins at 0, goes up by one, and each line's hash is what it
 * says and the line before it give. Nothing can be left out, put in, or moved but by making the whole chain again.
 *
 * @param code what to call it where one isn't: what came in a bundle, or our own journal
 * @throws {Problem} of that code
 */
export function checkLines(lines: readonly BundledLine[], code: ProblemCode): void {
  const ends = new Map<string, { readonly sequence: number; readonly line: string }>();
  for (const { writer, sequence, kind, saidSha256, line } of lines) {
    const before = ends.get(writer);
    const misplaced = sequence === 0 ? kind === "change" : kind === "begin";
    if (misplaced || sequence !== (before?.sequence ?? -1) + 1) {
      throw new Problem(code, "a line of history is out of place");
    }
    const start = before === undefined ? noLine : lineBytes(before.line);
    if (toHex(nextLine(start, idBytes(writer), sequence, saidSha256)) !== line) {
      throw new Problem(code, "a line of history was altered");
    }
    ends.set(writer, { sequence, line });
  }
}

/** The head of the case whose history these lines are, in hex. Who said no more than a begin doesn't count. */
export function headOfLines(lines: readonly BundledLine[]): string {
  const last = new Map(lines.map((one) => [one.writer, one]));
  return toHex(headOf([...last.values()].filter((one) => one.kind !== "begin")));
}
