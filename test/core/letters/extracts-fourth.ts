import { bySomebody, type Extract, fromService } from "./extract.ts";

/** A fourth lot of invented letters. */
export const fourthExtracts: readonly Extract[] = [
  {
    kind: "annual_review",
    sender: "cms",
    marked: `${fromService("3 April 2026")}Dear Mr Quayle
Annual review: your new amount
Your annual review date was {1 April 2026|other}. You now pay £52.10 a week instead of £49.70. This is for the 12 months from {1 April 2026|decision-effective}. We used your income for
{2024-25|period}. If it is wrong, you may ask for a mandatory reconsideration up to {3 May 2026|deadline}.${bySomebody}`,
  },
  {
    kind: "payment_schedule",
    sender: "cms",
    marked: `${fromService("7 April 2026")}Dear Mr Quayle
Your payment plan has changed
We collect on\tOngoing\tArrears\tFee
{15 April 2026|payment-due}\t£225.77\t£20.00\t£49.15
{15 May 2026|payment-due}\t£225.77\t£20.00\t£49.15

The Direct Debit of {15 March 2026|event} came back unpaid.${bySomebody}`,
  },
  {
    kind: "evidence_request",
    sender: "cms",
    marked: `${fromService("11 May 2026")}Dear Mr Quayle
Redundancy: send us your letter
You phoned on {8 May 2026|event} to say that your job ended on {30 April 2026|event}. Post or upload your employer's letter so that
we have it by {25 May 2026|deadline}. We can only change your amount from {8 May 2026|decision-effective} if it arrives in time.${bySomebody}`,
  },
  {
    kind: "mr_ack",
    sender: "cms",
    marked: `${fromService("15 May 2026")}Dear Mr Quayle
We have received your mandatory reconsideration request
It is about the decision that we sent you on {3 April 2026|event}. You should get our answer by {26 June 2026|other}. If there is more to send, please do so within
14 days.${bySomebody}`.replace("within\n14 days", "{within\n14 days|deadline}"),
  },
  {
    kind: "deo",
    sender: "other",
    marked: `Harbour Fixings Limited
Payroll
{1 June 2026|letter-date}

Dear Tom
Attachment to your pay
The Child Maintenance Service sent us a deduction from earnings order dated {26 May 2026|event}. We will take £226 from your pay on {26 June 2026|payment-due} and each
month after that. Questions about the amount are for them.
Regards
D. Example
Payroll`,
  },
  {
    kind: "case_closure",
    sender: "cms",
    marked: `${fromService("20 July 2026")}Dear Mr Quayle
We have closed your case
The last payment was due on {15 July 2026|payment-due} and we got it on {16 July 2026|event}. We will write to both of you if anything is still owed.${bySomebody}`,
  },
  {
    kind: "complaint_holding",
    sender: "cms",
    marked: `${fromService("28 August 2026")}Dear Mr Quayle
Your complaint is taking us longer than it should
You complained on {3 August 2026|event}, and you were told to expect a reply by {24 August 2026|other}. That has not been possible. I now plan to write to you by {18 September 2026|other}.
Yours sincerely

S. Example
Complaints Resolution Team`,
  },
  {
    kind: "final_response",
    sender: "cms",
    marked: `${fromService("30 October 2026")}Dear Mr Quayle
Final response
I have reviewed the answer that you were given on {18 September 2026|event}. Compensation of £75 will be paid by {20 November 2026|payment-due}. This ends our part of
the complaints process.

If you want to go further

The Independent Case Examiner is free to use. You have six months from the date of this letter to get in touch.
Yours sincerely

R. Example
for the Director, Child Maintenance Service`.replace(
      "six months from the date of this letter",
      "{six months from the date of this letter|deadline}",
    ),
  },
  {
    kind: "ice_letter",
    sender: "ice",
    marked: `Independent Case Examiner
PO Box 209
Bootle L20 7WA
{12 November 2027|letter-date}
Our ref: ICE-26-09911

Dear Mr Quayle
My report on your complaint
I accepted your complaint on {30 November 2026|event} and looked at it from {4 October 2027|event}. I partially uphold it. The Service has agreed to pay you
£150 by {10 December 2027|payment-due}. If you are unhappy with what I did, you can ask your MP to send it to the Ombudsman by {12 November 2028|deadline}.
Yours sincerely

J. Example
Independent Case Examiner`,
  },
  {
    kind: "other",
    sender: "other",
    marked: `Tom Quayle
31 Weir Street
Exampleton
{20 November 2026|letter-date}

Dear Ms Example MP

I am writing about my case with the Child Maintenance Service. They promised me on {8 May 2026|event} that my amount would change by {1 June 2026|event}. It did not.
Could I come to your surgery on {28 November|event}?

Yours sincerely

Tom Quayle`,
  },
];
