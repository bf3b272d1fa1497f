import { describe, expect, it } from "vitest";
import { findKind, findSender } from "#core/letters/classify.ts";

const head =
  "Child Maintenance Service 21\nMail Handling Site A\nWolverhampton\nWV98 2BU\nDate: 1 May 2023\n\nDear Ms A\n";

describe("who wrote it", () => {
  it.each([
    [`${head}We write about your case.`, "cms"],
    ["THE INDEPENDENT CASE EXAMINER\nPO Box 209, Bootle\n\nDear Ms A\nthe Child Maintenance Service", "ice"],
    ["Jo Bloggs MP\nHOUSE OF COMMONS\nLONDON SW1A 0AA\n\nDear Ms A\nThe Child Maintenance Service", "mp"],
    ["DWP Central Freedom of Information Team\nOur ref: FOI2022/1\n\nDear A\nthe Child Maintenance Service", "dwp-foi"],
    ["Some Building Society\nSort code 1\nIBAN GB\nMoney out\tMoney in\n BALANCE BROUGHT FORWARD", "bank"],
    ["Fablemobile\nBill number: 3\nItemised calls\nNumber called\tDuration", "phone-company"],
    [
      "HM Courts & Tribunals Service\nSocial Security and Child Support Tribunal\n\nDear Ms A\nThe Child Maintenance Service",
      "other",
    ],
    ["From: A Parent\nTo: Jo Bloggs MP\nSubject: CMS\nDear Jo,\nI rang the Child Maintenance Service", "other"],
    ["My Child Maintenance Case\nYour messages\nSigned in as A", "other"],
    ["A Firm LLP\nSolicitors\n\nChild Maintenance Service\nDear Sirs", "other"],
    ["hello", "other"],
    [
      "3 Some Street\nTown\n4 May 2023\n\nChild Maintenance Service 21\nMail Handling Site A\nWV98 2BU\n\nDear Sir or Madam\nMy complaint\nPlease look again at your decision of 1 May. My children live with me.\nYours faithfully\n\nA Parent",
      "other",
    ],
    [
      "Child Maintenance Service 21\nMail Handling Site A\n\n4 May 2023\n\nDear Complaints Team\nI am unhappy with your reply. My payslips were lost.\nYours sincerely\nA Parent",
      "other",
    ],
    [
      "Child Maintenance Service\nMail Handling Site A\n\nDear Sir or Madam\nWe have made an order. You must deduct £5 from your employee's pay.\nYours faithfully\n\nB Writer\nChild Maintenance Service Manager",
      "cms",
    ],
  ])("of %j is %s", (text, sender) => {
    expect(findSender([text])).toBe(sender);
  });
});

describe("what kind it is", () => {
  it.each([
    ["Your annual review: what you must pay", "annual_review"],
    ["Mandatory reconsideration notice\nYou can appeal using form SSCS2.", "mr_notice"],
    ["We have your request for a mandatory reconsideration", "mr_ack"],
    ["Your payment plan\nPayment due\tAmount", "payment_schedule"],
    ["We have made a deduction from earnings order. Normal deduction rate £1", "deo"],
    ["We have received your complaint\nThank you for your complaint", "complaint_ack"],
    [
      "Our final response to your complaint\nYou can ask the Independent Case Examiner within 6 months",
      "final_response",
    ],
    ["You have missed a payment", "missed_payment"],
    ["We intend to apply for a liability order to the magistrates' court", "liability_order"],
    ["Please send us your payslips. We need proof.", "evidence_request"],
    ["We have closed your case", "case_closure"],
    ["Hello", "other"],
    [
      "You told us that a payment was missed\nIf he does not pay we can move your case to Collect and Pay. With Collect and Pay we charge a collection fee.",
      "missed_payment",
    ],
    [
      "We have not received your documents\nPlease send them by 3 June, or your move from Direct Pay to Collect and Pay will not go ahead.",
      "evidence_request",
    ],
    [
      "We will now collect your child maintenance\nYour case moves to Collect and Pay on 3 June. If he does not pay we can use a deduction from earnings order.",
      "service_change",
    ],
    [
      "Our reply to your complaint needs more time\nI have not been able to finish. I now expect to reply by 3 June.",
      "complaint_holding",
    ],
    ["Statement of your account\nBalance at 1 May\tPaid\tOwed", "statement"],
  ])("for %j is %s", (text, kind) => {
    expect(findKind([`${head}${text}`], "cms")).toBe(kind);
  });
});

describe("the letters of those who write of one thing only", () => {
  it.each([
    ["ice", "ice_letter"],
    ["mp", "mp_letter"],
    ["dwp-foi", "foi_reply"],
  ] as const)("from %s are of kind %s, whatever they say", (sender, kind) => {
    expect(findKind(["Dear Ms A\nThank you for coming."], sender)).toBe(kind);
  });
});
