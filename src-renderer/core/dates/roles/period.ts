import type { RoleRule } from "./role.ts";

/** Spans, tax years, and the ends of spans that facts or sums refer to. */
export const period: RoleRule = ({ one, before, after, past }) => {
  if (one.rule === "tax-year") return { role: "period", meaning: "income_tax_year", trust: 0.97 };
  if (one.value.kind === "span") {
    const statement = /\b(?:statement|transactions|bill|calls)\b/i.test(before);
    return { role: "period", meaning: statement ? "statement_period" : "period", trust: 0.92 };
  }
  if (
    !past &&
    /\bweek (?:ending|beginning|commencing) (?:on )?$/i.test(before) &&
    /\b(?:payment|paid|pay)\b/i.test(before)
  ) {
    return { role: "payment-due", meaning: "payment_due", trust: 0.75 };
  }
  if (
    /\b(?:quarters?|months?|years?|weeks?|period) (?:ending|ended|to|beginning|commencing|starting)(?: on)? $/i.test(
      before,
    )
  ) {
    return { role: "period", meaning: "period", trust: 0.8 };
  }
  if (
    /\bperiod (?:from|of|beginning|starting) (?:the )?$/i.test(before) ||
    (/\bperiod from\b/i.test(before) && / to $/.test(before))
  ) {
    return { role: "period", meaning: "period", trust: 0.85 };
  }
  // "April 2026" on a line of its own heads what is listed under it.
  if (one.value.kind === "month" && one.setting.lineBefore.trim() === "" && one.setting.lineAfter.trim() === "")
    return { role: "period", meaning: "period", trust: 0.7 };
  if (
    one.value.kind === "month" &&
    !/\b(?:promised|booked|planned|arranged|fixed|listed) for $/i.test(before) &&
    (/\b(?:for|figures (?:after|for)|your|the) $/i.test(before) ||
      /^ (?:salary|pay|wages|payslip|statement|figures)\b/.test(after))
  ) {
    return { role: "period", meaning: "period", trust: 0.65 };
  }
  return null;
};
