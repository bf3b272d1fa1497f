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
  {
    kind: "complaint_ack",
    sender: "cms",
    marked: `${fromService("9 March 2026")}Dear Mr Sample
Thank you for telling us that you are unhappy
Your complaint got here on {5 March 2026|event} and I have logged it under reference C-88140. Somebody from my team is
going to ring you by {12 March 2026|deadline} to go through it. You should get a full answer by {26 March 2026|other}.
Yours sincerely

K. Example
Complaints Officer`,
  },
  {
    kind: "complaint_holding",
    sender: "cms",
    marked: `${fromService("26 March 2026")}Dear Mr Sample
Complaint C-88140
I am sorry that I can't answer your complaint {today|event} as I had hoped. I am still waiting for call recordings from {November 2025|event} and
need a little longer. The new date for my answer is {17 April 2026|other}.
Yours sincerely

K. Example
Complaints Officer`,
  },
  {
    kind: "complaint_reply",
    sender: "cms",
    marked: `${fromService("16 April 2026")}Dear Mr Sample
Complaint C-88140: what I have found
You complained on {3 March 2026|event} that nobody rang you back. I have listened to your call of {14 November 2025|event}. You were told
that somebody would ring by {17 November 2025|event}, and nobody did. I uphold this part of your complaint. You will be
paid £50 by {7 May 2026|payment-due}. If you remain unhappy, write to the DWP Complaints Team.
Yours sincerely

K. Example
Complaints Officer`,
  },
  {
    kind: "final_response",
    sender: "cms",
    marked: `${fromService("18 June 2026")}Dear Mr Sample
Complaint C-88140
I have gone through the reply of {16 April 2026|event} and find that it was right. This is the Department's final response and there is
nobody above me who can look at it. You may take it to the Independent Case Examiner, who is not part
of the Department. The Examiner has to get it {within six months of the date of this letter|deadline}.
Yours sincerely

R. Example
Senior Manager, Complaints`,
  },
  {
    kind: "ice_letter",
    sender: "ice",
    marked: `The Independent Case Examiner
PO Box 209, Bootle L20 7WA
Our reference: ICE-26-00311
{2 July 2026|letter-date}

Dear Mr Sample
Your complaint has been accepted for examination
We received your form on {24 June 2026|event} and the final response of {18 June 2026|event}. I accepted the complaint on {1 July 2026|event}. An
investigation case manager should be free by {March 2027|other}. Please send me anything else before {30 July 2026|deadline}.
Yours sincerely

T. Example
Initial Action Team`,
  },
  {
    kind: "mp_letter",
    sender: "mp",
    marked: `Sam Example MP
House of Commons
London SW1A 0AA
{14 May 2026|letter-date}
Ref: SE/0714

Dear Mr Sample
I wrote to the Child Maintenance Service about you on {22 April 2026|event} and have their answer of {11 May 2026|event}, which I enclose. They say
that you will be paid by {7 June 2026|payment-due}. My next surgery is on {Saturday 30 May|event}.
With best wishes

Sam Example MP`,
  },
  {
    kind: "phso",
    sender: "other",
    marked: `Parliamentary and Health Service Ombudsman
Millbank Tower, London
{8 February 2027|letter-date}

Dear Mr Sample
Our decision on your complaint about the Independent Case Examiner
Your MP sent us your complaint on {11 January 2027|event}. We have decided not to investigate it. If you think that we got this wrong,
ask for a review by {8 May 2027|deadline}.
Yours sincerely

U. Example
Caseworker`,
  },
  {
    kind: "foi_reply",
    sender: "dwp-foi",
    marked: `Department for Work and Pensions
Freedom of Information Team
Our ref: FOI2026/00417
{20 May 2026|letter-date}

Dear Mr Sample
Thank you for your request of {22 April 2026|event}, which reached us on {23 April 2026|event}. We hold what you asked for and enclose it.
You can ask for an internal review {within two months of the date of this letter|deadline}.
Yours sincerely

Freedom of Information Team`,
  },
  {
    kind: "sar_reply",
    sender: "cms",
    marked: `${fromService("4 August 2026")}Dear Mr Sample
Your right of access request
On {7 July 2026|event} you asked for a copy of the personal information that we hold about you. It is on the enclosed disc and goes from {6 January 2025 to 30 June 2026|period}. You can complain to the Information Commissioner.
Yours sincerely

V. Example
Data Protection Team`,
  },
  {
    kind: "other",
    sender: "other",
    marked: `9 Quarry Steps
Exampleton
{3 March 2026|letter-date}

Child Maintenance Service
PO Box 12
Exampleton

Dear Child Maintenance Service

I am complaining about the way my case has been handled. On {14 November 2025|event} an adviser said that I would be rung by
{17 November 2025|event}. I have waited since then. Please put it right by {31 March 2026|deadline}.

Yours faithfully

John Sample`,
  },
  {
    kind: "other",
    sender: "other",
    marked: `Sample Roofing Ltd
Payroll
{4 December 2025|letter-date}

To whom it may concern
John Sample has worked here since {2 September 2019|event}. He was born on {11 June 1987|birth}. His pay for {November 2025|period} was £1,902.
Yours faithfully
W. Example
Payroll Manager`,
  },
];
