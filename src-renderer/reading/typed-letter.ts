import type { Bytes } from "#core/model/bytes.ts";
import type { ProblemCode } from "#core/problems.ts";
import { readDocx } from "./docx/read-docx.ts";
import { readMail } from "./mail/read-mail.ts";

/** A letter that is words only. */
export interface TypedLetter {
  /** the text of each page, in order; at least one */
  readonly pages: readonly string[];
  /** what the person has to know of it */
  readonly problems: readonly ProblemCode[];
}

/** Some 500 pages: what goes on after it would be looked through for dates for minutes. */
const mostLetters = 1_500_000;
const mostPages = 1000;

/**
 * Reads an e-mail or a Word file; in a worker, as what others wrote may be made to take for ever.
 * @throws {Problem} `file-damaged`
 */
export async function readTypedLetter(bytes: Bytes, type: "email" | "docx"): Promise<TypedLetter> {
  if (type === "docx") return within(await readDocx(bytes), []);
  const { text, hasAttachments } = await readMail(bytes);
  return within([text], hasAttachments ? ["mail-attachments"] : []);
}

function within(pages: readonly string[], problems: readonly ProblemCode[]): TypedLetter {
  let left = mostLetters;
  const kept: string[] = [];
  for (const page of pages.slice(0, mostPages)) {
    if (left <= 0) break;
    kept.push(page.slice(0, left));
    left -= page.length;
  }
  const isCut = left < 0 || kept.length < pages.length;
  return { pages: kept, problems: isCut ? [...problems, "text-too-long"] : problems };
}
