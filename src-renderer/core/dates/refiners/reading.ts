import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { DateValue } from "#core/model/mention.ts";
import type { DatePage, Found } from "../found.ts";
import type { Setting } from "../sentence.ts";
import type { Tense } from "../tense.ts";

/** What values are worked out from, growing as the letter is read. */
export interface Sofar {
  readonly letterDate: CalendarDay | null;
  readonly atHand: CalendarDay | null;
  readonly mentioned: CalendarDay | null;
  /** the latest day of those mentioned shortly before, which "that date" means */
  readonly latestClose: CalendarDay | null;
  /** for an entry of a diary, the entry before it */
  readonly entry: CalendarDay | null;
  /** the date mentioned before in the same sentence */
  readonly sameSentence: CalendarDay | null;
}

/** Where a find stands among the others. */
export interface Place {
  readonly found: readonly Found[];
  readonly pages: readonly DatePage[];
  readonly index: number;
  readonly setting: Setting;
  readonly tense: Tense;
}

/** A value, how it was counted (null where it is printed), and how far to trust it (0–1). */
export interface Reading {
  readonly value: DateValue;
  readonly how: string | null;
  readonly trust: number;
}

/** A day that was counted. */
export function counted(day: CalendarDay, how: string, trust: number): Reading {
  return { value: { kind: "day", day }, how: `relative: ${how}`, trust };
}

/** "+5", "-1". */
export function signed(count: number): string {
  return count < 0 ? `${count}` : `+${count}`;
}
