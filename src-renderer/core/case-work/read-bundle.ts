import type { CaseFile } from "../model/case-file.ts";
import { Problem } from "../problems.ts";
import { type CheckedBag, checkBag } from "../vault/bundle/check-bag.ts";
import { checkLines, headOfLines } from "../vault/bundle/check-lines.ts";
import { type BundledLine, readLinesOf } from "../vault/bundle/history-lines.ts";
import type { OpenBundle } from "../vault/bundle/open-bundle.ts";
import { type Parts, wholeOf } from "../vault/bundle/streams.ts";
import { isRecord } from "../vault/payload.ts";
import { fromUtf8 } from "../vault/text-codes.ts";
import { planBundle, type ReadBundleCase, readBundleCase } from "./bundle-case.ts";
import { fileOfForeignLines } from "./bundle-history.ts";
import { isPageShape } from "./change-schema.ts";

/** An object of a bundle: where it lies, and what was found there. */
export interface BundledObject {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** A bundle that was found whole and sound in every part. */
export interface CheckedBundle {
  readonly caseId: string;
  /** of the history in it; the same as in our own copy, and that has nothing new */
  readonly head: string;
  readonly lines: readonly BundledLine[];
  readonly file: CaseFile;
  /** originals and words by object id */
  readonly objects: ReadonlyMap<string, BundledObject>;
}

/** A case of 5,000 letters takes about 60 MiB as case.json. */
const mostCaseBytes = 67_108_864;
/** The words of one exhibit: about 100 bytes each. */
const mostWordsBytes = 33_554_432;

/**
 * Reads a bundle from end to end and checks everything in it, without writing anything: that it is unaltered and
 * whole, the bag, the custody chain, every change, and that every exhibit's original is there and is what was kept.
 *
 * @throws {Problem} `bundle-unknown`, `bundle-wrong-secret`, `bundle-damaged`, `bundle-newer`, `bag-wrong`
 */
export async function checkBundle(bundle: OpenBundle): Promise<CheckedBundle> {
  const found: Told = { of: null, lines: null };
  const bag = await checkBag(bundle, (path) => {
    if (path === "data/case.json") {
      return async (parts) => {
        found.of = readBundleCase(await textOf(parts, mostCaseBytes));
      };
    }
    if (path === "data/journal.jsonl") {
      return async (parts) => {
        found.lines = await readLinesOf(parts);
      };
    }
    return path.startsWith("data/words/") ? (parts) => checkWords(path, parts) : null;
  });
  return judged(bag, found);
}

/** What a bundle says of its case, as far as it was read. */
interface Told {
  of: ReadBundleCase | "newer" | null;
  lines: readonly BundledLine[] | null;
}

function judged(bag: CheckedBag, { of: told, lines }: Told): CheckedBundle {
  if (told === "newer") throw new Problem("bundle-newer");
  const wrong = [...bag.report.problems, ...bag.report.warnings];
  if (wrong.length > 0) throw new Problem("bag-wrong", `${wrong.length} faults`, { where: wrong.slice(0, 20) });
  if (told === null || lines === null) throw new Problem("bundle-unknown", "a bag without a case file");
  checkLines(lines, "bundle-damaged");
  const head = headOfLines(lines);
  const file = fileOfForeignLines(lines);
  const labels = new Map(bag.labels);
  const sameCase = file.id === told.caseId && labels.get("External-Identifier") === file.id;
  const sameHead = head === told.head && labels.get("Folio-Head") === head;
  if (file.id === "" || file.sample || !sameCase || !sameHead) throw new Problem("bag-wrong", "case or head differ");
  const objects = objectsOf(file, told, bag);
  const named = new Set([...objects.values()].map((one) => one.path)).add("data/case.json").add("data/journal.jsonl");
  const unnamed = [...bag.files.keys()].filter((path) => path.startsWith("data/") && !named.has(path));
  if (unnamed.length > 0) throw new Problem("bag-wrong", "files that nothing names", { where: unnamed.slice(0, 20) });
  return { caseId: file.id, head, lines, file, objects };
}

/** Every exhibit's original has to be there with its SHA-256, and its words. */
function objectsOf(file: CaseFile, told: ReadBundleCase, bag: CheckedBag): ReadonlyMap<string, BundledObject> {
  const objects = new Map<string, BundledObject>();
  const { originals, words } = planBundle(file);
  const place = (object: string, expected: string, isRight: (sum: BundledObject) => boolean) => {
    const path = told.paths.get(object) ?? "";
    const sum = bag.files.get(path);
    const found = { path, sizeBytes: sum?.sizeBytes ?? -1, sha256: sum?.hashes.get("sha256") ?? "" };
    if (sum === undefined || !isRight(found)) {
      throw new Problem("bag-wrong", "an exhibit without its file", { where: [expected] });
    }
    objects.set(object, found);
  };
  for (const { object, path, sizeBytes, sha256 } of originals) {
    place(object, path, (found) => found.sizeBytes === sizeBytes && found.sha256 === sha256);
  }
  for (const { object, path } of words) place(object, path, (found) => found.path.startsWith("data/words/"));
  return objects;
}

/** What was read on an exhibit's pages is taken over as it is, so it has to be that. */
async function checkWords(path: string, parts: Parts): Promise<void> {
  const text = await textOf(parts, mostWordsBytes);
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // not JSON: refused below like any other shape
  }
  if (!Array.isArray(value) || !value.every(isPage))
    throw new Problem("bag-wrong", "words that are none", { where: [path] });
}

/** By hand: a long exhibit has a quarter of a million words. */
function isPage(page: unknown): boolean {
  if (!isPageShape(page) || !isRecord(page)) return false;
  const { words, text } = page;
  return (text === null || typeof text === "string") && Array.isArray(words) && words.every(isWord);
}

function isWord(word: unknown): boolean {
  if (!isRecord(word) || typeof word["text"] !== "string" || typeof word["certainty"] !== "number") return false;
  const { box } = word;
  return isRecord(box) && ["left", "top", "width", "height"].every((side) => typeof box[side] === "number");
}

async function textOf(parts: Parts, mostBytes: number): Promise<string> {
  const bytes = await wholeOf(parts, mostBytes);
  const text = bytes === null ? null : fromUtf8(bytes);
  if (text === null) throw new Problem("bag-wrong", "too large, or not text");
  return text;
}
