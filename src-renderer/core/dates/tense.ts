import type { Setting } from "./sentence.ts";

/** Whether a date is spoken of as done or as to come. */
export type Tense = "past" | "future" | "unsaid";

/**
 * Past or future, from the nearest telling words before the date in its sentence, else after it.
 *
 * "Nothing had arrived by 18th March" is past though "by" looks forward, so verbs outweigh prepositions.
 */
export function tenseOf(setting: Setting): Tense {
  const before = setting.before.slice(-200);
  if (byBefore.test(before)) {
    const clause = before.slice(-90);
    const told = /\b(?:if you|will|must|should|asked|right to|told to|promised|would|please|need)\b/i.test(clause);
    if (!told && /\b(?:had|was|were|did|didn['’]t)\b/i.test(clause)) return "past";
    return lastMatch(clause, pastWords) >= 0 && !/\b(?:will|must|please|need|if you)\b/i.test(clause)
      ? "unsaid"
      : "future";
  }
  if (papersOf.test(before)) return "past";
  const past = lastMatch(before, pastWords);
  const future = lastMatch(before, futureWords);
  if (future > past) return "future";
  // "He asked us to collect from 19 May": what was asked may still lie ahead.
  if (past > future) return /\bto \p{Ll}{2,}/u.test(before.slice(past)) ? "unsaid" : "past";
  if (/\breceived[ \n]$/i.test(before)) return "past";
  if (/\b(?:until|till)[ \n](?:the[ \n])?$/i.test(before)) return "future";
  return tenseAfter(setting.after);
}

/** From the words right behind, within the same line of thought. */
function tenseAfter(text: string): Tense {
  const after = text.slice(0, 90).split(/\n(?=[A-Z])|\t|\)/)[0] ?? "";
  const past = after.search(pastWords);
  const future = after.search(futureWords);
  if (future >= 0 && (past < 0 || future < past)) return "future";
  return past >= 0 ? "past" : "unsaid";
}

/** "since 3 May", "your letter of 3 May": what is dated has been written. */
const papersOf =
  /\b(?:since|dated|(?:letter|e-?mail|call|message|text|decision|complaint|reply|response|answer|payment|notice|report|request|form|visit|statement|bill|order|minutes|notes?|charge|calculation|application|conversation|enquiry)s? of)[ \n](?:the[ \n])?$/i;
const byBefore =
  /\b(?:by|no later than|not later than|on or before)[ \n](?:(?:about )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|noon)[ \n]|noon |midday |midnight |close of (?:business|play) )?(?:on[ \n])?(?:the[ \n])?(?:(?:end|start|beginning|middle) of[ \n])?$/i;
const futureWords =
  /\b(?:will|shall|must|should(?! have\b)|would(?! have\b)|please|going to|due to|can|cannot|(?<=\p{L} )may|need to|have to|ought to(?! have\b)|hope to|hopes to|plan(?:s|ned)? to|aims? to|expects? to|intends? to|want(?:s)? to|asked? you to|next|deadline|promised|are closed|is closed|closing|starts?|begins?|be ready|available until|unless|expires?|booked (?:for|in)|arranged for|listed for|scheduled for|if you|I['’]ll|we['’]ll|you['’]ll|he['’]ll|she['’]ll|they['’]ll|takes? effect|upcoming|(?:is|are|am|'s|'re) (?:not |now )?(?:staying|leaving|moving|starting|changing|going|coming|ending|stopping|returning|finishing|closing)|fixed for)\b/giu;
const pastWords =
  /\b(?:(?<!\bbe )(?:sent|made|paid|told)|was|were|had|did|has|been|came|went|wrote|said|spoke|rang|got|kept|took|gave|left|met|heard|began|became|knew|since|ago|last|previous|late in|dated|(?<!\b(?:be|to|will|would|must|should|shall|not) )(?!need|indeed|proceed|exceed|speed|succeed|feed|agreed to|required|unpaid|closed|enclosed|attached|based|supposed|allowed|expected|scheduled|booked|listed|arranged|promised|fixed|planned)\p{L}{2,}ed(?! (?:by|payment|to be)))\b/giu;

function lastMatch(text: string, words: RegExp): number {
  let at = -1;
  for (const match of text.matchAll(words)) at = match.index;
  return at;
}
