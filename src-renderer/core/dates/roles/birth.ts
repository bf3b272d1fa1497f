import type { RoleRule } from "./role.ts";

/** "born 30 June 2009", "DOB 01.11.2011", a column headed "Date of birth". */
export const birth: RoleRule = ({ before, after, column }) =>
  /\b(?:born|d\.?o\.?b\.?|birth|birthday)[ :(]{0,3}(?:(?:is|was|on|of|the) ?){0,2}$/i.test(before.slice(-40)) ||
  /\b(?:birth|d\.?o\.?b)\b/i.test(column) ||
  /^\)? ?\(?(?:date of birth|d\.?o\.?b\b)/i.test(after)
    ? { role: "birth", meaning: "date_of_birth", trust: 0.97 }
    : null;
