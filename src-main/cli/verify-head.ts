import { type HistoryOf, knownHead } from "#core/case-work/known-head.ts";
import type { Findings } from "./verify-findings.ts";

/** Looks for a head that was printed somewhere in the histories of what is verified, and says where it stands. */
export function verifyHead(
  head: string,
  histories: Readonly<Record<string, readonly HistoryOf[]>>,
  found: Findings,
): void {
  for (const [id, lines] of Object.entries(histories)) {
    const known = knownHead(lines, head);
    if (known === "now") return;
    if (known === null) continue;
    const says =
      known === "earlier"
        ? "This case had that head; it has grown since."
        : "Something went out of this case under that head.";
    found.add("note", "journal-incomplete", id, says);
    return;
  }
  found.add(
    "damage",
    "journal-incomplete",
    `head ${head}`,
    "No case here ever had this head: something that was there then is missing, or was put back as it was earlier.",
  );
}
