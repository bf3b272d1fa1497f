import { bySomebody, type Extract, fromService } from "./extract.ts";

/** The third lot of invented letters: the plainest sort of wording, little of it from any list. */
export const lastExtracts: readonly Extract[] = [
  {
    kind: "decision_calculation",
    sender: "cms",
    marked: `${fromService("4 March 2026")}Dear Mrs Voss
What the other parent will have to pay you
We now have everything we need. From {11 March 2026|decision-effective} you will get £33.10 each week for Otto. HMRC told us that the other parent earned £18,400
in the tax year to {5 April 2025|period}. You have one month, that is until {4 April 2026|deadline}, to ask for a mandatory reconsideration.${bySomebody}`,
  },
  {
    kind: "initial_notice",
    sender: "cms",
    marked: `${fromService("4 March 2026")}Dear Mr Voss
You have been named as a paying parent
Mrs Voss applied on {25 February 2026|event}. Child maintenance may be payable from {6 March 2026|decision-effective}. Call us before {18 March 2026|deadline} to tell us about your income.${bySomebody}`,
  },
  {
    kind: "annual_review",
    sender: "cms",
    marked: `${fromService("6 February 2026")}Dear Mrs Voss
Your case: annual review
We look at each case once a year. In yours that will be on {11 March 2026|other}. Unless something has changed there is nothing for you to do. If
something has, tell us on or before {20 February 2026|deadline}.${bySomebody}`,
  },
  {
    kind: "change_decision",
    sender: "cms",
    marked: `${fromService("22 May 2026")}Dear Mrs Voss
Change of circumstances: our decision
The paying parent told us on {29 April 2026|event} that another child, born on {17 April 2026|birth}, lives with him. We have recalculated. With effect
from {29 April 2026|decision-effective} he pays £29.80 a week.${bySomebody}`,
  },
  {
    kind: "variation",
    sender: "cms",
    marked: `${fromService("10 June 2026")}Dear Mrs Voss
Your application about the paying parent's other income
We have looked at what you sent on {14 May 2026|event} and agree to a variation. Rent of £3,900 in {2024/25|period} counts as unearned income. The new
amount, £41.55 a week, applies from {14 May 2026|decision-effective}.${bySomebody}`,
  },
  {
    kind: "payment_schedule",
    sender: "cms",
    marked: `${fromService("13 March 2026")}Dear Mrs Voss
Your payment schedule
Paid to you by\tAmount
{1 April 2026|payment-due}\t£137.71
{1 May 2026|payment-due}\t£137.71
{1 June 2026|payment-due}\t£137.71
It takes the place of the schedule of {9 March 2026|event}.${bySomebody}`,
  },
  {
    kind: "missed_payment",
    sender: "cms",
    marked: `${fromService("6 May 2026")}Dear Mr Voss
Child maintenance you have not paid
Nothing reached Mrs Voss on {1 May 2026|event}. You now owe £137.71. Get in touch by {13 May 2026|deadline}, or we will start enforcement action.${bySomebody}`,
  },
  {
    kind: "deduction_order",
    sender: "cms",
    marked: `${fromService("14 August 2026")}Dear Mr Voss
We are taking money from your bank account
We made a regular deduction order on {12 August 2026|event}. Example Bank will take £60 from your account on {1 September 2026|payment-due} and on
the first of each month. You may appeal to the county court by {11 September 2026|deadline}.${bySomebody}`,
  },
  {
    kind: "liability_order",
    sender: "cms",
    marked: `${fromService("21 September 2026")}Dear Mr Voss
Court action over your arrears
The court granted a liability order against you on {17 September 2026|event} for £1,802.15. Unless you pay by {5 October 2026|deadline} we may ask
enforcement agents to visit you.${bySomebody}`,
  },
  {
    kind: "case_closure",
    sender: "cms",
    marked: `${fromService("1 December 2026")}Dear Mrs Voss
We are closing your case
You told us on {24 November 2026|event} that you no longer want us to deal with child maintenance. The last day it covers
is {30 November 2026|decision-effective}. You can complain about how we dealt with it until {31 January 2028|deadline}.${bySomebody}`,
  },
  {
    kind: "complaint_ack",
    sender: "cms",
    marked: `${fromService("19 October 2026")}Dear Mrs Voss
Your complaint: what happens now
We received it on {15 October 2026|event}. A complaints manager will phone you within the next few days. We try to settle complaints within 15 working days
and so you should hear from us by {5 November 2026|other}.
Yours sincerely

Q. Example
Complaints`,
  },
  {
    kind: "complaint_reply",
    sender: "cms",
    marked: `${fromService("5 November 2026")}Dear Mrs Voss
Thank you for your complaint of {12 October 2026|event}
You say that we let the payments of {1 August|payment-due} and {1 September|payment-due} go by without doing anything. I agree, and I am sorry. We ought to have written to
the paying parent by {8 August 2026|event}. If you are not happy with my answer you can ask for it to be looked at by a senior manager.
Yours sincerely

Q. Example
Complaints`,
  },
  {
    kind: "sar_reply",
    sender: "dwp-foi",
    marked: `Department for Work and Pensions
Right of Access Request team
{3 December 2026|letter-date}

Dear Mrs Voss
Your subject access request
We got your request on {9 November 2026|event}. Your personal data is in the enclosed bundle.
Yours sincerely

Information Rights`,
  },
  {
    kind: "other",
    sender: "other",
    marked: `22 Fern Close
Exampleton EX3 4QQ
{12 October 2026|letter-date}

Complaints
Child Maintenance Service
Mail Handling Site A
Wolverhampton WV98 2BU

Dear Sir/Madam

Ref 121000111222

I want to complain. I told you on {2 September 2026|event} that my ex had stopped paying and you promised me a reply by {16 September 2026|event}. My
overdraft has cost me £45. Please answer within 15 working days.

Yours faithfully

Greta Voss`.replace("within 15 working days", "{within 15 working days|deadline}"),
  },
];
