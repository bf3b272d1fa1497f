import { parseDay, sayDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { DateValue } from "#core/model/mention.ts";
import { pence, sayPounds } from "#core/model/pence.ts";
import type { ConflictField } from "#core/vault/conflicts.ts";
import { sayValue } from "./say.ts";
import { conflictWords } from "./words/conflicts.ts";
import { callWords } from "./words/entries.ts";

/** What a disputed value belongs to: the letter's title, who was called, what was paid. */
export function sayDisputed(field: ConflictField | undefined, file: CaseFile): string {
  if (field === undefined) return "";
  const find = <T extends { readonly id: string }>(list: readonly T[]) => list.find((one) => one.id === field.id);
  const call = find(file.calls);
  if (call !== undefined) return call.direction === "out" ? callWords.callTo(call.who) : callWords.callFrom(call.who);
  return (
    find(file.costs)?.what ??
    find(file.messages)?.subject ??
    find(file.events)?.text ??
    find(file.exhibits)?.title ??
    conflictWords.fields[field.what]
  );
}

/** One side's value as a person reads it. */
export function sayConflictValue({ what }: ConflictField, value: unknown): string {
  if (what === "letter-date") return sayJudgement(value);
  if (typeof value === "number") return sayPounds(pence(value));
  const day = typeof value === "string" ? parseDay(value) : null;
  return day === null ? conflictWords.none : sayDay(day);
}

function sayJudgement(value: unknown): string {
  const { judgements } = conflictWords;
  if (typeof value !== "object" || value === null || !("kind" in value)) return judgements.waiting;
  if (value.kind === "rejected") return judgements.rejected;
  if (value.kind !== "corrected" || !("to" in value)) return judgements.accepted;
  // A side's value is the judgement of a change that was checked when it was read.
  return sayValue((value.to as { readonly value: DateValue }).value);
}
