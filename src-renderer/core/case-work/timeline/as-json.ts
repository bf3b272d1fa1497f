import type { TimelineRow } from "./timeline.ts";

/** A timeline as one JSON list, a row a line, so that it can be read whole or searched line by line. */
export function timelineJson(rows: readonly TimelineRow[]): string {
  if (rows.length === 0) return "[]\n";
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}
