import { describe, expect, it } from "vitest";
import { readLetter } from "#core/letters/read-letter.ts";
import type { PageText, PageWord } from "#core/model/page.ts";
import { day } from "../../day.ts";

/** Invented for this test. */
const letter = `Child Maintenance Service 21
Mail Handling Site A
Wolverhampton
WV98 2BU
Phone: 0800 171 2345

Date: 4 March 2024
Your reference: 121300200100

Dear Ms Tarn
Mandatory reconsideration notice
You phoned us on 14th February and asked us to look again at our decision of 28/01/2024. The amount of
£43.06 a week is correct from 3 December 2023. Alfie (born 30 June 2009) stays with you.
They must receive your appeal within one month of the date of this letter.
This decision is made under the Child Support Act 1991 (SI 2012/2677), regulation 4.2.12.
CMSL0992 03/21 Page 1 of 1`;

describe("reading a letter", () => {
  const read = readLetter([typed(letter)], { today: day("2024-06-01") });

  it("says what it says of itself", () => {
    expect(read).toMatchObject({
      letterDate: "2024-03-04",
      caseReference: "121300200100",
      sender: "cms",
      kind: "mr_notice",
    });
  });

  it("finds every date once, in reading order, and nothing else", () => {
    expect(read.mentions.map(({ words, role, meaning }) => [words, role, meaning])).toEqual([
      ["4 March 2024", "letter-date", "letter_date"],
      ["14th February", "event", "event"],
      ["28/01/2024", "event", "decision_challenged_date"],
      ["3 December 2023", "decision-effective", "effective_date"],
      ["30 June 2009", "birth", "date_of_birth"],
      ["within one month of the date of this letter", "deadline", "appeal_by"],
    ]);
  });

  it("is surer of a printed letter date than of a counted limit or a year it found", () => {
    const [own, yearless] = read.mentions;
    expect(own?.certainty).toBeGreaterThan(0.9);
    expect(yearless?.certainty).toBeLessThan(0.85);
  });

  it("gives each mention a box a line where there is a layout", () => {
    const words = [...wordsAt(0.1, "pay by Thursday 29 December"), ...wordsAt(0.13, "2022 at the latest")];
    const page: PageText = { number: 3, width: 600, height: 800, source: "ocr", words, text: null };
    const [mention] = readLetter([typed("Date: 1 December 2022"), page], { today: day("2024-06-01") }).mentions.slice(
      1,
    );
    expect(mention).toMatchObject({ page: 3, words: "Thursday 29 December 2022", role: "deadline" });
    expect(mention?.boxes).toHaveLength(2);
  });

  it("reads nothing into nothing", () => {
    expect(readLetter([], { today: day("2024-06-01") })).toEqual({
      letterDate: null,
      caseReference: null,
      sender: "other",
      kind: "other",
      mentions: [],
    });
  });

  it("reads 300 pages in a few seconds", () => {
    const pages = Array.from({ length: 300 }, (_, index) => ({ ...typed(letter.repeat(3)), number: index + 1 }));
    const begun = performance.now();
    expect(readLetter(pages, { today: day("2024-06-01") }).mentions.length).toBeGreaterThan(5000);
    expect(performance.now() - begun).toBeLessThan(8000);
  });
});

function typed(text: string): PageText {
  return { number: 1, width: 595, height: 842, source: "typed", words: [], text };
}

function wordsAt(top: number, text: string): readonly PageWord[] {
  let left = 0.1;
  return text.split(" ").map((word) => {
    const box = { left, top, width: word.length * 0.01, height: 0.015 };
    left += word.length * 0.01 + 0.006;
    return { text: word, box, certainty: 0.9 };
  });
}
