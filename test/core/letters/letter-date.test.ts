import { describe, expect, it } from "vitest";
import { findDates } from "#core/dates/find-dates.ts";
import { cleanText } from "#core/letters/clean-text.ts";
import { findLetterDate } from "#core/letters/letter-date.ts";
import { day } from "../../day.ts";

function letterDateOf(...texts: readonly string[]): string | null {
  const pages = texts.map((text, index) => ({ number: index + 1, text: cleanText(text).text }));
  return findLetterDate(findDates(pages), pages, day("2026-11-22"))?.day ?? null;
}

const letters: readonly (readonly [string, string, string | null])[] = [
  ["a label", "Mr A\nDate: 13 April 2021\nYour ref: 12\n\nDear Mr A\nWe wrote on 2 March 2021.", "2021-04-13"],
  ["a label over it", "Date\n13 April 2021\n\nDear Mr A", "2021-04-13"],
  ["a label in the cell before", "Date\t27 Aug 2025\nPhone\t0345", "2025-08-27"],
  [
    "standing alone before the greeting",
    "The Examiner\nBootle\n15 August 2023\nOur ref: X\n\nDear Mrs B\nOn 31 July 2023 we",
    "2023-08-15",
  ],
  [
    "a statement's label",
    "Bank\tStatement date: 1 March 2023\nPage 1/1\n1 February 2023 to 28 February 2023",
    "2023-03-01",
  ],
  ["a bill's label", "mobile Bill date: 13.4.23\n14/03/23\t09:02\t£0.00", "2023-04-13"],
  [
    "an e-mail's header",
    "From: A\nTo: B\nDate: Tue, 14 Mar 2023 22:41:08 +0000\nSubject: x\nOn 10 Mar 2023, at 16:20, C wrote:\nhello",
    "2023-03-14",
  ],
  [
    "the newest of two e-mail headers",
    "Sent: 3 November 2025 08:14\nHi\n\nFrom: C\nSent: 14 October 2025 16:02\nHello",
    "2025-11-03",
  ],
  ["a note's own line", "Telephone notes\nTyped up 30 November 2021\nMon 1 Nov 2021 - rang", "2021-11-30"],
  ["a printout's head", "18/04/2023, 21:07 My Case\nMessages\n17 Apr 2023 12:55\tYou\tSent", "2023-04-18"],
  [
    "its place at the foot",
    "DIRECTIONS\n1. Reply by 8 November 2024.\n\nSigned: A Judge\nDated: 11 October 2024",
    "2024-10-11",
  ],
  ["a diary's last entry", "Diary\n2 Feb 2024\nRang.\n3 Feb 2024\nRang.\n15/2/24 Wrote.", "2024-02-15"],
  ["not a birth or a due date", "Date of birth: 3 May 2010\nDue date: 1 May 2023\nHearing date: 4 June 2023", null],
  ["not a day still to come", "Date: 13 April 2031", null],
  [
    "not the making of a decision",
    "The decision made on 12/09/2023 and issued on 13/09/2023 stands.\nSigned A Judge, Date: 24/05/2024",
    "2024-05-24",
  ],
  ["a place before it", "Birmingham, 5 May 2023\n\nDear Ms A", "2023-05-05"],
  ["not a date inside a sentence", "Please pay by 1.8.22 or phone us about 3 July 2022.", null],
  ["nothing", "No date here.", null],
];

describe("the letter's own date", () => {
  it.each(letters)("is told by %s", (_by, text, date) => {
    expect(letterDateOf(text)).toBe(date);
  });

  it("is looked for on the first page before the others", () => {
    expect(letterDateOf("12 May 2023\n\nDear Ms A\nHello", "Report\nDate: 3 April 2023")).toBe("2023-05-12");
  });
});
