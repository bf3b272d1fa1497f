import type { RoleRule } from "./role.ts";

/** "born 30 June 2009", "DOB 01.11.2011", a column headed "Date of birth", "14 May 1989 is not your date of birth". */
export const birth: RoleRule = ({ before, after, column }) =>
  (!/\bdate of birth on (?:the )?$/i.test(before) &&
    /\b(?:born|d\.?o\.?b\.?|birth|birthday)[ :(]{0,3}(?:(?:is|was|on|of|the) ?){0,2}$/i.test(before.slice(-40))) ||
  /\b(?:birth|d\.?o\.?b)\b/i.test(column) ||
  /^\)? ?\(?(?:date of birth|d\.?o\.?b\b)/i.test(after) ||
  // Right or wrong, said or denied: with no other figure between, it is the birth that is spoken of.
  (/\b(?:date of birth|d\.?o\.?b)\b[^.;\d]{0,50}$/i.test(before) && !doneOn.test(before)) ||
  /^,? (?:is|was|isn['’]t|wasn['’]t|as|for|cannot be|to be)\b[^.;\d]{0,25}\b(?:date of birth|d\.?o\.?b)\b/i.test(after)
    ? { role: "birth", meaning: "date_of_birth", trust: 0.97 }
    : null;

/** "We corrected her date of birth on 3 March": the day it was done. */
const doneOn = /\b(?:on|by|until|since|before|after|from|dated) (?:the )?$/i;
