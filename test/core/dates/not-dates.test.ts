import { describe, expect, it } from "vitest";
import { valuesOf } from "./read-text.ts";

/** What a hasty reader takes for a date. */
const traps: readonly string[] = [
  "Phone: 0800 171 2345 or 01/02 345 678",
  "Call 0345 01 02 03 4, lines open 08:00-20:00",
  "sort code 20-10-12, account 10025895",
  "Sort code\n09-11-22",
  "National Insurance number QQ 12 03 21 C",
  "payroll number 09-12-18",
  "Your ref: 12/04/22",
  "REF 12.02.98",
  "Ref JT/WIE/0923.10",
  "Complaint reference C/23/05/0217",
  "Our ref: ICE/CM/23/04418",
  "bill LM-20230413-77",
  "£12.04.23 owed, £1,204.12",
  "CMSL4108 11/19 v2.3",
  "CMSL7102/0921 Page 1 of 2",
  "CMSL4100/04.22",
  "SSCS directions v1.10.20",
  "Tariff version 3.1.22",
  "Page 1/12",
  "6-12 Tothill Street",
  "12-14 March Street",
  "7 June Cottages",
  "Flat 3, 88 Corve Street, Unit 7/8",
  "the Child Support Act 1991 and SI 2012/2677, regulation 4.2.12",
  "section 33(2) of the Freedom of Information Act 2000, rule 12.3.14",
  "FOI2022/88123",
  "shared care 1/7, payments missed 3/12, helpline 24/7",
  "open Monday to Friday, 8am to 7.30pm",
  "He should pay every week on a Monday",
  "IBAN GB29 WYRT 0911 2230 1120 19",
  "children Zofia and Jan, and April Jones their aunt",
  "Dear Ms March,\nMay I ask you",
  "You may apply. Only 1 may apply. They march on.",
  "Regards, June Palmer",
  "30 February 2023 or 31/04/2023 or 32/01/2023 or 12/13/2023",
  "at 10.12 and 9.02am, 41 mins, 00:41:12",
  "version 12.0 and 14.1",
  "R v [2011] UKSC 7, para 12.4",
  "pages 1 to 58, 20% and 4%, 5.0 MB",
  "IP 10.2.21.4",
  "121304558871",
  "10 working days is our standard",
  "job 20231026.0414.77",
  "school year 2025/26",
];

describe("what only looks like a date", () => {
  it.each(traps)("leaves %j alone", (text) => {
    expect(valuesOf(text)).toEqual([]);
  });
});
