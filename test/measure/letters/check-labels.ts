/**
 * `node test/measure/letters/check-labels.ts FOLDER...`: says what is wrong with labelled letters. Ends with 1 where anything is.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LabelledDate, type LetterSource, pageText } from "./letter-source.ts";

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** Whatever looks as if it could be a date, in print. */
const dateLike = new RegExp(
  [
    String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?[\s.,/-]+(?:${months})\b(?:[\s,./'-]*(?:\d{4}|\d\d)\b)?`,
    String.raw`\b(?:${months})[\s,.]+(?:\d{1,2}(?:st|nd|rd|th)?\b)?(?:[\s,.]*\d{4}\b)?(?<=\d\w*)`,
    String.raw`\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b`,
    String.raw`\b\d{1,2}/\d{1,4}\b`,
    String.raw`\b(?:19|20)\d\d\b`,
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
    String.raw`\b(?:yesterday|tomorrow|fortnight)\b|\b(?:days?|weeks?|months?) (?:of|from|after|before|ago)\b|\bwithin \w+`,
  ].join("|"),
  "gi",
);
const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

let wrong = 0;
let letters = 0;
const ids = new Set<string>();
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith(".json"))
    .sort()) {
    const letter: LetterSource = JSON.parse(readFileSync(join(folder, name), "utf8"));
    letters += 1;
    if (ids.has(letter.id) || `${letter.id}.json` !== name) say(letter, "the file's name must be its id, once");
    ids.add(letter.id);
    checkLetter(letter);
  }
}
console.log(`${letters} letters, ${wrong} things wrong`);
process.exitCode = wrong > 0 ? 1 : 0;

function checkLetter(letter: LetterSource): void {
  const own = letter.dates.filter((date) => date.role === "letter-date");
  if (own.length !== 1 || own[0]?.iso !== letter.letter_date) say(letter, "exactly one date is the letter's own");
  for (const date of letter.dates) checkDate(letter, date);
  const labels = [...letter.dates, ...letter.not_dates, ...letter.optional];
  for (const { page, text } of labels) {
    if (!flat(pageText(letter.pages[page - 1] ?? [])).includes(flat(text)))
      say(letter, `“${text}” is not on page ${page}`);
  }
  for (const [index, blocks] of letter.pages.entries()) {
    const text = flat(pageText(blocks));
    const told = labels.filter(({ page }) => page === index + 1).flatMap((label) => placesOf(text, flat(label.text)));
    for (const found of text.matchAll(dateLike)) {
      const [from, to] = [found.index, found.index + found[0].trimEnd().length];
      const isTold = told.some(([start, end]) => start < to && from < end);
      if (!isTold) say(letter, `page ${index + 1}: “${text.slice(Math.max(0, from - 25), to + 15)}” is in no label`);
    }
  }
}

function checkDate(letter: LetterSource, date: LabelledDate): void {
  const values = [date.iso, date.start, date.end].filter((value) => value !== undefined);
  if ((date.iso === undefined) !== (date.start !== undefined && date.end !== undefined))
    say(letter, `“${date.text}” needs iso, or start and end`);
  for (const value of values) {
    const day = value.length === 7 ? `${value}-01` : value;
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || new Date(`${day}T00:00Z`).toISOString().slice(0, 10) !== day)
      say(letter, `“${value}” is no date`);
  }
  if (date.relative === true && date.rule === undefined) say(letter, `“${date.text}” needs its rule`);
  const weekday = weekdays.findIndex((name) => date.text.toLowerCase().includes(name));
  if (
    weekday >= 0 &&
    date.iso?.length === 10 &&
    !date.relative &&
    new Date(`${date.iso}T00:00Z`).getUTCDay() !== weekday
  )
    say(letter, `“${date.text}”: ${date.iso} is a ${weekdays[new Date(`${date.iso}T00:00Z`).getUTCDay()]}`);
  const printed = /^\D*(\d{1,2})\D+.*\b(\d{4})$/.exec(date.text);
  if (
    printed !== null &&
    date.iso?.length === 10 &&
    !date.relative &&
    (Number(printed[1]) !== Number(date.iso.slice(8)) || printed[2] !== date.iso.slice(0, 4))
  )
    if (!/^(\d{4}|\w+ \d)/.test(date.text)) say(letter, `“${date.text}” and ${date.iso} differ`);
}

function placesOf(text: string, part: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(part); at >= 0 && part !== ""; at = text.indexOf(part, at + 1))
    places.push([at, at + part.length]);
  return places;
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function say(letter: LetterSource, words: string): void {
  wrong += 1;
  console.log(`${letter.id}: ${words}`);
}
