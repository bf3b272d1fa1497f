import { bySomebody, type Extract, fromService } from "./extract.ts";

/** Invented letters of every kind, none like another in its wording. Contents follow what the rules say such letters hold. */
export const extracts: readonly Extract[] = [
  {
    kind: "decision_calculation",
    sender: "cms",
    marked: `${fromService("11 February 2025")}Dear Mr Sample
How much child maintenance you have to pay
We worked out your weekly amount from the income that HMRC hold for {2023/24|period}. It is £44.16 for one
qualifying child, Ada (born {2 August 2016|birth}). You have to pay it from {19 February 2025|decision-effective}.
Your first payment is due on {3 March 2025|payment-due}. If you think that the decision is wrong, ask us for a mandatory
reconsideration {within 30 days of the date of this letter|deadline}.${bySomebody}`,
  },
  {
    kind: "initial_notice",
    sender: "cms",
    marked: `${fromService("6 January 2025")}Dear Mr Sample
An application has been made for child maintenance
Ms Reed asked us on {30 December 2024|event} to arrange child maintenance for Ada. She has named you as Ada's other
parent. Any amount will be due from {8 January 2025|decision-effective}. Please fill in the enclosed form and return it
by {20 January 2025|deadline}. If you say that you are not her parent you may be asked to take a DNA test.${bySomebody}`,
  },
  {
    kind: "default_decision",
    sender: "cms",
    marked: `${fromService("14 March 2025")}Dear Mr Sample
Default maintenance decision
We asked for details of your income on {6 January 2025|event} and again on {3 February 2025|event}. You did not answer,
so from {8 January 2025|decision-effective} you must pay £39 a week. Send us your P60 for the year
ended {5 April 2024|period} no later than {28 March 2025|deadline} and we can replace this decision.${bySomebody}`,
  },
  {
    kind: "annual_review",
    sender: "cms",
    marked: `${fromService("9 December 2024")}Dear Mr Sample
It is nearly time for your yearly review
Your review date is {8 January 2025|other}. HMRC gave us a figure of £22,340 for {tax year 2023-24|period}. If your pay {today|event}
differs from that by a quarter or more, let us know by {23 December 2024|deadline}. The new amount runs from {8 January 2025|decision-effective}
and we will confirm it in another letter.${bySomebody}`,
  },
  {
    kind: "change_decision",
    sender: "cms",
    marked: `${fromService("2 June 2025")}Dear Mr Sample
We can't change your child maintenance
On {12 May 2025|event} you reported that your earnings had fallen. They are 11% lower than the figure we use. We can only act
on a difference of at least 25%, so the amount from {19 February 2025|decision-effective} stays as it is. You may ask for a mandatory
reconsideration by {2 July 2025|deadline}.${bySomebody}`,
  },
  {
    kind: "variation",
    sender: "cms",
    marked: `${fromService("21 July 2025")}Dear Mr Sample
Special expenses: we need your comments
Ms Reed says that part of your income reaches you through a company. She applied for a variation on {8 July 2025|event}.
If you want to comment, we must have your answer by {4 August 2025|deadline}. Anything that we decide will count
from {8 July 2025|decision-effective}.${bySomebody}`,
  },
  {
    kind: "evidence_request",
    sender: "cms",
    marked: `${fromService("5 September 2025")}Dear Mr Sample
Proof of what you earn
To work out your child maintenance we must see five wage slips in a row, the last of them for {August 2025|period}.
Upload them or post copies so that they get here before {19 September 2025|deadline}. If they don't, we will use the
figure of {6 January 2025|event}.${bySomebody}`,
  },
  {
    kind: "mr_ack",
    sender: "cms",
    marked: `${fromService("25 February 2025")}Dear Mr Sample
You asked us to look at a decision again
Your request for a mandatory reconsideration of the decision of {11 February 2025|event} reached us
on {20 February 2025|event}. A decision maker who has not dealt with your case before will look at it. We expect to write to
you by {8 April 2025|other}. Go on paying the amount in your plan meanwhile.${bySomebody}`,
  },
  {
    kind: "mr_notice",
    sender: "cms",
    marked: `${fromService("10 April 2025")}Dear Mr Sample
Mandatory Reconsideration Notice
We looked again at the decision dated {11 February 2025|event} and it stays the same. You have a right of appeal. The tribunal has
to get form SSCS2, with one of the two copies of this notice, {within one month of the date of this notice|deadline}.
The last day for that is {10 May 2025|deadline}.${bySomebody}`,
  },
  {
    kind: "payment_schedule",
    sender: "cms",
    marked: `${fromService("17 February 2025")}Dear Mr Sample
Your payments for the coming year
This plan runs from {19 February 2025 to 18 February 2026|period}. Pay Ms Reed on these days:

Payday\tAmount
{3 March 2025|payment-due}\t£191.36
{3 April 2025|payment-due}\t£191.36
{3 May 2025|payment-due}\t£191.36

Tell your bank by {26 February 2025|deadline} at the latest, so that the standing order is ready.${bySomebody}`,
  },
  {
    kind: "statement",
    sender: "cms",
    marked: `${fromService("30 October 2025")}Dear Mr Sample
What you owe: a breakdown
Statement period: {1 April 2025 to 30 September 2025|period}
Month\tDue\tPaid\tBalance
{April 2025|period}\t£191.36\t£191.36\t£0.00
{May|period}\t£191.36\t£0.00\t£191.36
{June|period}\t£191.36\t£191.36\t£191.36
Balance at {30 September 2025|event}: £191.36. If you don't agree with it, write to us by {27 November 2025|deadline}.${bySomebody}`,
  },
  {
    kind: "missed_payment",
    sender: "cms",
    marked: `${fromService("12 May 2025")}Dear Mr Sample
Your child maintenance is overdue
Ms Reed tells us that she did not get the £191.36 which should have been paid on {3 May 2025|payment-due}. Pay it
by {19 May 2025|deadline}. If you don't, we may move you to Collect and Pay, take the money from your earnings or apply
for a liability order.${bySomebody}`,
  },
  {
    kind: "deo",
    sender: "cms",
    marked: `${fromService("3 November 2025")}Dear Mr Sample
Your employer will take child maintenance from your pay
We sent a deduction from earnings order to Sample Roofing on {31 October 2025|event}. The normal deduction is £210 a month and your
protected earnings are £903. The first deduction will be on {28 November 2025|payment-due}. You can appeal to a
magistrates' court {within 28 days of the date of this letter|deadline}.${bySomebody}`,
  },
  {
    kind: "deduction_order",
    sender: "cms",
    marked: `${fromService("20 January 2026")}Dear Mr Sample
Interim lump sum deduction order
On {16 January 2026|event} we told Example Bank to hold £1,140 in your account. You can't use that money for now. If you think that we
should not take it, make representations by {3 February 2026|deadline}. Otherwise we will make a final order.${bySomebody}`,
  },
  {
    kind: "liability_order",
    sender: "cms",
    marked: `${fromService("2 March 2026")}Dear Mr Sample
Notice that we are going to court
You have not paid £2,310.40 that fell due between {1 April 2025 and 31 January 2026|period}. We have asked the magistrates at Exampleton for a
liability order. The hearing is on {26 March 2026|event} at 10.30am. We will withdraw it if all of the
money reaches us by {19 March 2026|deadline}.${bySomebody}`,
  },
  {
    kind: "service_change",
    sender: "cms",
    marked: `${fromService("26 May 2025")}Dear Mr Sample
We are changing your case to Collect and Pay
You missed the payment that was due on {3 May 2025|payment-due}. From {16 June 2025|decision-effective} you pay us and not Ms Reed. You will be
charged a collection fee of 20%. If you don't agree, tell us why before {9 June 2025|deadline}.${bySomebody}`,
  },
  {
    kind: "case_closure",
    sender: "cms",
    marked: `${fromService("7 July 2026")}Dear Mr Sample
Your child maintenance has ended
Ada left school on {26 June 2026|event}, so no child maintenance is due after {31 August 2026|decision-effective}. We closed the
case on {6 July 2026|event}. Arrears of £88.20 must still be paid. We delete our papers {two years from now|other}.${bySomebody}`,
  },
];
