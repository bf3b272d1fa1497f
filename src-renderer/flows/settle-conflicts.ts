import { type CalendarDay, parseDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { ChangeBody } from "#core/model/change.ts";
import type { Judgement } from "#core/model/exhibit.ts";
import { pence } from "#core/model/pence.ts";
import type { Conflict, ConflictField } from "#core/vault/conflicts.ts";
import { keep, openFile } from "./current-case.ts";

/** What a person said of one disputed amount or date. */
export interface Settled {
  readonly field: ConflictField;
  /** of one of its sides */
  readonly value: unknown;
}

/** Says disputed values again, as chosen: that settles them. Undo says again what stood before. */
export function settleConflicts(settled: readonly Settled[], done: string): Promise<boolean> {
  const file = openFile();
  return keep(settledBodies(file, settled), done, settledBodies(file, settled, true));
}

/**
 * The changes that say the chosen values: one for each entry, so that two values of one entry are said together.
 * @param asBefore whether they say what stands in the case file now instead
 */
export function settledBodies(file: CaseFile, settled: readonly Settled[], asBefore = false): readonly ChangeBody[] {
  const names = new Set(settled.map(({ field }) => nameOf(field)));
  return [...names].flatMap((name) => {
    const values = settled.filter(({ field }) => nameOf(field) === name);
    const first = values[0]?.field;
    const body = first === undefined ? null : bodyOf(file, first, asBefore ? [] : values);
    return body === null ? [] : [body];
  });
}

/** The amount and the day of one cost go together, since they are said together. */
export function nameOf({ what, id, position }: ConflictField): string {
  return what === "letter-date" ? `${id} ${position}` : id;
}

function bodyOf(file: CaseFile, { what, id, position }: ConflictField, values: readonly Settled[]): ChangeBody | null {
  const entryIn = <T extends { readonly id: string }>(list: readonly T[]) => list.find((one) => one.id === id);
  const day = (before: CalendarDay) => dayOf(values) ?? before;
  switch (what) {
    case "cost-amount":
    case "cost-day": {
      const cost = entryIn(file.costs);
      if (cost === undefined) return null;
      const amount = values.find(({ field }) => field.what === "cost-amount")?.value;
      return {
        kind: "cost-kept",
        cost: { ...cost, day: day(cost.day), amount: typeof amount === "number" ? pence(amount) : cost.amount },
      };
    }
    case "call-day": {
      const call = entryIn(file.calls);
      return call === undefined ? null : { kind: "call-kept", call: { ...call, day: day(call.day) } };
    }
    case "message-day": {
      const message = entryIn(file.messages);
      return message === undefined ? null : { kind: "message-kept", message: { ...message, day: day(message.day) } };
    }
    case "event-day": {
      const event = entryIn(file.events);
      return event === undefined ? null : { kind: "event-kept", event: { ...event, day: day(event.day) } };
    }
    case "letter-date":
      return judged(file, id, position, values);
    case "birth":
      return { kind: "person-told", person: { ...file.person, birth: dayOrNone(values, file.person.birth) } };
    case "retention":
      return { kind: "retention-told", day: dayOrNone(values, file.retention) };
  }
}

function judged(
  file: CaseFile,
  exhibitId: string,
  position: number | null,
  values: readonly Settled[],
): ChangeBody | null {
  const exhibit = file.exhibits.find((one) => one.id === exhibitId);
  if (exhibit === undefined || position === null) return null;
  const before = exhibit.judgements[position] ?? null;
  // A side's value is the judgement of a change that was checked when it was read.
  const judgement = values[0] === undefined ? before : (values[0].value as Judgement | null);
  return { kind: "date-judged", exhibitId, position, judgement };
}

function dayOf(values: readonly Settled[]): CalendarDay | null {
  const told = values.find(({ field }) => field.what.endsWith("-day"))?.value;
  return typeof told === "string" ? parseDay(told) : null;
}

function dayOrNone(values: readonly Settled[], before: CalendarDay | null): CalendarDay | null {
  const [told] = values;
  if (told === undefined) return before;
  return typeof told.value === "string" ? parseDay(told.value) : null;
}

/** Disputed values by what they are said with. */
export function conflictGroups(conflicts: readonly Conflict[]): readonly (readonly Conflict[])[] {
  const names = [...new Set(conflicts.map(nameOf))];
  return names.map((name) => conflicts.filter((conflict) => nameOf(conflict) === name));
}
