import { Problem } from "../problems.ts";
import type { MadeExhibit } from "./exhibits/make-exhibit.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { exhibitPlace } from "./numbering.ts";
import type { PackOrder } from "./order.ts";
import { type PackPlan, printedExhibits } from "./plan.ts";

/** Text of a page of the pack, and what to call the page. */
interface KnownText {
  readonly where: string;
  readonly text: string;
}

/**
 * Looks for words that must not get out in everything known to stand on the pages.
 * @throws {Problem} `forbidden-words-found`; `where` names each word and page
 */
export function refuseForbidden(
  order: PackOrder,
  pack: { readonly plan: PackPlan; readonly front: FrontMatter; readonly made: readonly MadeExhibit[] },
): void {
  const words = forbiddenWords(order.forbid);
  if (words.length === 0) return;
  const found = [...frontTexts(pack.front), ...exhibitTexts(pack)].flatMap(({ where, text }) => {
    const packed = squash(text);
    return words.filter(({ squashed }) => packed.includes(squashed)).map(({ word }) => `${where}: “${word}”`);
  });
  if (found.length > 0) throw new Problem("forbidden-words-found", `${found.length} places`, { where: found });
}

/** The words worth looking for, each with the form in which it is looked for. */
export function forbiddenWords(
  forbid: readonly string[],
): readonly { readonly word: string; readonly squashed: string }[] {
  return forbid
    .map((word) => ({ word: word.trim(), squashed: squash(word) }))
    .filter(({ squashed }) => squashed !== "");
}

/** Without spaces, hyphens and dots, in small letters: "QQ 12 34 56 C" and "qq123456c" are the same. */
export function squash(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00a0\u00ad\u200b\-\u2010-\u2015.]+/g, "")
    .toLowerCase();
}

function frontTexts(front: FrontMatter): readonly KnownText[] {
  return front.pages.map((inks, page) => ({
    where: `page ${page + 1}`,
    text: inks.map((ink) => (ink.kind === "text" ? ink.text : "")).join(" "),
  }));
}

function exhibitTexts({
  plan,
  front,
  made,
}: {
  readonly plan: PackPlan;
  readonly front: FrontMatter;
  readonly made: readonly MadeExhibit[];
}): readonly KnownText[] {
  const byNumber = new Map(made.map((one) => [one.source.exhibit.number, one]));
  return printedExhibits(plan).flatMap(({ exhibit: { number, title } }) => {
    const sheets = byNumber.get(number)?.sheets ?? [];
    const first = front.numbering.pageOf(exhibitPlace(number)) ?? 0;
    return sheets.map(({ words }, position) => ({
      where: `page ${first + position} (exhibit ${number}, page ${position + 1})`,
      text: `${position === 0 ? title : ""} ${words.join(" ")}`,
    }));
  });
}
