import * as v from "valibot";
import type { CaseFile } from "../model/case-file.ts";
import { safeFileName } from "../vault/bundle/bag-paths.ts";

/** An original in a bundle: where it lies there, and what it has to be. */
export interface BundledOriginal {
  readonly path: string;
  readonly object: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Where everything of a case file lies in a bundle. */
export interface BundlePlan {
  readonly originals: readonly BundledOriginal[];
  readonly words: readonly { readonly path: string; readonly object: string }[];
  /** the exhibits as `data/case.json` names them */
  readonly exhibits: readonly object[];
}

/** Gives every original and its words a name that any system can keep, beginning with the exhibit's number. */
export function planBundle(file: CaseFile): BundlePlan {
  const names = new Set<string>();
  const originals = new Map<string, BundledOriginal>();
  const words = new Map<string, string>();
  const exhibits = file.exhibits.map(({ files, wordsObject, ...rest }) => {
    const start = String(rest.number).padStart(3, "0");
    for (const { name, object, sizeBytes, sha256 } of files) {
      if (originals.has(object)) continue;
      const path = `data/originals/${safeFileName(`${start} `, name, names)}`;
      originals.set(object, { path, object, sizeBytes, sha256 });
    }
    if (!words.has(wordsObject)) words.set(wordsObject, `data/words/${start}.json`);
    return {
      ...rest,
      files: files.map((one) => ({ path: originals.get(one.object)?.path, ...one })),
      words: { path: words.get(wordsObject), object: wordsObject },
    };
  });
  return {
    originals: [...originals.values()],
    words: [...words].map(([object, path]) => ({ path, object })),
    exhibits,
  };
}

/** `data/case.json`: the folded case file for whoever opens the bundle without Folio. See resources/bundle-json.md. */
export function writeBundleCase(
  file: CaseFile,
  plan: BundlePlan,
  about: { readonly head: string; readonly madeAt: string; readonly madeBy: string },
): string {
  const { id, sample: _sample, exhibits: _exhibits, ...rest } = file;
  const whole = { format: "folio-case", version: 1, case: id, ...about, ...rest, exhibits: plan.exhibits };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** What an import needs of `data/case.json`: the paths by object id. What the case says comes from the journal. */
export interface ReadBundleCase {
  readonly caseId: string;
  readonly head: string;
  readonly paths: ReadonlyMap<string, string>;
}

const placed = v.object({ path: v.string(), object: v.string() });
const written = v.object({
  format: v.literal("folio-case"),
  version: v.number(),
  case: v.string(),
  head: v.string(),
  exhibits: v.array(v.object({ files: v.array(placed), words: placed })),
});

/** Reads `data/case.json`. @returns null where it is none; "newer" where a later Folio wrote it */
export function readBundleCase(text: string): ReadBundleCase | "newer" | null {
  const value = asJson(text);
  if (v.is(v.object({ format: v.literal("folio-case"), version: v.pipe(v.number(), v.minValue(2)) }), value)) {
    return "newer";
  }
  const read = v.safeParse(written, value);
  if (!read.success || read.output.version !== 1) return null;
  const all = read.output.exhibits.flatMap((exhibit) => [...exhibit.files, exhibit.words]);
  return {
    caseId: read.output.case,
    head: read.output.head,
    paths: new Map(all.map(({ object, path }) => [object, path])),
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
