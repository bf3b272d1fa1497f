import { Problem } from "../problems.ts";
import type { MadeExhibit } from "./exhibits/make-exhibit.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { exhibitPlace } from "./numbering.ts";
import type { PackOrder } from "./order.ts";
import type { Tag } from "./page/tag.ts";
import { type PackPlan, printedExhibits } from "./plan.ts";

/** Text of a page of the pack, and what to call the page. */
interface KnownText {
  readonly where: string;
  readonly text: string;
}

/** Texts that are read one after the other: what is split between two of them is found all the same. */
type Reading = readonly KnownText[];

/**
 * Looks for words that must not get out in everything known to stand on the pages.
 * @throws {Problem} `forbidden-words-found`; `where` names each word and the page it begins on
 */
export function refuseForbidden(
  order: PackOrder,
  pack: { readonly plan: PackPlan; readonly front: FrontMatter; readonly made: readonly MadeExhibit[] },
): void {
  const words = forbiddenWords(order.forbid);
  if (words.length === 0) return;
  const readings = [frontTexts(pack.front), ...taggedTexts(pack.front), ...exhibitTexts(pack)];
  const found = [...new Set(readings.flatMap((reading) => wordsIn(reading, words)))];
  if (found.length > 0) throw new Problem("forbidden-words-found", `${found.length} places`, { where: found });
}

type ForbiddenWord = ReturnType<typeof forbiddenWords>[number];

function wordsIn(reading: Reading, words: readonly ForbiddenWord[]): readonly string[] {
  const squashed = reading.map(({ text }) => squash(text));
  const whole = squashed.join("");
  return words.flatMap(({ word, squashed: wanted }) => {
    const found: string[] = [];
    let begin = 0;
    for (const [position, { where }] of reading.entries()) {
      const end = begin + (squashed[position]?.length ?? 0);
      const at = whole.indexOf(wanted, begin);
      if (at === -1) break;
      if (at < end) found.push(`${where}: “${word}”`);
      begin = end;
    }
    return found;
  });
}

/** The words worth looking for, each with the form in which it is looked for. */
export function forbiddenWords(
  forbid: readonly string[],
): readonly { readonly word: string; readonly squashed: string }[] {
  return forbid
    .map((word) => ({ word: word.trim(), squashed: squash(word) }))
    .filter(({ squashed }) => squashed !== "");
}

/**
 * Letters and digits only, small and without accents: "QQ 12 34 56 C" and "qq123456c" are the same, and so are
 * "O'Brien" and "O’BRIEN", "José" and what a scan or a typeface that lacks é makes of it, "Straße" and "STRASSE".
 */
export function squash(text: string): string {
  return text
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function frontTexts(front: FrontMatter): Reading {
  return front.pages.map((inks, page) => ({
    where: `page ${page + 1}`,
    text: inks.map((ink) => (ink.kind === "text" ? ink.text : "")).join(" "),
  }));
}

/** The same text by paragraph and cell: on the page, the lines of two columns stand between each other. */
function taggedTexts(front: FrontMatter): readonly Reading[] {
  const readings = new Map<Tag, KnownText[]>();
  for (const [page, inks] of front.pages.entries()) {
    for (const ink of inks) {
      if (ink.kind !== "text" || ink.tag === null) continue;
      const reading = readings.get(ink.tag) ?? [];
      readings.set(ink.tag, [...reading, { where: `page ${page + 1}`, text: ink.text }]);
    }
  }
  return [...readings.values()];
}

function exhibitTexts({
  plan,
  front,
  made,
}: {
  readonly plan: PackPlan;
  readonly front: FrontMatter;
  readonly made: readonly MadeExhibit[];
}): readonly Reading[] {
  const byNumber = new Map(made.map((one) => [one.source.exhibit.number, one]));
  return printedExhibits(plan).map(({ exhibit: { number, title } }) => {
    const sheets = byNumber.get(number)?.sheets ?? [];
    const first = front.numbering.pageOf(exhibitPlace(number)) ?? 0;
    return sheets.map(({ words }, position) => ({
      where: `page ${first + position} (exhibit ${number}, page ${position + 1})`,
      text: `${position === 0 ? title : ""} ${words.join(" ")}`,
    }));
  });
}
