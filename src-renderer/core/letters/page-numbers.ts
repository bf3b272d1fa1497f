import type { Box, PageText, PrintedNumber } from "#core/model/page.ts";
import { cleanText, rawRange } from "./clean-text.ts";
import { type LaidOutPage, layOut } from "./lay-out.ts";

/**
 * The number that is printed on each page: "Page 2 of 3", "Sheet 1 of 2", "Tudalen 1/2", "2/3" at its head or foot; null
 * where there is none.
 *
 * A bare "2/3" may be a fraction or a date: it counts only where two pages and more show one at the same end, of one total,
 * going up. So does a bare "Page 2".
 */
export function printedNumbers(pages: readonly PageText[]): readonly (PrintedNumber | null)[] {
  const found = pages.map((page) => candidatesOn(layOut(page)));
  const labelled = found.map((some) => some.find(({ isLabelled, of }) => isLabelled && of !== null) ?? null);
  if (labelled.some((one) => one !== null)) return labelled.map(plain);
  for (const place of ["foot", "head"] as const) {
    const here = found.map((some) => some.find((one) => one.place === place) ?? null);
    if (isNumbering(here)) return here.map(plain);
  }
  return pages.map(() => null);
}

interface Candidate extends PrintedNumber {
  readonly place: "head" | "foot";
  readonly isLabelled: boolean;
}

function plain(one: Candidate | null): PrintedNumber | null {
  return one === null ? null : { number: one.number, of: one.of };
}

/** Two pages and more, one total, each number above the last. */
function isNumbering(found: readonly (Candidate | null)[]): boolean {
  const some = found.filter((one) => one !== null);
  return (
    some.length >= 2 &&
    some.every(({ of }) => of === some[0]?.of) &&
    some.every(({ number }, at) => at === 0 || number > (some[at - 1]?.number ?? 0))
  );
}

const digits = String.raw`[\dIl|]{1,3}`;
const labels = String.raw`(?<![\p{L}])(?:page|pages|sheet|tudalen|tud\.|dalen|pg\.?|p\.)`;
/** After its label nothing else can be meant; OCR may lose the spaces. */
const ofTotal = new RegExp(
  String.raw`${labels}\s{0,3}(?<number>${digits})\s{0,2}(?:of|0f|out of|o|/)\s{0,2}(?<of>${digits})(?![\d/.]\d|\p{L})`,
  "giu",
);
/** A cell or a line of its own. */
const bareOfTotal = /^[\s([–-]*(?<number>\d{1,2})\s?(?:\/|of)\s?(?<of>\d{1,2})[\s)\]–-]*$/iu;
const labelAlone = new RegExp(String.raw`^[\s–-]*${labels}\s{0,2}(?<number>\d{1,2})[\s–-]*$`, "iu");

function candidatesOn(laid: LaidOutPage): readonly Candidate[] {
  const clean = cleanText(laid.text);
  const placeOf = placing(laid, clean.text);
  const found: Candidate[] = [];
  const add = (match: RegExpMatchArray, at: number, isLabelled: boolean) => {
    const range = rawRange(clean, at, at + match[0].length);
    const place = placeOf(laid.boxesOf(range.start, range.end), at);
    const number = numberOf(match.groups?.["number"]);
    const of = match.groups?.["of"] === undefined ? null : numberOf(match.groups["of"]);
    if (place === null || number < 1 || number > mostPages || (of !== null && (of < number || of > mostPages))) return;
    found.push({ number, of, place, isLabelled });
  };
  for (const match of clean.text.matchAll(ofTotal)) add(match, match.index, true);
  for (const { cell, at } of cellsOf(clean.text)) {
    const bare = bareOfTotal.exec(cell);
    const alone = labelAlone.exec(cell);
    if (bare !== null) add(bare, at, false);
    else if (alone !== null) add(alone, at, true);
  }
  return found;
}

/** A letter of more pages than this is none. */
const mostPages = 99;

function numberOf(written: string | undefined): number {
  return Number((written ?? "").replace(/[Il|]/g, "1"));
}

function cellsOf(text: string): readonly { readonly cell: string; readonly at: number }[] {
  return [...text.matchAll(/[^\n\t]+/g)].map((match) => ({ cell: match[0], at: match.index }));
}

/** how much of what is printed on a page is its head, and its foot */
const headShare = 0.14;
const footShare = 0.14;
/** lines, where there is no layout */
const endLines = 4;

/** Tells whether something stands at the head or the foot of what is printed on the page. */
function placing(laid: LaidOutPage, text: string): (boxes: readonly Box[], at: number) => Candidate["place"] | null {
  const all = laid.boxesOf(0, laid.text.length);
  const top = Math.min(...all.map((box) => box.top));
  const bottom = Math.max(...all.map((box) => box.top + box.height));
  const lines = text.split("\n").filter((line) => line.trim() !== "").length;
  return (boxes, at) => {
    const [box] = boxes;
    if (box !== undefined) {
      const share = (box.top + box.height / 2 - top) / Math.max(bottom - top, 0.001);
      return share <= headShare ? "head" : share >= 1 - footShare ? "foot" : null;
    }
    const before = text
      .slice(0, at)
      .split("\n")
      .filter((line) => line.trim() !== "").length;
    return before >= lines - endLines ? "foot" : before < endLines ? "head" : null;
  };
}
