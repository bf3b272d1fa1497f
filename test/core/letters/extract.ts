import type { LetterKind, Sender } from "#core/model/letter.ts";
import type { PageText } from "#core/model/page.ts";

/** A short invented letter. Each date stands as "{4 May 2026|payment-due}": its words, then the role it has. */
export interface Extract {
  readonly kind: LetterKind;
  readonly sender: Sender;
  readonly marked: string;
}

/** The letter as a page of typed text. */
export function pageOf({ marked }: Extract): PageText {
  const text = marked.replace(mark, "$1");
  return { number: 1, width: 595, height: 842, source: "typed", words: [], text };
}

/** The dates that are marked, in turn. */
export function datesIn({ marked }: Extract): readonly (readonly [words: string, role: string])[] {
  return [...marked.matchAll(mark)].map(([, words = "", role = ""]) => [words.replace(/\s+/g, " "), role]);
}

const mark = /\{([^{}|]+)\|([a-z-]+)\}/g;

/** The Service's letterhead with a day. */
export function fromService(date: string): string {
  return `Child Maintenance Service\nPO Box 12, Exampleton\nTelephone: 0800 000 0000\n\nMr J Sample\n9 Quarry Steps\nDate: {${date}|letter-date}\nYour reference: 121000111222\n\n`;
}

/** How the Service signs. */
export const bySomebody = "\nYours sincerely\n\nP. Example\nCaseworker, Child Maintenance Service";
