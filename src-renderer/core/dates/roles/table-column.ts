import type { RoleRule } from "./role.ts";

/** What a table's heading says of the dates under it. */
export const tableColumn: RoleRule = ({ column, one, past }) => {
  if (column === "" || one.value.kind === "span") return null;
  if (/\b(?:owed|balance|total|outstanding)\b[^\t]*$/i.test(one.setting.lineBefore)) return null;
  if (
    /\b(?:week(?:s)? (?:ending|beginning|commencing)|due|payable|instalment|collect(?:s|ed|ion)?(?: on| date)?|paid to you|taken on|pay ?day|payment date|date of payment|to be paid)\b/i.test(
      column,
    )
  ) {
    return { role: "payment-due", meaning: "payment_due", trust: 0.85 };
  }
  if (/\b(?:quarter|period|month|year)\b|^(?:dates? )?(?:from|to)(?: date)?:?$/i.test(column))
    return { role: "period", meaning: "period", trust: 0.8 };
  if (/\b(?:deadline|reply by|respond by|return by)\b/i.test(column))
    return { role: "deadline", meaning: "reply_by", trust: 0.85 };
  if (/\b(?:effective|start(?:s|ing)?|applies)\b/i.test(column)) {
    return { role: "decision-effective", meaning: "effective_date", trust: 0.8 };
  }
  if (/\b(?:missed|unpaid)\b/i.test(column)) return { role: "payment-due", meaning: "payment_due_missed", trust: 0.8 };
  const maintenance = /^\t?.{0,60}\b(?:CMS|child maint)/i.test(one.setting.lineAfter);
  if (maintenance && /\bdate\b/i.test(column)) return { role: "payment-due", meaning: "payment_received", trust: 0.6 };
  return past && /\b(?:date|sent|received|paid|day|when)\b/i.test(column)
    ? { role: "event", meaning: "event", trust: 0.8 }
    : null;
};
