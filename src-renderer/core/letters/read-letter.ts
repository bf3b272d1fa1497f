import { findDates } from "#core/dates/find-dates.ts";
import type { DatePage } from "#core/dates/found.ts";
import { workOut } from "#core/dates/refiners/work-out.ts";
import { findRoles, type RoledDate } from "#core/dates/roles/find-role.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { ReadLetter } from "#core/model/letter.ts";
import type { Mention } from "#core/model/mention.ts";
import type { PageText } from "#core/model/page.ts";
import { findCaseReference } from "./case-reference.ts";
import { findKind, findSender } from "./classify.ts";
import { type CleanText, cleanText, rawRange } from "./clean-text.ts";
import { contextOf } from "./context.ts";
import { type LaidOutPage, layOut } from "./lay-out.ts";
import { findLetterDate } from "./letter-date.ts";

/** A page on its way: laid out, cleaned, and back. */
interface ReadPage {
  readonly laid: LaidOutPage;
  readonly clean: CleanText;
}

/**
 * Reads a letter: its own date, the case reference, who wrote it and of what kind it is, and every date with its meaning.
 *
 * @param options.today no date later than this is taken for the letter's own
 */
export function readLetter(pages: readonly PageText[], options: { readonly today: CalendarDay }): ReadLetter {
  const read = pages.map((page): ReadPage => {
    const laid = layOut(page);
    return { laid, clean: cleanText(laid.text) };
  });
  const texts: readonly DatePage[] = read.map(({ laid, clean }) => ({ number: laid.number, text: clean.text }));
  const found = findDates(texts);
  const own = findLetterDate(found, texts, options.today);
  const ownFind = own === null ? undefined : found[own.index];
  const dates = findRoles(workOut(found, texts, own?.day ?? null), texts, own?.day ?? null).map((one) =>
    own !== null && ownFind !== undefined && one.page === ownFind.page && one.start === ownFind.start
      ? { ...one, role: "letter-date" as const, meaning: "letter_date", trust: own.certainty }
      : one,
  );
  const plain = texts.map(({ text }) => text);
  const sender = findSender(plain);
  return {
    letterDate: own?.day ?? null,
    caseReference: findCaseReference(plain),
    sender,
    kind: findKind(plain, sender),
    mentions: dates.flatMap((one) => mentionOf(one, read[one.page])),
  };
}

function mentionOf(one: RoledDate, page: ReadPage | undefined): readonly Mention[] {
  if (page === undefined) return [];
  const range = rawRange(page.clean, one.start, one.end);
  return [
    {
      page: page.laid.number,
      words: page.laid.text.slice(range.start, range.end).replace(/\s+/g, " ").trim(),
      value: one.value,
      role: one.role,
      meaning: one.meaning,
      certainty: Math.round(one.certainty * one.trust * 100) / 100,
      rule: one.how === null ? one.rule : `${one.rule} (${one.how})`,
      context: contextOf(page.clean.text, one.start, one.end),
      boxes: page.laid.boxesOf(range.start, range.end),
    },
  ];
}
