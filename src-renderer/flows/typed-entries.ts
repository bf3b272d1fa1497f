import { newId } from "#core/case-work/kept-case.ts";
import { sayDay } from "#core/model/calendar-day.ts";
import type { CallNote, PortalMessage, Promised } from "#core/model/call-note.ts";
import type { Cost, HeadOfLoss } from "#core/model/cost.ts";
import type { Issue } from "#core/model/issue.ts";
import { parsePounds, sayPounds } from "#core/model/pence.ts";
import { today } from "./today.ts";
import { typedDate } from "./typed-date.ts";
import { typedTime, wholeNumber } from "./typed-numbers.ts";

/** What stands in the form of a promise; its id only tells rows apart. */
export interface TypedPromise {
  readonly id: string;
  readonly what: string;
  readonly by: string;
}

/** What stands in the form of a call note, as typed. */
export interface TypedCall {
  readonly direction: CallNote["direction"];
  readonly day: string;
  readonly time: string;
  readonly who: string;
  readonly theySaid: string;
  readonly iSaid: string;
  readonly minutes: string;
  readonly hold: string;
  readonly promises: readonly TypedPromise[];
}

export function nothingPromised(): TypedPromise {
  return { id: newId(), what: "", by: "" };
}

/** The form of a call note: empty, dated today; or as the note was kept. */
export function typedCall(call: CallNote | null): TypedCall {
  return {
    direction: call?.direction ?? "out",
    day: sayDay(call?.day ?? today()),
    time: call?.time ?? "",
    who: call?.who ?? "",
    theySaid: call?.theySaid ?? "",
    iSaid: call?.iSaid ?? "",
    minutes: sayNumber(call?.minutes),
    hold: sayNumber(call?.holdMinutes),
    promises: [...(call?.promises ?? []).map(typedPromise), ...(call?.promises.length ? [] : [nothingPromised()])],
  };
}

function typedPromise({ what, by }: Promised): TypedPromise {
  return { id: newId(), what, by: by === null ? "" : sayDay(by) };
}

/** The call note that the form says; null while its day can't be read. */
export function asCall(id: string, typed: TypedCall): CallNote | null {
  const day = typedDate(typed.day);
  if (day === null) return null;
  return {
    id,
    day,
    time: typedTime(typed.time),
    direction: typed.direction,
    who: typed.who.trim(),
    theySaid: typed.theySaid.trim(),
    iSaid: typed.iSaid.trim(),
    promises: typed.promises
      .map((promise): Promised => ({ what: promise.what.trim(), by: typedDate(promise.by) }))
      .filter((promise) => promise.what !== ""),
    holdMinutes: wholeNumber(typed.hold),
    minutes: wholeNumber(typed.minutes),
  };
}

/** What stands in the form of a portal message. */
export interface TypedMessage {
  readonly direction: PortalMessage["direction"];
  readonly day: string;
  readonly time: string;
  readonly subject: string;
  readonly text: string;
}

export function typedMessage(message: PortalMessage | null): TypedMessage {
  return {
    direction: message?.direction ?? "out",
    day: sayDay(message?.day ?? today()),
    time: message?.time ?? "",
    subject: message?.subject ?? "",
    text: message?.text ?? "",
  };
}

/** The message that the form says; null while its day can't be read. */
export function asMessage(id: string, typed: TypedMessage): PortalMessage | null {
  const day = typedDate(typed.day);
  if (day === null) return null;
  const { direction } = typed;
  return { id, day, direction, time: typedTime(typed.time), subject: typed.subject.trim(), text: typed.text.trim() };
}

/** What stands in the form of a cost; `exhibit` and `page` are the proof's numbers, empty where there is none. */
export interface TypedCost {
  readonly day: string;
  readonly what: string;
  readonly payee: string;
  readonly amount: string;
  readonly head: HeadOfLoss;
  readonly cause: string;
  readonly exhibit: string;
  readonly page: string;
}

export function typedCost(cost: Cost | null): TypedCost {
  return {
    day: sayDay(cost?.day ?? today()),
    what: cost?.what ?? "",
    payee: cost?.payee ?? "",
    amount: cost === null ? "" : sayPounds(cost.amount),
    head: cost?.head ?? "out-of-pocket",
    cause: cost?.cause ?? "",
    exhibit: sayNumber(cost?.proof?.exhibit),
    page: sayNumber(cost?.proof?.page),
  };
}

/** The cost that the form says; null while its day or amount can't be read. */
export function asCost(id: string, typed: TypedCost): Cost | null {
  const day = typedDate(typed.day);
  const amount = parsePounds(typed.amount);
  if (day === null || amount === null) return null;
  const proof = typed.exhibit === "" ? null : { exhibit: Number(typed.exhibit), page: wholeNumber(typed.page) };
  const told = { payee: typed.payee.trim(), head: typed.head, cause: typed.cause.trim() };
  return { id, day, what: typed.what.trim(), amount, proof, ...told };
}

/** What stands in the form of an issue. */
export type TypedIssue = Omit<Issue, "id">;

export function typedIssue(issue: Issue | null): TypedIssue {
  return {
    triage: issue?.triage ?? "service",
    title: issue?.title ?? "",
    whatHappened: issue?.whatHappened ?? "",
    whyWrong: issue?.whyWrong ?? "",
    effect: issue?.effect ?? "",
    want: issue?.want ?? "",
  };
}

function sayNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : `${value}`;
}
