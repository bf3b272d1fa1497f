import { bySomebody, type Extract, fromService } from "./extract.ts";

/** More invented letters, written after the reading of the first ones was mended. */
export const laterExtracts: readonly Extract[] = [
  {
    kind: "decision_calculation",
    sender: "cms",
    marked: `${fromService("12/01/2026")}Dear Ms Holt
The amount of child maintenance for Jude and Nell
We have made a calculation. The other parent's gross weekly income is £512.30 ({tax year 2024/25|period}). The children stay with him 60 nights a
year, so one seventh comes off. The calculation starts on {15/01/2026|decision-effective} and is £70.25 a week. Do you think this is wrong? Ask us to
reconsider it by {11/02/2026|deadline}. Jude's date of birth is {4 May 2012|birth}.${bySomebody}`,
  },
  {
    kind: "missed_payment",
    sender: "cms",
    marked: `${fromService("8th June 2026")}Dear Ms Holt
Late payment: we are chasing it
You rang us on {4th June 2026|event} because the payment for {May 2026|period} had not arrived. We have given the paying parent
until {22nd June 2026|deadline} to pay. Collect and Pay may be the answer if he does not.${bySomebody}`,
  },
  {
    kind: "service_change",
    sender: "cms",
    marked: `${fromService("1 July 2026")}Dear Ms Holt
Your case is going back to Direct Pay
All payments have been made on time since {January 2026|event}. From {1 August 2026|decision-effective} the paying parent will pay you himself and nobody pays
fees. The last payment through us will be taken on {20 July 2026|payment-due}. Object by {15 July 2026|deadline} if you do not want this.${bySomebody}`,
  },
  {
    kind: "statement",
    sender: "cms",
    marked: `${fromService("2 September 2026")}Dear Ms Holt
Arrears on your case at {31 August 2026|event}
You asked on {19 August 2026|event} what is still owed to you.

Due on\tAmount due\tPaid\tStill owed
{1 June 2026|payment-due}\t£304.42\t£0.00\t£304.42
{1 July 2026|payment-due}\t£304.42\t£304.42\t£304.42
{1 August 2026|payment-due}\t£304.42\t£150.00\t£458.84

The paying parent has agreed to pay £50 a month from {1 October 2026|payment-due}.${bySomebody}`,
  },
  {
    kind: "evidence_request",
    sender: "cms",
    marked: `${fromService("23 February 2026")}Dear Ms Holt
Shared care: what we need to know
The paying parent told us on {16 February 2026|event} that Jude sleeps at his house three nights a week. Please fill in
the calendar for {1 September 2025 to 31 January 2026|period} and let us have it by noon on {9 March 2026|deadline}. If it does not come by then we may accept
what he says.${bySomebody}`,
  },
  {
    kind: "deo",
    sender: "cms",
    marked: `Child Maintenance Service
Employer Team
Ref: 121000111222
Date: {18 May 2026|letter-date}

Payroll Department
Sample Roofing Ltd

Dear Sir or Madam

Child maintenance: order to deduct from J Sample's wages
This deduction from earnings order was made on {15 May 2026|event}. Start to deduct from the first pay day after {25 May 2026|decision-effective} and pay what you deducted to us by the 19th of each month.
Yours faithfully

P. Example
Child Maintenance Service`,
  },
  {
    kind: "complaint_holding",
    sender: "cms",
    marked: `${fromService("27 April 2026")}Dear Ms Holt
An update on what you complained about
When I wrote on {7 April 2026|event} I hoped to reply by {24 April 2026|other}. The team in Hastings has not sent me what I asked for. I
expect to finish by {18 May 2026|other}. You may send me more until {8 May 2026|deadline}.
Yours sincerely

L. Example
Complaints Resolution Team`,
  },
  {
    kind: "final_response",
    sender: "cms",
    marked: `${fromService("30 July 2026")}Dear Ms Holt
Your complaint of {20 March 2026|event}
I am replying for the Director General, and this is the last step of our complaints process: it is our final response. You were promised a call
by {3 February 2026|event}. It was made on {27 February 2026|event}. If you are still unhappy, you may ask the Independent Case Examiner
to look into it. Do this by {30 January 2027|deadline}.
Yours sincerely

M. Example
Complaints Review Team`,
  },
  {
    kind: "ice_letter",
    sender: "ice",
    marked: `Independent Case Examiner
PO Box 209
Bootle
Your reference: 121000111222
{17 August 2026|letter-date}

Dear Ms Holt
We can't look at your complaint yet
Your form came on {10 August 2026|event} without a final response. Get one from the Child Maintenance Service first. Then come back to us
within six months of that response. If you already have it, send it by {7 September 2026|deadline}.
Yours sincerely

N. Example
for the Independent Case Examiner`,
  },
  {
    kind: "other",
    sender: "other",
    marked: `Flat 2, 6 Market Hill
Exampleton
EX1 1AA
{5 October 2026|letter-date}

Independent Case Examiner
PO Box 209
Bootle

Dear Sir or Madam
My complaint about the Child Maintenance Service
I enclose the final response of {30 July 2026|event}. I first complained on {20 March 2026|event}. My bank charged me on {2 April 2026|event} because the
payment due on {1 April 2026|payment-due} was not passed on.
Yours faithfully
Mara Holt`,
  },
  {
    kind: "other",
    sender: "bank",
    marked: `Example Bank plc
Sort code 00-11-22  Account number 01234567
Statement date: {30 April 2026|letter-date}

{April 2026|period}
Date\tDescription\tMoney out\tMoney in\tBalance
{01 Apr|event}\tBalance brought forward\t\t\t£12.10
{02 Apr|event}\tUnpaid item fee\t£5.00\t\t£7.10
{28 Apr|payment-due}\tCMS\t\t£150.00\t£157.10`,
  },
  {
    kind: "mr_notice",
    sender: "cms",
    marked: `${fromService("9 April 2026")}Dear Ms Holt
Mandatory Reconsideration Notice
On {20 February 2026|event} you asked us to change the calculation of {12 January 2026|event}. We have changed it: from {15 January 2026|decision-effective} the weekly amount
is £81.96. You can appeal. His Majesty's Courts and Tribunals Service must have your appeal by {9 May 2026|deadline}. It may take a late one, but not
after {9 May 2027|deadline}.${bySomebody}`,
  },
];
