import { describe, expect, it } from "vitest";
import { letterIndex } from "#core/letters/letter-index.ts";
import { printOf } from "#core/letters/letter-print.ts";
import { readLetter } from "#core/letters/read-letter.ts";
import { sameLetter } from "#core/letters/same-letter.ts";
import { day } from "../../day.ts";

/** An invented letter of one form, with what changes from month to month. */
function missedPayment({ dated = "3 May 2026", due = "1 May 2026", owed = "£88.40", by = "17 May 2026" } = {}) {
  return `Child Maintenance Service
Mrs Alwen Pryce
4 Heol Isaf
Bala

Date: ${dated}
Your reference: 121304558871

Dear Mrs Pryce

We did not get your payment

You should have paid ${owed} on ${due}. We have not received it. Please pay now by telephone or online, or ask your bank
whether the Direct Debit was returned. If you have paid in the last few days you need do nothing more.

If we have not had the money by ${by} we may think about a deduction from earnings order. That means that your employer
takes the money from your wages and sends it to us. Call us if you cannot pay all of it at once: we can agree a plan.

Yours sincerely
Payments team`;
}

function print(text: string) {
  const pages = text.split("\f");
  const read = readLetter(
    pages.map((page, at) => ({ number: at + 1, width: 595, height: 842, source: "typed", words: [], text: page })),
    { today: day("2026-11-23") },
  );
  return printOf(read, pages);
}

describe("a letter that is kept twice", () => {
  const first = print(missedPayment());

  it("is known again with words misread, a line lost and a stamp on it", () => {
    const again = missedPayment()
      .replace("telephone", "te1ephone")
      .replace("employer", "emp|oyer")
      .replace("takes the money from your wages and sends it to us.", "")
      .concat("\nRECEIVED 20 MAY 2026");
    expect(sameLetter(print(again), first)).toBe("same");
  });

  it("is known again where one date was misread", () => {
    expect(sameLetter(print(missedPayment({ by: "11 May 2026" })), first)).toBe("same");
  });

  it("is a part where only one of its pages is there, and the whole letter is the whole of that part", () => {
    const notes = missedPayment().replace(/Date:[\s\S]*/, "");
    const second = `How we work out what you pay. ${"We take your gross yearly income from the tax office, then allow for pensions, for other children who live with you and for nights that the children spend in your home every week of the year. ".repeat(2)} Other rules stand on our website. You may ask for a paper copy, in large print or in Welsh, at no cost at all.`;
    const whole = print(`${missedPayment()}\n${notes}\f${second}`);
    expect(sameLetter(print(second), whole)).toBe("part");
    expect(sameLetter(whole, print(second))).toBe("whole");
  });

  it.each([
    ["of the next month", { dated: "3 June 2026", due: "1 June 2026", by: "17 June 2026" }],
    ["of the next year", { dated: "3 May 2027", due: "1 May 2027", by: "17 May 2027" }],
    ["sent again later, all else alike", { dated: "24 May 2026" }],
    ["of the same day about another payment", { due: "1 April 2026", by: "20 May 2026", owed: "£102.16" }],
  ])("is not the letter of the same form %s", (_, told) => {
    expect(sameLetter(print(missedPayment(told)), first)).toBeNull();
  });

  it("is not the same form about another case", () => {
    expect(sameLetter(print(missedPayment().replace("121304558871", "121770012943")), first)).toBeNull();
  });

  it("may have its case reference misread by one digit", () => {
    expect(sameLetter(print(missedPayment().replace("121304558871", "121304558071")), first)).toBe("same");
  });

  it("is told from other notes of a few words only where every word is the same", () => {
    const note = print("Date: 4 May 2026\n\nWe will write to you again.");
    expect(sameLetter(print("Date: 4 May 2026\n\nWe will write to you again."), note)).toBe("same");
    expect(sameLetter(print("Date: 4 May 2026\n\nWe will write to you soon."), note)).toBeNull();
    expect(sameLetter(print("Date: 5 May 2026\n\nWe will write to you again."), note)).toBeNull();
    const [seventh, eighth] = [print("Payment 7 of 12 reached us."), print("Payment 8 of 12 reached us.")];
    expect(sameLetter(seventh, eighth)).toBeNull();
  });
});

describe("the index of letters", () => {
  it("finds the one that was kept before among many of its form", () => {
    const index = letterIndex();
    for (let month = 2; month <= 10; month += 1) {
      for (let at = 1; at <= 28; at += 9) {
        const dated = { dated: `${at} ${months[month - 1]} 2025`, due: `${at} ${months[month - 2]} 2025` };
        index.add(`${month}-${at}`, print(missedPayment({ ...dated, by: `${at} ${months[month]} 2025` })));
      }
    }
    const again = missedPayment({ dated: "10 May 2025", due: "10 April 2025", by: "10 June 2025" });
    expect(index.find(print(again.replace("whether", "wnether")))).toEqual([{ id: "5-10", is: "same" }]);
    expect(index.find(print(missedPayment()))).toEqual([]);
  });

  it("finds nothing for a letter without words", () => {
    const index = letterIndex();
    index.add("one", print(""));
    expect(index.find(print(""))).toEqual([]);
  });
});

const months = "January February March April May June July August September October November".split(" ");
