import { monthNames } from "#core/model/calendar-day.ts";
import type { PageText, PageWord } from "#core/model/page.ts";
import { randomOf } from "./letters/random.ts";

type Altered = readonly (readonly [string, readonly PageText[]])[];

/** The same letter once more, as it comes out of a second reading or a photocopier. */
export function copies(pages: readonly PageText[]): Altered {
  const whole: Altered = [
    ["a stamp on it", pages.map((page, at) => (at === 0 ? stamped(page) : page))],
    ["the foot cut off", pages.map((page) => withWords(page, (words) => words.filter(({ box }) => box.top < 0.82)))],
    ["one word in twenty misread", pages.map((page) => withWords(page, misread))],
  ];
  return pages.length === 1 ? whole : [...whole, ["its first page alone", pages.slice(0, 1)]];
}

/** Another letter of the same form: every date a month on, and then every sum another one too. */
export function twins(pages: readonly PageText[]): Altered {
  const later = pages.map((page) => withWords(page, (words) => words.map(monthOn)));
  return [
    ["the form a month later", later],
    ["the form, other dates and sums", later.map((page) => withWords(page, (words) => words.map(otherSum)))],
  ];
}

function withWords(page: PageText, change: (words: readonly PageWord[]) => readonly PageWord[]): PageText {
  return { ...page, words: change(page.words) };
}

/** At the foot of page 1, where there is room; its words come last, as OCR gives them. */
function stamped(page: PageText): PageText {
  const stamp = ["RECEIVED", "12", "MAR", "2026", "ADVICE", "CENTRE"].map((text, at) => ({
    text,
    box: { left: 0.5 + 0.07 * at, top: 0.97, width: 0.06, height: 0.012 },
    certainty: 0.7,
  }));
  return { ...page, words: [...page.words, ...stamp] };
}

function misread(words: readonly PageWord[]): readonly PageWord[] {
  const random = randomOf(`${words.length}`);
  return words.map((word) => (random.chance(1 / 20) ? { ...word, text: garbled(word.text) } : word));
}

function garbled(text: string): string {
  const middle = Math.floor(text.length / 2);
  const swaps: Readonly<Record<string, string>> = { "0": "6", "1": "7", "3": "8", "5": "6", e: "c", a: "o", i: "l" };
  const letter = text.charAt(middle);
  return text.slice(0, middle) + (swaps[letter] ?? "m") + text.slice(middle + 1);
}

const welshMonths = [
  "Ionawr",
  "Chwefror",
  "Mawrth",
  "Ebrill",
  "Mai",
  "Mehefin",
  "Gorffennaf",
  "Awst",
  "Medi",
  "Hydref",
  "Tachwedd",
  "Rhagfyr",
];

function monthOn(word: PageWord): PageWord {
  const bare = word.text.replace(/[^A-Za-z]/g, "");
  const named = monthNames.findIndex(
    (month) => bare.length >= 3 && month.toLowerCase().startsWith(bare.replace(/^(?:st|nd|rd|th)/, "").toLowerCase()),
  );
  if (named >= 0) {
    const next = monthNames[(named + 1) % 12] ?? "";
    return { ...word, text: word.text.replace(bare, bare.length === 3 ? next.slice(0, 3) : next) };
  }
  const welsh = welshMonths.indexOf(bare);
  if (welsh >= 0) return { ...word, text: word.text.replace(bare, welshMonths[(welsh + 1) % 12] ?? "") };
  const iso = /^(\d{4}-)(\d\d)(-\d\d)/.exec(word.text);
  if (iso !== null) {
    const next = String((Number(iso[2]) % 12) + 1).padStart(2, "0");
    return { ...word, text: `${iso[1]}${next}${iso[3]}${word.text.slice(iso[0].length)}` };
  }
  const text = word.text.replace(
    /^(\d{1,2}[/.-])(\d{1,2})([/.-]\d{2,4})/,
    (_, day: string, month: string, year: string) => {
      return `${day}${String((Number(month) % 12) + 1).padStart(2, "0")}${year}`;
    },
  );
  return { ...word, text };
}

function otherSum(word: PageWord): PageWord {
  const text = word.text.replace(/\d(?=[\d,]*\.\d\d(?!\d))/g, (digit) => `${(Number(digit) + 3) % 10}`);
  return { ...word, text };
}
