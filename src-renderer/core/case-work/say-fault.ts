import type * as v from "valibot";

/** No more than this many faults are named at once. */
const mostFaults = 10;

/** Every fault as a line ("costs[3].amount: expected an amount like 12.50"); of many, the first ten and a count. */
export function sayFaults(faults: readonly string[]): readonly string[] {
  const more = faults.length - mostFaults;
  return more > 0 ? [...faults.slice(0, mostFaults), `and ${more} more`] : faults;
}

/**
 * One fault that a schema found, by its field. What was written is never repeated, but for names nobody knows.
 * @param whole what to call the thing itself where no field of it is at fault: "the whole file"
 */
export function sayIssue(issue: v.BaseIssue<unknown>, whole: string): string {
  const path = (issue.path ?? []).reduce((so, { key }) => so + sayKey(key, so === ""), "");
  const missing = issue.type === "object" && issue.kind === "schema";
  const what = missing ? "is missing" : issue.message;
  if (path === "") return `${whole}: ${what}`;
  return what.startsWith("is ") ? `${path} ${what}` : `${path}: ${what}`;
}

function sayKey(key: unknown, first: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  const name = String(key)
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .slice(0, 40);
  return first ? name : `.${name}`;
}
