import type { JournalLine } from "../vault/journal-line.ts";
import { headOf, type LastLine } from "../vault/line.ts";
import { readSaidChange } from "../vault/said.ts";
import { toHex } from "../vault/text-codes.ts";

/** A line of history, wherever it comes from: the journal or a bundle. */
export type HistoryOf = Pick<JournalLine, "writer" | "sequence" | "kind" | "said" | "line">;

/**
 * How a case stands to a head that was printed in a pack or an export.
 *
 * "earlier": the history once ended there and has grown since. "recorded": the history itself says that something went
 * out under that head, though it can't be put together again (two copies were united since). null: this history never
 * had it, so a part of it was put back as it was earlier, or it is another's.
 *
 * @param lines each writer's in order of their sequence
 * @param head 64 lower-case hex digits
 */
export function knownHead(lines: readonly HistoryOf[], head: string): "now" | "earlier" | "recorded" | null {
  const told = inOrder(lines);
  const ends = new Map<string, LastLine>();
  let latest = toHex(headOf([]));
  let isEarlier = false;
  for (const { line } of told) {
    isEarlier ||= latest === head;
    ends.set(line.writer, line);
    latest = toHex(headOf([...ends.values()]));
  }
  if (latest === head) return "now";
  if (isEarlier) return "earlier";
  return told.some(({ wentOut }) => wentOut === head) ? "recorded" : null;
}

interface ToldLine {
  readonly line: HistoryOf;
  readonly clock: string;
  /** the head under which something went out, or "" */
  readonly wentOut: string;
}

/** By clock, as changes are folded. Who said no more than a begin doesn't count; an erased line stands after the one before it. */
function inOrder(lines: readonly HistoryOf[]): readonly ToldLine[] {
  const clocks = new Map<string, string>();
  const told = lines.flatMap((line): readonly ToldLine[] => {
    if (line.kind === "begin") return [];
    const change = line.said === null ? null : readSaidChange(line.said);
    const clock = change?.clock ?? clocks.get(line.writer) ?? "";
    clocks.set(line.writer, clock);
    const body = change?.body;
    const wentOut = body?.kind === "pack-shown" || body?.kind === "bundle-made" ? body.head : "";
    return [{ line, clock, wentOut }];
  });
  return told.sort(
    (one, other) =>
      compare(one.clock, other.clock) ||
      compare(one.line.writer, other.line.writer) ||
      one.line.sequence - other.line.sequence,
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
