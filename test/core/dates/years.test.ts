import { describe, expect, it } from "vitest";
import { datesOf, valuesOf } from "./read-text.ts";

/** Text, letter date, values: no year is printed. */
const yearless: readonly (readonly [string, string, ...string[]])[] = [
  ["We phoned you on 2 March.", "2021-04-13", "2021-03-02"],
  ["We asked you for evidence on 17th December.", "2022-01-21", "2021-12-17"],
  ["Nothing had arrived by 18th March.", "2022-03-21", "2022-03-18"],
  ["Please reply by 2 January.", "2022-12-19", "2023-01-02"],
  [
    "Our offices are closed on 26 December, 27 December and 2 January.",
    "2022-12-19",
    "2022-12-26",
    "2022-12-27",
    "2023-01-02",
  ],
  ["I hope to have something for you by 7th April.", "2023-03-10", "2023-04-07"],
  ["If you have not heard from us by the end of January, ring.", "2023-11-30", "2024-01"],
  ["no action on the payments missed since December", "2023-03-10", "2022-12"],
  ["We spoke on Friday 30 December.", "2023-06-01", "2022-12-30"],
  ["We will write again in August next year.", "2024-08-09", "2025-08"],
  ["We agreed this on 3 March last year.", "2024-08-09", "2023-03-03"],
  ["We met on 29 February.", "2025-06-01", "2024-02-29"],
  ["In November 2023 he changed job on the 3rd.", "2024-03-20", "2023-11", "2023-11-03"],
  ["Your letter said I would hear by mid January.", "2024-03-20", "2024-01"],
  ["Your ex-partner asked us to collect from 19 May.", "2025-05-03", "2025-05-19"],
  ["Lines are open Mon-Fri except 5 and 26 May.", "2025-05-03", "2025-05-05", "2025-05-26"],
  ["For April 2024 (w/c 1st, 8th and 15th April)", "2024-04-01", "2024-04", "2024-04-01", "2024-04-08", "2024-04-15"],
  ["The letter of 20 March", "2024-03-20", "2024-03-20"],
];

describe("years that aren't printed", () => {
  it.each(yearless)("reads %j in a letter of %s", (text, letterDate, ...values) => {
    expect(valuesOf(text, letterDate)).toEqual(values);
  });

  it("gives a table's rows the year of its heading, across the turn of the year", () => {
    const text =
      "Your transactions: 5 December 2022 to 4 January 2023\nDate\tDetails\tBalance\n05 DEC\tOpening\t1.00\n29 DEC\tRent\t2.00\n02 JAN\tShop\t3.00";
    expect(valuesOf(text, "2024-03-01")).toEqual(["2022-12-05..2023-01-04", "2022-12-05", "2022-12-29", "2023-01-02"]);
  });

  it.each([
    ["Month\tDue\tPaid\nNovember 2022\t£5\t£5\nDecember\t£5\t£0\nJanuary\t£5\t£0", "2022-11", "2022-12", "2023-01"],
    ["Your year 2021\n\nMonth\tDue\nMarch\t£5.00\nApril\t£5.00", "2021-03", "2021-04"],
    ["June 2021 to August 2021\n\nMonth\tDue\nJune\t£5.00\nJuly\t£5.00", "2021-06..2021-08", "2021-06", "2021-07"],
  ])("gives a row's bare month the year over it: %j", (text, ...values) => {
    expect(valuesOf(text, "2024-03-20")).toEqual(values);
  });

  it("counts a limit from the order's own date where one is stated", () => {
    const limit = "You may appeal within 28 days of the date of this order.";
    expect(valuesOf(`The order was made on 4 March 2024. ${limit}`)).toEqual(["2024-03-04", "2024-04-01"]);
    expect(valuesOf(`Date of order: 4 March 2024\n\n${limit}`)).toEqual(["2024-03-04", "2024-04-01"]);
    expect(valuesOf(`We wrote on 4 March 2024. ${limit}`)).toEqual(["2024-03-04", "2024-04-17"]);
  });

  it("takes no school or academic year for a tax year", () => {
    expect(
      valuesOf("In the school year 2024/25, and the academic years 2022/23 and 2023/24, he was at school."),
    ).toEqual([]);
  });

  it("goes on from entry to entry in a diary", () => {
    const text = "Sat 17 Feb 2024 - posted reply.\n1 March - nothing. Rang yesterday.\n3/4 - still nothing.";
    expect(valuesOf(text, "2024-02-17")).toEqual(["2024-02-17", "2024-03-01", "2024-02-29", "2024-04-03"]);
  });

  it("counts in an e-mail's quoted part from the day that part was written", () => {
    const text = "I rang yesterday.\n\nOn 10 Mar 2024, at 16:20, A Person wrote:\nI sent it yesterday.";
    expect(valuesOf(text)).toEqual(["2024-03-19", "2024-03-10", "2024-03-09"]);
  });

  it("leaves out what only a letter date could give, where there is none", () => {
    expect(
      valuesOf("We wrote yesterday and on 3 March; reply within 14 days of the date of this letter.", null),
    ).toEqual([]);
  });

  it("is less sure of a year it had to find", () => {
    const [printed, found] = datesOf("We wrote on 3 March 2024 and they answered us on 5 March.");
    expect(found?.certainty).toBeLessThan(printed?.certainty ?? 0);
  });

  it("says how a counted date was counted", () => {
    expect(datesOf("within 15 working days of the date of this letter")[0]?.how).toBe(
      "relative: +15 working days from letter date, England bank holidays",
    );
  });
});
