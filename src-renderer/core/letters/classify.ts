import { type LetterKind, letterKinds, type Sender, senders } from "#core/model/letter.ts";
import letterWords from "#rules/letter-words.json" with { type: "json" };

/**
 * Who wrote a letter, by the words of its head and foot.
 *
 * The words are data (`resources/rules/letter-words.json`): real letters differ, and a list can be mended without code.
 */
export function findSender(pages: readonly string[]): Sender {
  const text = pages.join("\n\n");
  const scores = letterWords.senders.map(({ sender, words }) => ({
    sender,
    score: words.reduce((sum, { phrase, weight, where }) => sum + (holds(partOf(text, where), phrase) ? weight : 0), 0),
  }));
  const best = scores.reduce((one, two) => (two.score > one.score ? two : one), { sender: "other", score: 2.5 });
  return senders.find((sender) => sender === best.sender) ?? "other";
}

/** What kind of letter it is; "other" where no list of words fits well enough. */
export function findKind(pages: readonly string[], sender: Sender): LetterKind {
  const text = pages.join("\n\n");
  const scores = letterWords.kinds
    .filter(({ from }) => from.length === 0 || from.includes(sender))
    .map(({ kind, words }) => ({
      kind,
      score: words.reduce((sum, { phrase, weight }) => sum + weightOf(text, phrase, weight), 0),
    }));
  const best = scores.reduce((one, two) => (two.score > one.score ? two : one), { kind: "other", score: 2.5 });
  return letterKinds.find((kind) => kind === best.kind) ?? "other";
}

/** Words in a letter's heading tell more than the same words further down. */
function weightOf(text: string, phrase: string, weight: number): number {
  if (!holds(text, phrase)) return 0;
  return holds(titleOf(text), phrase) ? weight * 2 : weight;
}

/** The lines round the greeting: where a letter says what it is about. */
function titleOf(text: string): string {
  const greeting = text.search(/(?:^|\n)Dear\b/);
  return greeting < 0 ? text.slice(0, 500) : text.slice(Math.max(0, greeting - 150), greeting + 220);
}

function partOf(text: string, where: string): string {
  if (where === "head") return text.slice(0, 420);
  return where === "foot" ? text.slice(-400) : text;
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
      .replace(/ +/g, "\\s{1,3}"),
  );
  return new RegExp(String.raw`(?<![\p{L}\d])${parts.join("[^.]{0,40}")}(?![\p{L}\d])`, "iu");
}
