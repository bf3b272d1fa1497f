import type { ChangeBody } from "../model/change.ts";
import { Problem } from "../problems.ts";
import type { BundledLine } from "../vault/bundle/history-lines.ts";
import { readSaidChange } from "../vault/said.ts";
import { sameBytes } from "../vault/text-codes.ts";
import { fileOfOwnLines } from "./bundle-history.ts";
import type { CheckedBundle } from "./read-bundle.ts";
import type { ToImport } from "./write-import.ts";

/**
 * What a bundle has that isn't here: lines, lines that were erased there, and the objects that are then missed. Where
 * either copy erased something for good, the lines of the other that still speak of it are erased too: nobody's later
 * word brings it back.
 *
 * @param here every line of the copy that is here
 * @param objects the objects that are here, by id
 * @throws {Problem} `bundle-damaged` where both have one writer's line, and not the same one
 */
export function whatIsNew(
  checked: Pick<CheckedBundle, "lines" | "objects">,
  here: readonly BundledLine[],
  objects: ReadonlyMap<string, unknown>,
): ToImport {
  const before = new Map(here.map((line) => [nameOf(line), line]));
  const unchained = behindGaps(here);
  // Behind a line that is lost here the chain can't be worked out: what was said can still be compared.
  const isSame = (one: BundledLine, other: BundledLine) =>
    unchained.has(one) ? sameBytes(one.saidSha256, other.saidSha256) : one.line === other.line;
  const all = new Map(before);
  for (const line of checked.lines) {
    const same = before.get(nameOf(line));
    if (same !== undefined && !isSame(same, line)) throw new Problem("bundle-damaged", "another history");
    if (same === undefined || line.said === null) all.set(nameOf(line), line);
  }
  const united = withoutErased([...all.values()]);
  const { exhibits } = fileOfOwnLines(united);
  const needed = new Set(exhibits.flatMap((one) => [...one.files.map((file) => file.object), one.wordsObject]));
  return {
    lines: united.filter((line) => {
      const same = before.get(nameOf(line));
      return same === undefined || (line.said === null && same.said !== null);
    }),
    objects: new Map([...checked.objects].filter(([id]) => needed.has(id) && !objects.has(id))),
  };
}

/** The lines of each writer that stand behind one that is missing. @param lines each writer's in order of their sequence */
function behindGaps(lines: readonly BundledLine[]): ReadonlySet<BundledLine> {
  const next = new Map<string, number>();
  return new Set(
    lines.filter(({ writer, sequence }) => {
      const expected = next.get(writer) ?? 0;
      // one that was met stays: a gap is never made up for
      next.set(writer, sequence === expected ? expected + 1 : -1);
      return sequence !== expected;
    }),
  );
}

function nameOf({ writer, sequence }: BundledLine): string {
  return `${writer} ${sequence}`;
}

function withoutErased(lines: readonly BundledLine[]): readonly BundledLine[] {
  const bodies = lines.map((line) => (line.said === null ? null : (readSaidChange(line.said)?.body ?? null)));
  const gone = new Set(bodies.flatMap((body) => (body?.kind === "parts-erased" ? goneWith(body) : [])));
  return lines.map((line, at) => {
    const body = bodies[at] ?? null;
    return body !== null && gone.has(aboutWhom(body) ?? "") ? { ...line, kind: "erased", said: null } : line;
  });
}

function goneWith(body: Extract<ChangeBody, { readonly kind: "parts-erased" }>): readonly string[] {
  return [...body.exhibits.map((exhibit) => exhibit.id), ...body.entryIds];
}

/** The exhibit or entry that a change says something of; null where it says nothing that erasing would take away. */
function aboutWhom(body: ChangeBody): string | null {
  switch (body.kind) {
    case "exhibit-added":
      return body.exhibit.id;
    case "exhibit-titled":
    case "letter-kind-told":
    case "exhibit-withdrawn":
    case "date-judged":
    case "date-told":
      return body.exhibitId;
    case "call-kept":
      return body.call.id;
    case "message-kept":
      return body.message.id;
    case "cost-kept":
      return body.cost.id;
    case "event-kept":
      return body.event.id;
    case "issue-kept":
      return body.issue.id;
    default:
      return null;
  }
}
