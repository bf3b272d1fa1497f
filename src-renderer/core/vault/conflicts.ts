/** One of the values that were told without knowing of the other. */
export interface ConflictSide {
  /** the writer (a launch of Folio) that told it, and its place there */
  readonly writer: string;
  readonly sequence: number;
  /** UTC, ISO 8601 */
  readonly at: string;
  /** what was told: pence for an amount, a day (or null) for a date, a judgement for a letter's date */
  readonly value: unknown;
}

/**
 * One amount or date that two computers changed, neither having seen the other's change. The latest stands in the case
 * file until somebody says it again, which settles it.
 */
export interface Conflict {
  readonly what:
    | "cost-amount"
    | "cost-day"
    | "call-day"
    | "message-day"
    | "event-day"
    | "letter-date"
    | "birth"
    | "retention";
  /** the entry's or exhibit's id; "person" and "case" where there is none */
  readonly id: string;
  /** for a letter's date: its position in the exhibit's mentions; else null */
  readonly position: number | null;
  /** in the order of their clocks: the last one stands in the case file */
  readonly sides: readonly ConflictSide[];
}
