import { type Extract, fromService } from "./extract.ts";

/** Invented letters from the complaint onwards, and from others than the Service. */
export const complaintExtracts: readonly Extract[] = [
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
