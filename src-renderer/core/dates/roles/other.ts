import type { RoleRule } from "./role.ts";

/** What no other rule knew: expected replies, review dates, closures, plans. */
export const other: RoleRule = ({ sentence }) =>
  /\bannual review\b|\breview date\b/i.test(sentence)
    ? { role: "other", meaning: "annual_review_date", trust: 0.7 }
    : { role: "other", meaning: "other", trust: 0.6 };
