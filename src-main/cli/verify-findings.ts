import { sayProblem } from "#core/problem-words.ts";
import type { ProblemCode } from "#core/problems.ts";
import type { BundleSecretValues } from "./bundle-secret.ts";
import type { UnlockValues } from "./secrets.ts";

/** What is to be verified, and with what it can be opened. */
export interface ToVerify {
  readonly path: string;
  readonly values: UnlockValues & BundleSecretValues;
  /** the head that a pack or export bears, to be found in what is verified; null where none was given */
  readonly head: string | null;
}

/** One thing that was found. A note costs nothing; damage does. */
export interface Finding {
  readonly level: "note" | "damage";
  readonly what: ProblemCode;
  /** which part: "cases/<id>/journal/<writer>, byte 4096" */
  readonly where: string;
  /** in words */
  readonly says: string;
}

/** What was found so far. */
export interface Findings {
  readonly list: readonly Finding[];
  readonly damage: number;
  /** @param says where the problem's own sentence doesn't fit */
  add(level: Finding["level"], what: ProblemCode, where: string, says?: string): void;
}

export function newFindings(): Findings {
  const list: Finding[] = [];
  return {
    list,
    get damage() {
      return list.filter(({ level }) => level === "damage").length;
    },
    add: (level, what, where, says = sayProblem(what)) => list.push({ level, what, where, says }),
  };
}

/** What was looked through. */
export interface Verified {
  readonly kind: "data" | "bundle" | "bag" | "pack";
  /** a line each, for a person: "case 1a2b…: 120 lines, 14 objects" */
  readonly lines: readonly string[];
  /** the heads of what is in it, by case id */
  readonly heads: Readonly<Record<string, string>>;
}

/** Says on standard output what was found, and how much was looked through. */
export function sayFindings({ kind, lines, heads }: Verified, { list, damage }: Findings, asJson: boolean): void {
  if (asJson) {
    const whole = { sound: damage === 0, kind, heads, findings: list };
    process.stdout.write(`${JSON.stringify(whole, null, 1)}\n`);
    return;
  }
  for (const { level, what, where, says } of list) process.stdout.write(`${level}: ${where}: ${says} (${what})\n`);
  for (const line of lines) process.stdout.write(`${line}\n`);
  for (const [id, head] of Object.entries(heads)) process.stdout.write(`head ${head} of ${id}\n`);
  process.stdout.write(
    damage === 0 ? "Sound.\n" : `Not sound: ${damage === 1 ? "1 thing is" : `${damage} things are`} wrong.\n`,
  );
}
