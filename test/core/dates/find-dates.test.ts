import { describe, expect, it } from "vitest";
import { valuesOf } from "./read-text.ts";

/** Text, and the values in it, in a letter of 20 March 2024. */
const written: readonly (readonly [string, ...string[]])[] = [
  ["on 13 April 2021", "2021-04-13"],
  ["21st March 2022", "2022-03-21"],
  ["17th of May 2018", "2018-05-17"],
  ["the 3rd day of June 2023", "2023-06-03"],
  ["this twenty-first day of June 2023", "2023-06-21"],
  ["October 16, 2023", "2023-10-16"],
  ["October 28th 2013", "2013-10-28"],
  ["06/02/2023", "2023-02-06"],
  ["14/01/24", "2024-01-14"],
  ["1 / 2 / 2023", "2023-02-01"],
  ["18.7.22", "2022-07-18"],
  ["03.01.2023", "2023-01-03"],
  ["17-06-2022", "2022-06-17"],
  ["dated 17-06-22", "2022-06-17"],
  ["17-Jun-2022", "2022-06-17"],
  ["17/Jun/2022", "2022-06-17"],
  ["17JUN2022", "2022-06-17"],
  ["2023-10-26", "2023-10-26"],
  ["2023-10-26T14:02:11", "2023-10-26"],
  ["by 2023-11-\n09", "2023-11-09"],
  ["4 Sept 2023", "2023-09-04"],
  ["11 Mar 24", "2024-03-11"],
  ["11 Mar '24", "2024-03-11"],
  ["20th November, 2023", "2023-11-20"],
  ["Tue, 14 Mar 2023 22:41:08 +0000", "2023-03-14"],
  ["Weds. 15 Feb. 2023", "2023-02-15"],
  ["Thursday 1\nDecember 2022", "2022-12-01"],
  ["29 December\n2022.", "2022-12-29"],
  ["3\u00a0July\u00a02023", "2023-07-03"],
  ["3\u202fSep\u00adtember 2023", "2023-09-03"],
  ["21 st March 2022", "2022-03-21"],
  ["12 Ionawr 2023", "2023-01-12"],
  ["5 o Fawrth", "2024-03-05"],
  ["November 2022", "2022-11"],
  ["Oct-23", "2023-10"],
  ["2019/20", "2019-04-06..2020-04-05"],
  ["the 2020-21 tax year", "2020-04-06..2021-04-05"],
  ["tax year 2022/2023", "2022-04-06..2023-04-05"],
  ["the 2021 to 2022 tax year", "2021-04-06..2022-04-05"],
  ["week ending 14/01/24", "2024-01-14"],
  ["by 5pm on 27/02/2023", "2023-02-27"],
  ["1 August to 31 October 2021", "2021-08-01..2021-10-31"],
  ["1-31 October 2021", "2021-10-01..2021-10-31"],
  ["28 December to 3 January 2023", "2022-12-28..2023-01-03"],
  ["01/03/2023 – 31/08/2023", "2023-03-01..2023-08-31"],
  ["14/03/23-13/04/23", "2023-03-14..2023-04-13"],
  ["between 13 March and 17 April 2023", "2023-03-13..2023-04-17"],
  ["from 3rd until 9th of March 2023", "2023-03-03..2023-03-09"],
  ["during October and November 2023", "2023-10..2023-11"],
  ["3 January, 1 February and 1 March 2023", "2023-01-03", "2023-02-01", "2023-03-01"],
  ["on 3, 10 and 17 March 2023", "2023-03-03", "2023-03-10", "2023-03-17"],
  ["late in September and October 2022", "2022-09", "2022-10"],
  ["on 15 July, 29 July and 12 August we", "2023-07-15", "2023-07-29", "2023-08-12"],
  ["14/3 - rang again", "2024-03-14"],
  ["Award: 01-04-24 to 31-03-25", "2024-04-01..2025-03-31"],
  ["the call of 21/10 at 4.15pm", "2023-10-21"],
  ["notes (Sep-Nov 2023)", "2023-09..2023-11"],
  ["In Nov 23 I told you", "2023-11"],
  ["within 6 months of the date of this letter", "2024-09-20"],
  ["within one month of the date on this letter", "2024-04-20"],
  ["within 15 working days of the date of this letter", "2024-04-12"],
  ["within four weeks of the date of this report", "2024-04-17"],
  ["no later than 28 days after the date of this notice", "2024-04-17"],
  ["twenty-eight (28) days from the date of this order", "2024-04-17"],
  ["14 days beginning with the date of this letter", "2024-04-03"],
  ["21 days from today", "2024-04-10"],
  ["within 14 days of 3 January 2024", "2024-01-17", "2024-01-03"],
  ["You must reply within 14 days.", "2024-04-03"],
  ["We will answer in three weeks' time.", "2024-04-10"],
  ["I rang yesterday and will ring tomorrow", "2024-03-19", "2024-03-21"],
  ["as promised last Monday", "2024-03-11"],
  ["I rang on Monday", "2024-03-18"],
  ["please ring me by 5pm on Friday", "2024-03-22"],
  ["on Tuesday 5 March, after his call the previous Friday", "2024-03-05", "2024-03-01"],
  ["moved on 14 May 2019 and told them the next day", "2019-05-14", "2019-05-15"],
  [
    "the first deduction, on 28 October 2023, reaches us by the 19th of the following month",
    "2023-10-28",
    "2023-11-19",
  ],
  ["we wrote to you on the 4th", "2024-03-04"],
  ["reply by the 29th", "2024-03-29"],
  ["Mon 4th: rang", "2024-03-04"],
  ["in October", "2023-10"],
  ["in March 12 payments were late", "2024-03"],
  ["until mid-July", "2024-07"],
  ["your February salary", "2024-02"],
  ["born 12/05/71", "1971-05-12"],
];

describe("dates as they are written", () => {
  it.each(written)("reads %j", (text, ...values) => {
    expect(valuesOf(text)).toEqual(values);
  });
});

/** Scanned letters: one thing taken for another. */
const scanned: readonly (readonly [string, string])[] = [
  ["O3 January 2023", "2023-01-03"],
  ["2l March 2022", "2022-03-21"],
  ["14 Septernber 2023", "2023-09-14"],
  ["9 0ctober 2023", "2023-10-09"],
  ["5 Febuary 2O23", "2023-02-05"],
  ["O6/02/2023", "2023-02-06"],
  ["l4.01.2024", "2024-01-14"],
  ["O3 FEB\tCARD", "2024-02-03"],
];

describe("dates as OCR gives them", () => {
  it.each(scanned)("reads %j", (text, value) => {
    expect(valuesOf(text)).toEqual([value]);
  });
});
