import { describe, expect, it } from "vitest";
import { rolesOf } from "./read-text.ts";

/** A sentence of a letter of 20 March 2024, and the roles (or finer meanings) of its dates in turn. */
const roles: readonly (readonly [string, ...string[]])[] = [
  ["You must send us your payslips by 3 April 2024.", "deadline"],
  ["Please reply no later than 4pm on 3 April 2024.", "deadline"],
  ["If you cannot pay you must phone us before 5pm on 27/03/2024.", "deadline"],
  ["You must ask within one month of the date on this letter.", "deadline"],
  ["They must receive your appeal within one month of the date of this letter.", "deadline"],
  ["They cannot accept an appeal after 21 April 2025.", "deadline"],
  ["We will write to you within 15 working days of the date of this letter.", "deadline"],
  ["You must pay £212.40 by Thursday 29 March 2024.", "deadline"],
  ["You have 14 days from the date of this letter (until 3 April) to show us proof.", "deadline", "deadline"],
  ["To avoid enforcement pay £310.20 before midnight on Sunday, 31st March.", "deadline"],
  ["You have until 12th April 2024 to accept.", "deadline"],
  ["We have asked for it and expect it within 20 working days of this letter.", "other"],
  ["You should receive it by Friday 12 April 2024.", "other"],
  ["I hope to have something for you by 7th April.", "other"],
  ["Our offices are closed on 1 April.", "other"],
  ["We will review your case again on or around 8 January 2025.", "other"],
  ["We have not had the payment that was due on 1 March 2024.", "payment-due"],
  ["You missed the payments due on 15 January and 29 January.", "payment-due", "payment-due"],
  ["We will collect this by Direct Debit on or after 27.4.24.", "payment-due"],
  ["The first Direct Debit will be taken on or just after 1 April 2024.", "payment-due"],
  ["Payment due\tAmount\n01/04/2024\t£5.00\n01/05/2024\t£5.00", "payment-due", "payment-due"],
  ["Payments will be monthly: 1 Apr, 1 May and 3 Jun 2024.", "payment-due", "payment-due", "payment-due"],
  ["The new rate of £88 applies from the pay day on or after 1st April.", "decision-effective"],
  ["From 11 May 2024 you must pay £68.12 a week.", "decision-effective"],
  ["If we agree the change, it will take effect from 11.4.24.", "decision-effective"],
  ["Your current amount stays the same up to and including 10 May 2024.", "decision-effective"],
  ["The amount will usually be fixed until 3 Oct 2024.", "decision-effective"],
  ["The effective date is 3 March 2024.", "decision-effective"],
  ["It covers 01/03/2024 to 31/08/2024.", "period"],
  ["Your income in 2022/23 was £1.", "period"],
  ["for the year ended 5 April 2023", "period"],
  ["Quarter ending\tReceived\nJune 2023\t1,204\nSeptember 2023\t1,877", "period", "period"],
  ["Toby (born 30 June 2009) stays with you.", "birth"],
  ["Name\tDate of birth\nIsla\t04/09/2012", "birth"],
  ["Leo Marsh (d.o.b. 14/09/13)", "birth"],
  ["We phoned you on 14th February 2024.", "event"],
  ["Your hearing will be held by video at 2.15pm on 10th May 2024.", "event"],
  ["You are summoned to appear at 10am on 4 July 2024 at court.", "event"],
  ["A deduction from earnings order was made on 24 January 2024.", "event"],
  ["what was reported on 3 January, 1 February and 1 March 2024", "event", "event", "event"],
  ["Please make sure that we have it by 14 September 2024, as we can normally only accept it then.", "deadline"],
  ["We can normally only accept what reaches us in time, so please make sure we have it by 14 May 2024.", "deadline"],
  ["You were promised a call back by 6 November 2023.", "event"],
  ["You were told it would be done by 30 January 2024.", "event"],
  ["We said we would reply by 12 February 2024, and we did not.", "event"],
  ["The adviser promised me that I would be paid by 1 March 2024.", "event"],
  ["We promise that we will ring you by 30 April 2024.", "deadline"],
  ["The order was made on 21 January 2024.", "event"],
  ["An order which was promised for October was not made until 21 January.", "other", "event"],
  ["We collect on\tAmount\n28 March 2024\t£5.00\n28 April 2024\t£5.00", "payment-due", "payment-due"],
  ["Payday\tDeduction\n28 March 2024\t£5.00", "payment-due"],
  ["Collected on\tAmount\n28 February 2024\t£5.00", "payment-due"],
  ["Amount\tPaid to you by\n£5.00\t28 February 2024", "payment-due"],
  ["Due on\tAmount\n28 February 2024\t£5.00", "payment-due"],
  ["Payment due\tAmount\n1 May 2024\t£5.00\nOwed on 1 March 2024\t£998.40", "payment-due", "event"],
  ["14 May 1989 is not the date of birth that we hold for you.", "birth"],
  ["We do not hold a date of birth of 14 May 1989 for him.", "birth"],
  ["Your date of birth is not, as we wrote, 14 May 1989.", "birth"],
  ["We corrected her date of birth on 14 March 2024.", "event"],
  ["Your case moves from Direct Pay to Collect and Pay on 2 April 2024.", "decision-effective"],
  ["It would help us to have it by 30 April 2024.", "other"],
];

describe("what a date is for", () => {
  it.each(roles)("reads %j", (text, ...expected) => {
    expect(rolesOf(text).map(({ role }) => role)).toEqual(expected);
  });

  it.each([
    ["You can ask the Independent Case Examiner within 6 months of the date of this letter.", "ice_by"],
    ["You can appeal within one month of the date of this letter.", "appeal_by"],
    ["You can ask for a mandatory reconsideration within 30 days of the date on this letter.", "mr_by"],
    ["You have missed the payment due on 1 March 2024.", "payment_due_missed"],
    [
      "You can go to the Independent Case Examiner. There is nothing to pay. You must ask within six months of this letter.",
      "ice_by",
    ],
    ["Only a complaint that reaches us within six months of the final response, so by 14 March 2025.", "ice_by"],
    [
      "You can ask us to look again. This is called a mandatory reconsideration. You must ask within 30 days of the date of this letter.",
      "mr_by",
    ],
    ["If you disagree you can go to the tribunal. It must get your form within one month of this notice.", "appeal_by"],
    ["Send us your payslips by 3 April 2024.\n\nYou can appeal to a tribunal later.", "reply_by"],

    ["It will take effect from 11.4.24.", "effective_date"],
    ["Your hearing is on 10th May 2024.", "hearing_date"],
    ["tax year 2022/23", "income_tax_year"],
  ])("gives %j its finer meaning", (text, meaning) => {
    expect(rolesOf(text).map((date) => date.meaning)).toEqual([meaning]);
  });
});
