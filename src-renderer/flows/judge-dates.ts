import type { Exhibit, Judgement } from "#core/model/exhibit.ts";
import { keep } from "./current-case.ts";

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
