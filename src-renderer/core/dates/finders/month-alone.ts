import { fullMonth, gap, monthNumber } from "../english.ts";
import type { Finder } from "../found.ts";

/**
 * "in October", "mid-July", "your December payment": no year is printed.
 *
 * April, May, June and August are names too, and may and march are verbs: those need a word before them that only months
 * have. A month after a title or before a surname is a person.
 */
export const monthAlone: Finder = {
  name: "month-alone",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d_&])(?:(?<part>mid|early|late|Mid|Early|Late)[ -])?(?<month>${fullMonth}|(?<=\b(?:in|since|during|until|mid-|and|to) )(?:Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?|(?<=^|[\n\t])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\b\.)?(?=[\n\t]|$)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?= ?(?:-|to) ?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6} (?:19|20)\d\d))(?![\p{L}\d])(?!['’]\d)(?!,?${gap}(?:of${gap})?(?:19|20)\d\d)(?!-\d|/)`,
    "gu",
  ),
  read: ({ month, part }, { before, after }) => {
    const word = month ?? "";
    if (titleBefore.test(before) || /\b(?:19|20)\d\d $/.test(before) || impossible.test(after)) return null;
    const said = { kind: "month", month: monthNumber(word), year: null } as const;
    if (part !== undefined || surely.test(before) || listed.test(after)) return said;
    if (isCell(before, after) && (isAmongMonths(before, after) || rowBefore.test(before) || rowAfter.test(after)))
      return said;
    if (
      word.length < 5 &&
      !/^(?:June|July|May)$/.test(word) &&
      /[\n\t]$|^$/.test(before) &&
      /^(?:[\n\t]|$)/.test(after)
    )
      return null;
    if (!/^(?:March|April|May|June|August)$/.test(word)) return surnameAfter.test(after) ? null : said;
    const likely = monthOnly.test(before) || (word !== "May" && thing.test(after));
    return likely && !surnameAfter.test(after) && !doing.test(after) ? said : null;
  },
  certainty: 0.7,
};

function isCell(before: string, after: string): boolean {
  return /(?:^|[\n\t])$/.test(before) && /^(?:[\n\t]|$)/.test(after);
}

/** A heading of months: another month in the cell before or after. */
function isAmongMonths(before: string, after: string): boolean {
  return cellBefore.test(before) || cellAfter.test(after);
}

const anyMonth = String.raw`(?:${fullMonth}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)`;
const cellBefore = new RegExp(String.raw`(?:^|[\n\t])${anyMonth}\t$`);
const cellAfter = new RegExp(String.raw`^\t${anyMonth}(?:[\n\t]|$)`);

/** A cell of its own in a row beside another month's row: April above May is no person. */
const rowBefore = new RegExp(
  String.raw`(?:^|[\n\t])(?:\d{1,2}(?:st|nd|rd|th)? )?${anyMonth}(?: (?:19|20)\d\d)?\t[^\n]*\n[^\n]*$`,
);
const rowAfter = new RegExp(
  String.raw`^\t[^\n]*\n(?:[^\n]*\t)?(?:\d{1,2}(?:st|nd|rd|th)? )?${anyMonth}(?: (?:19|20)\d\d)?\t`,
);

const titleBefore = /(?:Mr|Mrs|Ms|Miss|Mx|Dr|Dear|Hi|Hello|Master|named?|called|daughter|son|child)\.?,?\s$/;
const surely =
  /\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Ee]nd of|[Ss]tart of|[Bb]eginning of|[Mm]iddle of|[Mm]onths? of|[Rr]est of|[Ww]hole of|[Aa]ll of|[Hh]alf of|[Pp]art of|[Ll]ast|[Nn]ext|[Qq]uarter ending)[ \n]$/;
const monthOnly = new RegExp(
  String.raw`\b(?:[Ss]ince|[Uu]ntil|[Tt]his|[Ee]very|[Bb]etween|[Tt]hrough|up to|[Ff]rom|[Bb]efore|[Aa]fter|(?:fees?|money|charged?|due|paid|payments?|payslips?|owed|statements?|figures?|bills?|wages|salary|rent|maintenance) for|${fullMonth}(?:,| and| or| to| until| -)) $|${fullMonth}-$`,
);
const listed = new RegExp(String.raw`^(?:,? (?:and|or|to|until) |, | ?- ?)${fullMonth}\b(?! [A-Z][a-z])`);
const thing =
  /^(?:['’]s)? (?:salary|wages?|pay|payments?|payslips?|statement|bill|hearing|review|instalment|figures?|calls?|deductions?|maintenance|rent|invoice|meeting|appointment)\b/;
const surnameAfter = new RegExp(
  String.raw`^ (?!(?:${fullMonth}|I|We|You|He|She|They|It|The|CMS|DWP|HMRC|ICE|Statement|Payment|Total|Bill|Salary)\b)\p{Lu}[\p{Ll}'’-]+`,
  "u",
);
const doing =
  /^ (?:told|said|rang|phoned|called|asked|wrote|is|was|has|have|had|be|not|also|still|apply|appeal|ask|contact|need|want|take|get|use|call|lives?|stays?|who)\b|^['’]s /;

/** "February 29, 2014": a day that there isn't leaves no month behind. */
const impossible = /^ (?:\d{1,2}(?:st|nd|rd|th)?,? (?:- ?\d{1,2},? )?(?:19|20)\d\d|\d{3})/;
