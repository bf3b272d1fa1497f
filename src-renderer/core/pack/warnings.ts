import type { PackOrder } from "./order.ts";
import { type PackPlan, printedExhibits } from "./plan.ts";
import { recipientWords } from "./recipients.ts";

/** What the reader of the pack may miss. Warnings never block. */
export function packWarnings(plan: PackPlan): readonly string[] {
  const { caseFile, recipient } = plan;
  const missing = recipientWords[recipient].fields
    .filter(({ label, value }) => label !== "I am" && label !== "E-mail" && value(caseFile).trim() === "")
    .map(({ label }) => label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()));
  const final = printedExhibits(plan).some(({ exhibit }) => exhibit.letter.kind === "final_response");
  const unproved = caseFile.costs.filter(({ proof }) => proof === null).length;
  return [
    ...(missing.length === 0 ? [] : [`Not given on the front page: ${missing.join(", ")}.`]),
    ...(caseFile.wants.length === 0 ? ["The pack doesn’t say what you want."] : []),
    ...(recipient === "ice" && !final
      ? ["No final response is in this pack; the Independent Case Examiner asks for one."]
      : []),
    ...(unproved === 0 ? [] : [`${unproved === 1 ? "1 cost has" : `${unproved} costs have`} no proof yet.`]),
  ];
}

/**
 * What a search for words that must not get out can't promise: on a picture it finds only what was read there.
 * Empty where nothing was asked for, or where no page is a picture.
 */
export function forbidWarnings({ forbid, exhibits }: PackOrder): readonly string[] {
  const pictures = exhibits
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === "pdf" || part.kind === "images" ? part.pages : []))
    .filter((page) => page.source === "ocr").length;
  if (forbid.length === 0 || pictures === 0) return [];
  const pages = pictures === 1 ? "1 page is a picture" : `${pictures} pages are pictures`;
  return [`${pages}: words that must not get out were looked for in what could be read there. Look at them yourself.`];
}
