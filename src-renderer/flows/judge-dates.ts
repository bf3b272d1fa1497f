import type { Exhibit, Judgement } from "#core/model/exhibit.ts";
import type { Mention } from "#core/model/mention.ts";
import { keep } from "./current-case.ts";

/** The `rule` of a date that a person told. */
export const toldRule = "told";

/** Keeps a date that reading missed; undo marks it as not a date. */
export function tellDate(
  exhibit: Exhibit,
  { value, role, words, page }: Pick<Mention, "value" | "role" | "words" | "page">,
  done: string,
): Promise<boolean> {
  const read = { meaning: role, certainty: 1, rule: toldRule, context: "", boxes: [] };
  const position = exhibit.letter.mentions.length;
  const about = { exhibitId: exhibit.id, position, judgement: { kind: "rejected" } } as const;
  return keep([{ kind: "date-told", exhibitId: exhibit.id, mention: { page, words, value, role, ...read } }], done, [
    { kind: "date-judged", ...about },
  ]);
}

/** Keeps what the person said of one date; it can be undone. */
export function judgeDate(
  exhibit: Exhibit,
  position: number,
  judgement: Judgement | null,
  done: string,
): Promise<boolean> {
  const before = exhibit.judgements[position] ?? null;
  const about = { kind: "date-judged", exhibitId: exhibit.id, position } as const;
  return keep([{ ...about, judgement }], done, [{ ...about, judgement: before }]);
}
