import type { ChangeBody } from "../model/change.ts";
import type { JournalLine } from "./journal-line.ts";
import type { SaidChange } from "./said.ts";

/** One of the values that were told without knowing of the other. */
export interface ConflictSide {
  /** the writer (a launch of Folio) that told it, and its place there */
  readonly writer: string;
  readonly sequence: number;
  /** UTC, ISO 8601 */
  readonly at: string;
  /** what was told: pence for an amount, a day (or null) for a date, a judgement (or null) for a letter's date */
  readonly value: unknown;
}

/** What an amount or date belongs to, and which one of it. */
export interface ConflictField {
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
}

/**
 * One amount or date that two computers changed, neither having seen the other's change. The latest stands in the case
 * file until somebody says it again, which settles it.
 */
export interface Conflict extends ConflictField {
  /** in the order of their clocks: the last one stands in the case file */
  readonly sides: readonly ConflictSide[];
}

type Change = JournalLine & { readonly change: SaidChange };

/**
 * The amounts and dates that stand disputed after these changes.
 * @param changes all of them, in order
 * @param writers every writer's lines: their begins tell what each had read
 */
export function findConflicts(
  changes: readonly Change[],
  writers: ReadonlyMap<string, readonly JournalLine[]>,
): readonly Conflict[] {
  if (writers.size < 2) return [];
  const knows = whoKnew(writers);
  const told = new Map<string, { readonly field: ConflictField; sides: (ConflictSide & { readonly by: Change })[] }>();
  for (const by of changes) {
    for (const { field, value } of valuesOf(by.change.body)) {
      const name = nameOf(field);
      const entry = told.get(name) ?? { field, sides: [] };
      told.set(name, entry);
      const open = entry.sides.filter((side) => !knows(by, side.by));
      entry.sides = [...open, { writer: by.writer, sequence: by.sequence, at: by.change.at, value, by }];
    }
  }
  return [...told.values()].flatMap(({ field, sides }) => {
    if (new Set(sides.map((side) => JSON.stringify(side.value))).size < 2) return [];
    return [{ ...field, sides: sides.map(({ by: _by, ...side }) => side) }];
  });
}

/** The conflicts that are left once somebody who saw them says these again. */
export function unsettled(conflicts: readonly Conflict[], bodies: readonly ChangeBody[]): readonly Conflict[] {
  if (conflicts.length === 0) return conflicts;
  const said = new Set(bodies.flatMap((body) => valuesOf(body).map(({ field }) => nameOf(field))));
  return conflicts.filter((conflict) => !said.has(nameOf(conflict)));
}

/** The amounts and dates that a change tells. */
function valuesOf(body: ChangeBody): readonly { readonly field: ConflictField; readonly value: unknown }[] {
  const one = (what: ConflictField["what"], id: string, value: unknown, position: number | null = null) => ({
    field: { what, id, position },
    value,
  });
  switch (body.kind) {
    case "cost-kept":
      return [one("cost-amount", body.cost.id, body.cost.amount), one("cost-day", body.cost.id, body.cost.day)];
    case "call-kept":
      return [one("call-day", body.call.id, body.call.day)];
    case "message-kept":
      return [one("message-day", body.message.id, body.message.day)];
    case "event-kept":
      return [one("event-day", body.event.id, body.event.day)];
    case "date-judged":
      return [one("letter-date", body.exhibitId, body.judgement, body.position)];
    case "person-told":
      return [one("birth", "person", body.person.birth)];
    case "retention-told":
      return [one("retention", "case", body.day)];
    default:
      return [];
  }
}

function nameOf({ what, id, position }: ConflictField): string {
  return `${what} ${id} ${position}`;
}

/** Whether the writer of one change had read another by then: through what its begin names, and what those had read. */
function whoKnew(
  writers: ReadonlyMap<string, readonly JournalLine[]>,
): (one: JournalLine, other: JournalLine) => boolean {
  const begins = new Map([...writers].map(([writer, lines]) => [writer, lines[0]?.begin?.heads ?? null]));
  const memo = new Map<string, ReadonlyMap<string, number> | null>();
  /** by writer, how far it had been read; null where the begin is lost, so that nothing can be told */
  const readBy = (writer: string): ReadonlyMap<string, number> | null => {
    const known = memo.get(writer);
    if (known !== undefined) return known;
    const read = new Map<string, number>();
    const waiting = [...(begins.get(writer) ?? [])];
    for (let head = waiting.pop(); head !== undefined; head = waiting.pop()) {
      const before = read.get(head.writer);
      if (before !== undefined && before >= head.sequence) continue;
      read.set(head.writer, head.sequence);
      if (before === undefined) waiting.push(...(begins.get(head.writer) ?? []));
    }
    const result = begins.get(writer) === null ? null : read;
    memo.set(writer, result);
    return result;
  };
  return (one, other) => {
    if (one.writer === other.writer) return true;
    const read = readBy(one.writer);
    return read === null || (read.get(other.writer) ?? -1) >= other.sequence;
  };
}
