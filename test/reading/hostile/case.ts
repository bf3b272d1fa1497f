import type { Bytes } from "#core/model/bytes.ts";
import type { ProblemCode } from "#core/problems.ts";

/** One odd or hostile file, made by code, and what reading must make of it. */
export interface HostileCase {
  /** completes "reading meets …" */
  readonly name: string;
  readonly make: () => Bytes | Promise<Bytes>;
  /** these words come out, in this order on one line of words; null: no words at all */
  readonly words: string | null;
  /** these problems and no others */
  readonly codes: readonly ProblemCode[];
  /** it may run out of time instead, and then need not give words */
  readonly orTooSlow?: true;
}

type Make = HostileCase["make"];

/** The file is read; it may be said to be incomplete. */
export function reads(name: string, make: Make, codes: readonly ProblemCode[] = [], words = letterWords): HostileCase {
  return { name, make, words, codes };
}

/** Nothing of the file is read, and it is said why. */
export function refused(name: string, make: Make, code: ProblemCode): HostileCase {
  return { name, make, words: null, codes: [code] };
}

/** What unpacks to gigabytes may be read, refused, or run out of time; which of them depends on the machine. */
export function orTooSlow(one: HostileCase): HostileCase {
  return { ...one, orTooSlow: true };
}

/** What every good letter in here says. */
export const letterWords = "Date: 7 March 2024";
