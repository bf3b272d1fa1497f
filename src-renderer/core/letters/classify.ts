import { type LetterKind, letterKinds, type Sender, senders } from "#core/model/letter.ts";
import letterWords from "#rules/letter-words.json" with { type: "json" };
import { type LetterParts, partsOf } from "./letter-parts.ts";
import { isOwnLetter } from "./own-letter.ts";

/**
 * Who wrote a letter, by the words of its head and foot. A person's own letter is "other", whomever it names in its head.
 *
 * The words are data (`resources/rules/letter-words.json`): real letters differ, and a list can be mended without code.
 */
export function findSender(pages: readonly string[]): Sender {
  const text = pages.join("\n\n");
  const parts = partsOf(text);
  if (isOwnLetter(parts)) return "other";
  const scores = letterWords.senders.map(({ sender, words }) => ({
    sender,
    score: words.reduce(
      (sum, { phrase, weight, where }) => sum + (holds(partOf(text, parts, where), phrase) ? weight : 0),
      0,
    ),
  }));
  const best = scores.reduce((one, two) => (two.score > one.score ? two : one), { sender: "other", score: 2.5 });
  return senders.find((sender) => sender === best.sender) ?? "other";
}

/** What kind of letter it is; "other" where no list of words fits well enough, and for a person's own letters. */
export function findKind(pages: readonly string[], sender: Sender): LetterKind {
  const text = pages.join("\n\n");
  const parts = partsOf(text);
  if (sender === "other" && isOwnLetter(parts)) return "other";
  const complaint = sender === "cms" && aboutComplaint.test(parts.subject);
  const scores = letterWords.kinds
    .filter(({ from }) => from.length === 0 || from.includes(sender))
    .filter(({ kind }) => !complaint || /^complaint_|^final_/.test(kind))
    .map(({ kind, words }) => ({
      kind,
      score: words.reduce((sum, { phrase, weight }) => sum + weight * shareOf(phrase, parts, text), 0),
    }));
  const usual = usualKind[sender] ?? "other";
  const best = scores.reduce((one, two) => (two.score > one.score ? two : one), {
    kind: usual,
    score: sender === "cms" ? 2 : 3,
  });
  return letterKinds.find((kind) => kind === best.kind) ?? "other";
}

/** A letter of the Service that is headed so answers a complaint, whatever the complaint was about. */
const aboutComplaint = /\bcomplain(?:t|ed)\b/i;

/** Senders whose letters are nearly all of one kind. */
const usualKind: Partial<Record<Sender, LetterKind>> = { ice: "ice_letter", mp: "mp_letter", "dwp-foi": "foi_reply" };

/** How much a phrase counts where it stands: what a letter is headed tells far more than what its body mentions. */
function shareOf(phrase: string, { subject, opening }: LetterParts, text: string): number {
  if (holds(subject, phrase)) return 3;
  if (holds(opening, phrase)) return 1;
  return holds(text, phrase) ? 0.5 : 0;
}

/** The head ends at the greeting: what a letter is about may be another organisation. So may its last lines before the close. */
function partOf(text: string, { head, signed }: LetterParts, where: string): string {
  if (where === "head") return head.length < 30 ? text.slice(0, 420) : head.slice(0, 420);
  if (where === "foot") return signed.length < 4 ? text.slice(-400) : signed;
  return text;
}

const patterns = new Map<string, RegExp>();

/** Whether the words stand in the text; "…" in them stands for up to 40 letters. */
function holds(text: string, phrase: string): boolean {
  const known = patterns.get(phrase) ?? patternOf(phrase);
  patterns.set(phrase, known);
  return known.test(text);
}

function patternOf(phrase: string): RegExp {
  const parts = phrase.split("…").map((part) =>
    part
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/ and /gi, " (?:and|&) ")
      .replace(/\bcan ?not\b/gi, "(?:cannot|can not|can't)")
      .replace(/\b(have|has|did|do|was|were) not\b/gi, "$1(?: not|n't)")
      .replace(/\bwill not\b/gi, "(?:will not|won't)")
      .replace(/ +/g, "\\s{1,3}"),
  );
  return new RegExp(String.raw`(?<![\p{L}\d])${parts.join("[^.]{0,40}")}(?![\p{L}\d])`, "iu");
}
