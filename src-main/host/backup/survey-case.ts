import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ProblemCode } from "#core/problems.ts";
import { fileNamesIn, isId, someAtOnce, vaultFolders } from "../folders.ts";
import { hashFile } from "./copy-checked.ts";
import { type ErasedOfCase, erasedName, readErased } from "./erased-parts.ts";
import { type Walked, walkFrames } from "./frame-walk.ts";
import { caseKeyHolds } from "./key-sums.ts";
import { casePath, type Manifest, type ManifestFile } from "./manifest.ts";
import { type SourceFile, type SourceObject, type Survey, smallFile } from "./source-file.ts";

/** What is in one case's folder. Erased parts are passed over, also where their files are still there. */
export async function surveyCase(dataFolder: string, caseId: string, baseline: Manifest | null): Promise<Survey> {
  const erased = await readErased(vaultFolders(dataFolder).ofCase(caseId).folder);
  const at = (name: string) => `cases/${caseId}/${name}`;
  const said = await smallFile(dataFolder, at(erasedName));
  if (erased.whole) return { files: said, objects: [], doubts: [] };
  const keys = [...(await smallFile(dataFolder, at("key"))), ...(await smallFile(dataFolder, at("key.2")))];
  const heads = await filesIn(dataFolder, at("heads"), isId, erased);
  const segments = await surveySegments(dataFolder, caseId, erased, ofCase(baseline, caseId));
  const torn = await filesIn(dataFolder, at("journal"), (name) => name.endsWith(".torn"), erased);
  const objects = await listObjects(dataFolder, caseId, erased);
  return {
    files: [...said, ...keys, ...heads, ...segments.files, ...torn],
    objects,
    doubts: [
      ...(segments.files.length > 0 ? keyDoubts(keys) : []),
      ...segments.doubts,
      ...objectDoubts(objects, erased, baseline, caseId),
    ],
  };
}

function ofCase(baseline: Manifest | null, caseId: string): readonly ManifestFile[] {
  return (baseline?.files ?? []).filter(({ path }) => casePath(path)?.caseId === caseId);
}

function keyDoubts(keys: readonly SourceFile[]): readonly ProblemCode[] {
  const holds = keys.some(({ source }) => source instanceof Uint8Array && caseKeyHolds(source));
  return holds ? [] : ["case-key-damaged"];
}

/** Small files of a folder: heads, ends that were cut short (one frame's worth at most). */
async function filesIn(
  dataFolder: string,
  folder: string,
  ours: (name: string) => boolean,
  erased: ErasedOfCase,
): Promise<readonly SourceFile[]> {
  const names = (await fileNamesIn(join(dataFolder, ...folder.split("/")))).filter(ours);
  const paths = names.map((name) => `${folder}/${name}`).filter((path) => stays(path, erased));
  return (await someAtOnce(paths, (path) => smallFile(dataFolder, path))).flat();
}

/** Whether it is a file of ours, and none of an erased writer. */
function stays(path: string, erased: ErasedOfCase): boolean {
  const parts = casePath(path);
  return parts !== null && (parts.writer === null || !erased.writers.includes(parts.writer));
}

async function surveySegments(
  dataFolder: string,
  caseId: string,
  erased: ErasedOfCase,
  before: readonly ManifestFile[],
): Promise<{ readonly files: readonly SourceFile[]; readonly doubts: readonly ProblemCode[] }> {
  const folder = `cases/${caseId}/journal`;
  const names = (await fileNamesIn(join(dataFolder, ...folder.split("/")))).filter((name) => name.endsWith(".seg"));
  const paths = names.map((name) => `${folder}/${name}`).filter((path) => stays(path, erased));
  const expected = before.filter(({ path }) => casePath(path)?.kind === "segment" && stays(path, erased));
  let sound = expected.every(({ path, sizeBytes }) => paths.includes(path) || sizeBytes === 0);
  const files: SourceFile[] = [];
  for (const path of paths) {
    const earlier = expected.find((one) => one.path === path);
    const found = await surveySegment(join(dataFolder, ...path.split("/")), path, earlier);
    if (found.file.sizeBytes > 0) files.push(found.file);
    sound &&= found.sound;
  }
  return { files, doubts: sound ? [] : ["journal-damaged"] };
}

/** A segment only ever grows: it must begin with what the last good set holds of it. */
async function surveySegment(
  source: string,
  path: string,
  earlier: ManifestFile | undefined,
): Promise<{ readonly file: SourceFile; readonly sound: boolean }> {
  const { keepBytes, damaged } = await walkSettled(source);
  const goesOn =
    earlier === undefined ||
    (earlier.sizeBytes <= keepBytes && (await hashFile(source, earlier.sizeBytes)) === earlier.sha256);
  const file = { path, sizeBytes: keepBytes, sha256: await hashFile(source, keepBytes) };
  return { file: { ...file, source: { path: source, sizeBytes: keepBytes } }, sound: goesOn && !damaged };
}

/** Where it seems damaged it is walked once more: an append may have been under way. */
async function walkSettled(path: string): Promise<Walked> {
  const walk = async () => {
    const handle = await open(path, "r");
    try {
      return await walkFrames(handle, (await handle.stat()).size);
    } finally {
      await handle.close();
    }
  };
  const first = await walk();
  if (!first.damaged) return first;
  await wait(100);
  return walk();
}

async function listObjects(dataFolder: string, caseId: string, erased: ErasedOfCase): Promise<readonly SourceObject[]> {
  const folder = vaultFolders(dataFolder).ofCase(caseId).objects;
  const ids = (await fileNamesIn(folder)).filter((name) => isId(name) && !erased.objects.includes(name)).sort();
  const found: SourceObject[] = [];
  for (const id of ids) {
    const path = join(folder, id);
    const { size, mtimeMs } = await stat(path);
    found.push({ caseId, id, path, sizeBytes: size, changedMillis: Math.trunc(mtimeMs) });
  }
  return found;
}

/** Objects never change: one that is missing or of another size than in the last good set is damage, as is one of a size that none has. */
function objectDoubts(
  objects: readonly SourceObject[],
  erased: ErasedOfCase,
  baseline: Manifest | null,
  caseId: string,
): readonly ProblemCode[] {
  const sizes = new Map(objects.map(({ id, sizeBytes }) => [id, sizeBytes]));
  const before = (baseline?.objects ?? []).filter((one) => one.caseId === caseId && !erased.objects.includes(one.id));
  const missing = before.some(({ id }) => !sizes.has(id));
  const resized = before.some(({ id, sizeBytes }) => sizes.has(id) && sizes.get(id) !== sizeBytes);
  const cut = objects.some(({ sizeBytes }) => !isObjectSize(sizeBytes));
  return [...(resized || cut ? ["object-damaged" as const] : []), ...(missing ? ["object-missing" as const] : [])];
}

/** Chunks of 1 MiB, the last one at least 17 bytes (FORMAT.md, "Objects"). */
function isObjectSize(sizeBytes: number): boolean {
  const last = sizeBytes % 1_048_576;
  return sizeBytes > 0 && (last === 0 || last >= 17);
}
