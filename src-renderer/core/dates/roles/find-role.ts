import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { DatePage } from "../found.ts";
import type { WorkedOut } from "../refiners/work-out.ts";
import { birth } from "./birth.ts";
import { deadline } from "./deadline.ts";
import { decisionEffective } from "./decision-effective.ts";
import { event } from "./event.ts";
import { other } from "./other.ts";
import { paymentDue } from "./payment-due.ts";
import { period } from "./period.ts";
import { candidateOf, type RoleReading, type RoleRule } from "./role.ts";
import { tableColumn } from "./table-column.ts";

/** Asked in turn; the first answer stands. */
const rules: readonly RoleRule[] = [birth, tableColumn, period, paymentDue, deadline, decisionEffective, event, other];

/** A date with its value and its role. */
export type RoledDate = WorkedOut & RoleReading;

/**
 * Gives every date its role. In a list ("3 January, 1 February and 1 March") the members share the role that the words
 * before the first one give.
 */
export function findRoles(
  dates: readonly WorkedOut[],
  pages: readonly DatePage[],
  letterDate: CalendarDay | null,
): readonly RoledDate[] {
  const roled: RoledDate[] = [];
  for (const one of dates) {
    const before = roled.at(-1);
    const shared = before !== undefined && isListed(before, one, pages) ? before : null;
    const { role, meaning, trust } = shared ?? roleOf(one, letterDate);
    roled.push({ ...one, role, meaning, trust });
  }
  return roled;
}

function roleOf(one: WorkedOut, letterDate: CalendarDay | null): RoleReading {
  const candidate = candidateOf(one, letterDate);
  for (const rule of rules) {
    const reading = rule(candidate);
    if (reading !== null) return reading;
  }
  return { role: "other", meaning: "other", trust: 0.5 };
}

function isListed(before: WorkedOut, one: WorkedOut, pages: readonly DatePage[]): boolean {
  if (before.page !== one.page || before.value.kind === "span" || one.value.kind === "span") return false;
  if (before.setting.column !== "" && before.setting.lineBefore === "") return false;
  return /^(?:,[ \n]|,?[ \n](?:and|or)[ \n](?:(?:again|also)[ \n])?(?:(?:on|in)[ \n])?)$/.test(
    pages[one.page]?.text.slice(before.end, one.start) ?? "",
  );
}
