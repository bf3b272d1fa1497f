import { weekdayBefore, weekdayNumber } from "../english.ts";
import { type Finder, saidDay } from "../found.ts";

/** "14/3 rang CMS", "on 2/11": a day and month in figures. So like a fraction that a word or a line's start must vouch. */
export const daySlashMonth: Finder = {
  name: "day-slash-month",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£$€/_#.:-])${weekdayBefore}(?<day>0?[1-9]|[12]\d|3[01])\/(?<month>0?[1-9]|1[0-2])(?![\p{L}\d/%]|[.:-]\d| ?\/| of\b| ?\(\d+(?:\.\d+)? ?%)`,
    "giu",
  ),
  read: ({ day, month, weekday }, { before, after }) => {
    if (weekday !== undefined) return saidDay(Number(day), Number(month), null, weekdayNumber(weekday));
    const cued =
      /(?:^|[\s(])(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Dd]ated|[Dd]ue|[Bb]efore|[Aa]fter|(?:call|letter|e-?mail|message|text|visit|decision|payment)s? (?:of|on)|[Ww]eek (?:ending|beginning|commencing)|[Pp]ostmark(?:ed)?|[Rr]eceived|[Pp]osted|[Ss]ent|[Aa]rrived|[Rr]ang)[ \n]$/.test(
        before,
      );
    const heads =
      /(?:^|\n)(?:[-*•] ?)?$/.test(before) &&
      /^(?: ?[-:,]| at\b| \d{1,2}[.:]\d\d| (?:rang|called|phoned|spoke|emailed|wrote|got|received|text|sent|tried|they|CMS|no)\b)/i.test(
        after,
      );
    // After a blank line or a line that is over, a figure that words follow heads a note.
    const heading =
      /(?:^|\n\n|[.!?)"'\d]\n|\n[^\n]{1,55}\n)$/.test(before) && /^(?: \p{Ll}{2,}[ !]|\. \p{Lu}\p{Ll}* )/u.test(after);
    const inRow =
      (rowBefore.test(before) && /^(?:[\t\n]|$)/.test(after)) || (/\t$/.test(before) && rowAfter.test(after));
    return cued || heads || heading || inRow ? saidDay(Number(day), Number(month), null, null) : null;
  },
  certainty: 0.55,
};

/** A table's row of days: each in a cell of its own, with another one beside it. */
const rowBefore = /\t\d{1,2}\/\d{1,2}\t$/;
const rowAfter = /^\t\d{1,2}\/\d{1,2}(?=[\t\n]|$)/;
