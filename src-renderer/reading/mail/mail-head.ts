import type { Address, Email } from "postal-mime";
import { calendarDay, sayDay } from "#core/model/calendar-day.ts";
import { oneLine } from "./one-line.ts";

/** A letter to hundreds says so; who they all are is in the file. */
const mostNames = 20;

/** What stands over a mail when it is printed: from, to, copies, when it was sent, what it is about. */
export function mailHead(email: Email): readonly string[] {
  const lines: readonly (readonly [string, string])[] = [
    ["From", names(email.from === undefined ? [] : [email.from])],
    ["To", names(email.to ?? [])],
    ["Cc", names(email.cc ?? [])],
    ["Sent", sentAt(email.headers.find(({ key }) => key === "date")?.value ?? "")],
    ["Subject", oneLine(email.subject ?? "")],
  ];
  return lines.filter(([, value]) => value !== "").map(([label, value]) => `${label}: ${value}`);
}

function names(addresses: readonly Address[]): string {
  const all = addresses.flatMap((one) => (one.group === undefined ? [one] : one.group));
  const said = all.slice(0, mostNames).map(({ name, address }) => oneLine(sayMailbox(name, address)));
  const more = all.length > mostNames ? [`and ${all.length - mostNames} more`] : [];
  return [...said.filter((one) => one !== ""), ...more].join(", ");
}

function sayMailbox(name: string, address: string): string {
  if (name === "" || name === address) return address;
  return address === "" ? name : `${name} <${address}>`;
}

/**
 * "3 May 2026 14:22", as the sender's own clock showed it: the day that a person sees on the mail itself, not the one
 * it was in another zone. What is no date (RFC 5322, 3.3 and 4.3) is given as it is written.
 */
function sentAt(header: string): string {
  const written = oneLine(header);
  const [, day, month = "", year = "", hour = "", minute = ""] =
    /^(?:[a-z]{2,9}\.?,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})[\s,]+(\d{1,2}):(\d\d)/i.exec(written) ??
    [];
  const number = months.indexOf(month.toLowerCase()) / 3 + 1;
  const on = Number.isInteger(number) && number > 0 ? calendarDay(fullYear(year), number, Number(day)) : null;
  if (on === null || Number(hour) > 24 || Number(minute) > 59) return written;
  return `${sayDay(on)} ${hour.padStart(2, "0")}:${minute}`;
}

const months = "janfebmaraprmayjunjulaugsepoctnovdec";

/** Two figures below 50 are this century's, others the last one's (RFC 5322, 4.3). */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}
