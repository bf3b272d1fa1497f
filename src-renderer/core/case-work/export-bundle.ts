import { maxPartBytes } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { type BundleLock, lockWithAge } from "../vault/bundle/age-file.ts";
import { checkLines, headOfLines } from "../vault/bundle/check-lines.ts";
import { type BundledLine, writeLine } from "../vault/bundle/history-lines.ts";
import type { Scrypt } from "../vault/bundle/scrypt.ts";
import { inPartsOf, type Parts, partsOf } from "../vault/bundle/streams.ts";
import { type OutFile, tarOf } from "../vault/bundle/tar.ts";
import { bagOf, fileOf } from "../vault/bundle/write-bag.ts";
import { utf8 } from "../vault/text-codes.ts";
import { planBundle, writeBundleCase } from "./bundle-case.ts";
import { fileOfOwnLines } from "./bundle-history.ts";
import { objectSize, streamObject } from "./case-objects.ts";
import { readLines } from "./history.ts";
import type { KeptCase } from "./kept-case.ts";

/** What every way out needs to be told. */
export interface ExportOptions {
  readonly madeAt: Date;
  /** bytes of originals that went out, of all of them */
  readonly onProgress?: (doneBytes: number, ofBytes: number) => void;
  readonly signal?: AbortSignal;
}

/** A name that says nothing but the day (UTC): of the top folder, and with its ending of the file. */
export function bundleName(madeAt: Date): string {
  return `folio-${madeAt.toISOString().slice(0, 10)}`;
}

/**
 * A case as a bundle: an age file around one tar around one BagIt bag (resources/bundle-json.md), in parts of at most
 * 1 MiB. Nothing large is held whole; what was handed out before a failure is worth nothing.
 *
 * @throws {Problem} `recipient-wrong`, `passphrase-empty`, `object-missing`, `object-damaged`, `journal-damaged`,
 * `cannot-read`; `case-not-found` for a case that is in memory only
 */
export async function* exportBundle(
  kept: KeptCase,
  options: ExportOptions & { readonly lock: BundleLock; readonly scrypt?: Scrypt },
): AsyncGenerator<Bytes, void> {
  const tar = tarOf(bundleName(options.madeAt), exportBag(kept, options), options.madeAt);
  yield* inPartsOf(maxPartBytes, partsOf(await lockWithAge(tar, options.lock, options.scrypt)));
}

/** The same bag in a plain tar: whoever has it can read it. @throws {Problem} as `exportBundle` */
export async function* exportBagTar(kept: KeptCase, options: ExportOptions): AsyncGenerator<Bytes, void> {
  const tar = tarOf(bundleName(options.madeAt), exportBag(kept, options), options.madeAt);
  yield* inPartsOf(maxPartBytes, partsOf(tar));
}

/**
 * The files of the bag one by one, plain, to be written in this order; each one's parts are read before the next is
 * asked for. Every original is compared with what its exhibit says as it passes by.
 * @throws {Problem} as `exportBundle`
 */
export async function* exportBag(kept: KeptCase, options: ExportOptions): AsyncGenerator<OutFile, void> {
  if (kept.disk === null) throw new Problem("case-not-found", "in memory only");
  const { version } = await kept.disk.host.about();
  const lines = await readLines(kept);
  checkLines(lines, "journal-damaged");
  const about = { head: headOfLines(lines), madeAt: options.madeAt.toISOString(), madeBy: `Folio ${version}` };
  yield* bagOf(payloadOf(kept, lines, about, options), [
    ["Bagging-Date", about.madeAt.slice(0, 10)],
    ["Bag-Software-Agent", about.madeBy],
    ["External-Identifier", kept.file.id],
    ["Folio-Head", about.head],
  ]);
}

/** The file is folded from the very lines that go along: what is kept meanwhile is in neither. */
async function* payloadOf(
  kept: KeptCase,
  lines: readonly BundledLine[],
  about: { readonly head: string; readonly madeAt: string; readonly madeBy: string },
  { onProgress, signal }: ExportOptions,
): AsyncGenerator<OutFile, void> {
  const file = fileOfOwnLines(lines);
  const plan = planBundle(file);
  const ofBytes = plan.originals.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  yield fileOf("data/case.json", utf8(writeBundleCase(file, plan, about)));
  yield historyFile(lines);
  let doneBytes = 0;
  const passed = (sizeBytes: number) => {
    signal?.throwIfAborted();
    doneBytes += sizeBytes;
    onProgress?.(doneBytes, ofBytes);
  };
  for (const { path, sizeBytes, sha256, object } of plan.originals) {
    yield { path, sizeBytes, sha256, parts: () => watched(streamObject(kept, object), passed) };
  }
  for (const { path, object } of plan.words) {
    signal?.throwIfAborted();
    yield { path, sizeBytes: await objectSize(kept, object), parts: () => streamObject(kept, object) };
  }
}

/** Written out twice, once for its size, so that it is never held whole. */
function historyFile(lines: readonly BundledLine[]): OutFile {
  let sizeBytes = 0;
  for (const line of lines) sizeBytes += utf8(writeLine(line)).length;
  async function* parts() {
    for (const line of lines) yield utf8(writeLine(line));
  }
  return { path: "data/journal.jsonl", sizeBytes, parts };
}

async function* watched(parts: Parts, passed: (sizeBytes: number) => void): AsyncGenerator<Uint8Array, void> {
  for await (const part of parts) {
    passed(part.length);
    yield part;
  }
}
