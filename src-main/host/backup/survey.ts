import { readdir } from "node:fs/promises";
import { Problem } from "#core/problems.ts";
import { isMissing, systemCode } from "../disk-problems.ts";
import { isId, someAtOnce, vaultFolders } from "../folders.ts";
import { readOrNull } from "../key-files.ts";
import { hashBytes } from "./copy-checked.ts";
import { vaultSaid } from "./key-sums.ts";
import type { Manifest, ManifestFile } from "./manifest.ts";
import { type Survey, smallFile } from "./source-file.ts";
import { surveyCase } from "./survey-case.ts";

/** The data folder changed under our hands (an erasure, a change of keys): what was begun is begun again. */
export class SourceChanged extends Error {}

/**
 * Looks through a data folder. Keys must be as they were at the end as at the beginning: a change of all keys in
 * between would give a set whose keys don't open its cases. Heads are read before segments, segments before objects,
 * so that none names what isn't there.
 *
 * Drafts are left out: they are what was typed and not kept yet, and change every two seconds.
 *
 * @param baseline the last good set that was made of this data folder: what is there now must go on from it
 * @throws {SourceChanged} and {Problem} `cannot-read`
 */
export async function survey(dataFolder: string, baseline: Manifest | null): Promise<Survey> {
  return readingSource(async () => {
    const before = await keysNow(dataFolder);
    const vaultFiles = await surveyVault(dataFolder, baseline);
    const cases: Survey[] = [];
    for (const caseId of await caseIds(dataFolder)) cases.push(await surveyCase(dataFolder, caseId, baseline));
    const gone = casesGone(cases, baseline);
    const found = [vaultFiles, ...cases, gone];
    if ((await keysNow(dataFolder)) !== before) throw new SourceChanged("keys");
    return {
      files: found.flatMap(({ files }) => files).sort((one, other) => (one.path < other.path ? -1 : 1)),
      objects: found.flatMap(({ objects }) => objects),
      doubts: found.flatMap(({ doubts }) => doubts),
    };
  });
}

/** What a failure to read the data folder means. */
export function sourceProblem(error: unknown): Error {
  if (error instanceof Problem || error instanceof SourceChanged) return error;
  if (isMissing(error) || systemCode(error) === null) return new SourceChanged("a file", { cause: error });
  return new Problem("cannot-read", systemCode(error) ?? "", { cause: error });
}

async function readingSource<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw sourceProblem(error);
  }
}

async function surveyVault(dataFolder: string, baseline: Manifest | null): Promise<Survey> {
  const { main, copy } = vaultFolders(dataFolder).keyFiles;
  const said = [vaultSaid(await readOrNull(main)), vaultSaid(await readOrNull(copy))].filter((one) => one !== null);
  const files = [
    ...(await smallFile(dataFolder, "vault.head")),
    ...(await smallFile(dataFolder, "vault.json")),
    ...(await smallFile(dataFolder, "vault.json.2")),
  ];
  const another = said.some(({ vault }) => baseline !== null && vault !== baseline.vault);
  return { files, objects: [], doubts: said.length === 0 || another ? ["vault-damaged"] : [] };
}

/** Cases that the last good set held, whose folders are gone though nobody erased them. */
function casesGone(cases: readonly Survey[], baseline: Manifest | null): Survey {
  const idOf = (path: string) => path.split("/")[1] ?? "";
  const ids = (files: readonly ManifestFile[]) =>
    files.filter(({ path }) => path.startsWith("cases/")).map(({ path }) => idOf(path));
  const here = new Set(cases.flatMap(({ files }) => ids(files)));
  const gone = ids(baseline?.files ?? []).some((id) => !here.has(id));
  return { files: [], objects: [], doubts: gone ? ["journal-damaged"] : [] };
}

export async function caseIds(dataFolder: string): Promise<readonly string[]> {
  try {
    return (await readdir(vaultFolders(dataFolder).cases)).filter(isId).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** All key files in one text, to be compared. */
async function keysNow(dataFolder: string): Promise<string> {
  const { keyFiles, ofCase } = vaultFolders(dataFolder);
  const paths = [...Object.values(keyFiles), ...(await caseIds(dataFolder)).flatMap((id) => [...ofCase(id).keys])];
  const found = await someAtOnce(paths, readOrNull);
  return found.map((bytes) => (bytes === null ? "-" : hashBytes(bytes))).join();
}
