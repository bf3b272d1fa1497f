import type { LetterParts } from "./letter-parts.ts";

/**
 * Whether a person wrote it to an organisation: the copies that people keep of their own letters name the Service in
 * their head as its letters do, but as the one addressed.
 *
 * Told from who is greeted, who signs, and whose children, case and complaint it speaks of; one sign alone isn't enough.
 */
export function isOwnLetter({ head, greeting, body, signed }: LetterParts): boolean {
  if (greeting === "") return false;
  const signs = [
    organisationGreeted.test(greeting) ? 2 : 0,
    signed !== "" && /\p{L}/u.test(signed) ? (office.test(signed) ? -3 : 1) : 0,
    Math.min(2, new Set(body.match(mine)?.map((one) => one.toLowerCase())).size),
    Math.min(1, body.match(yours)?.length ?? 0),
    /^(?:\d{1,3}[A-Z]? |Flat )/i.test(head) ? 1 : 0,
    signed.trim() !== "" && firstLine(head) === firstLine(signed) ? 2 : 0,
    letterhead.test(head.split("\n", 3).join(" ")) ? -2 : 0,
    ours.test(body) ? -2 : 0,
  ];
  return signs.reduce((sum, one) => sum + one, 0) >= 3;
}

/** A person's own name heads the letter and signs it. */
function firstLine(text: string): string {
  return text.trim().split("\n")[0]?.trim() ?? "";
}

const organisationGreeted =
  /^Dear .{2,40} MP\b|^Dear (?:Sirs?|Madam|Child|CMS|Complaints?|Case ?(?:worker|manager|team)|Customer (?:Service|Care)|Decision|Team|Manager|Independent|ICE|DWP|Tribunal|Officer|Service|Minister|Ombudsman|All|Colleagues?)\b|whom it may concern/i;

/** Words under a signature that only somebody writing for an organisation puts there. */
const office =
  /\b(?:teams?|managers?|officers?|service|complaints?|department|on behalf|for the|examiner|solicitors?|LLP|Ltd|limited|plc|payroll|head ?teacher|head|director|clerk|case ?workers?|advis[eo]rs?|MP|secretary|executive|payments?|disputes?|enforcement|calculations?|specialists?|makers?|bank|society)\b/i;

const mine =
  /\bmy (?:(?:two|three|four|other|older|younger|eldest|youngest|own|bank|last|ex|former|new) )?(?:children|child|son|daughter|case|complaint|partner|husband|wife|overdraft|wages?|employer|payslips?|evidence|maintenance|appeal|circumstances|income|account|statements?|letters?|calls?|rent|job|calendar|MP|records?|request|payments?)\b|\bI enclose\b|\bI (?:am|was) (?:unhappy|told|promised|writing to (?:complain|ask|appeal))\b|\bI (?:rang|phoned|called|posted) (?:you|my)?\b/gi;
const yours =
  /\byour (?:decision|letter|notice|service|staff|advis[eo]r|reply|office|records|delay|mistake|refusal|calculation|response)\b|\byou (?:have not|did not|told me|decided|lost|failed|promised)\b|\blook again\b/gi;
const letterhead =
  /Child Maintenance|Department for Work|Independent Case Examiner|House of Commons|Member of Parliament/i;
/** An organisation speaks of its own doing. */
const ours =
  /\b(?:we (?:have worked out|have decided|will collect|have asked (?:him|her|them)|can only)|our (?:decision|records|offices?|letter|client)|we act for)\b/i;
