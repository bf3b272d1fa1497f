import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CaseListing, CaseOnDisk } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { erasedName, readErased } from "./backup/erased-parts.ts";
import { isMissing, reading } from "./disk-problems.ts";
import { type CaseFolders, fileNamesIn, isId, namesIn, someAtOnce, syncFolder, vaultFolders } from "./folders.ts";
import { readCopies, readOrNull } from "./key-files.ts";
import { readPart } from "./read-part.ts";
import { tornName } from "./torn.ts";

/* Reading what is on disk of the cases. It needs no lease: files only ever grow, or appear whole. */

/**
 * Every case that holds anything, latest change first. One that was begun and never written to isn't listed; one
 * whose journal is gone while something else of it is there is: a loss must be seen.
 */
export async function listCases(dataFolder: string): Promise<readonly CaseListing[]> {
  const { cases, ofCase } = vaultFolders(dataFolder);
  return reading(async () => {
    const ids = (await namesIn(cases)).filter(isId);
    // One that the disk doesn't give is listed all the same: the others are not lost with it, and opening it says why.
    const listings = await someAtOnce(ids, async (id) => ({ id, at: await lastChange(ofCase(id)).catch(() => 0) }));
    return listings
      .flatMap(({ id, at }) => (at === null ? [] : [{ id, changedAt: new Date(at).toISOString() }]))
      .sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1));
  });
}

/** In milliseconds; null where there is nothing. */
async function lastChange({ folder, journal, heads, objects }: CaseFolders): Promise<number | null> {
  if ((await readErased(folder)).whole) return null;
  const files = await filesIn(journal);
  const grown = files.filter(({ name, sizeBytes }) => (isSegment(name) || tornName.test(name)) && sizeBytes > 0);
  if (grown.length > 0) return Math.max(...grown.map(({ changedMillis }) => changedMillis));
  const others = [...(await namesIn(heads)), ...(await namesIn(objects))].filter(isId);
  return others.length === 0 ? null : (await stat(folder)).mtimeMs;
}

/** @throws {Problem} `case-not-found`, `cannot-read` */
export function readCase(folders: CaseFolders): Promise<CaseOnDisk> {
  return reading(async () => {
    await mustBeThere(folders);
    const [copy, key] = await readCopies(folders.keys);
    const files = await filesIn(folders.journal);
    const heads = (await fileNamesIn(folders.heads)).filter(isId).sort();
    return {
      keys: [key, copy].filter((bytes) => bytes !== null && bytes !== undefined),
      // A launch that was killed at its first write leaves an empty one: there is nothing to know of it.
      segments: files.flatMap(({ name, sizeBytes }) =>
        isSegment(name) && sizeBytes > 0 ? [{ writer: name.slice(0, 32), sizeBytes }] : [],
      ),
      heads: present(
        await someAtOnce(heads, async (writer) => ({ writer, bytes: await readOrNull(join(folders.heads, writer)) })),
      ),
      tornTails: files.flatMap(({ name, sizeBytes }) => {
        const writer = tornName.exec(name)?.[1];
        return writer === undefined ? [] : [{ writer, sizeBytes }];
      }),
    };
  });
}

/** @throws {Problem} `case-not-found`, `cannot-read` */
export function readSegment(folders: CaseFolders, writer: string, offset: number): Promise<Bytes> {
  return reading(async () => {
    try {
      return await readPart(join(folders.journal, `${writer}.seg`), offset);
    } catch (error) {
      if (isMissing(error)) await mustBeThere(folders);
      throw error;
    }
  });
}

export function readDrafts({
  drafts,
}: CaseFolders): Promise<readonly { readonly id: string; readonly bytes: Bytes }[]> {
  return reading(async () => {
    const ids = (await fileNamesIn(drafts)).filter(isId).sort();
    return present(await someAtOnce(ids, async (id) => ({ id, bytes: await readOrNull(join(drafts, id)) })));
  });
}

/** A file that was removed since its folder was listed is passed over. */
function present<T extends { readonly bytes: Bytes | null }>(found: readonly T[]): (T & { readonly bytes: Bytes })[] {
  return found.flatMap((one) => (one.bytes === null ? [] : [{ ...one, bytes: one.bytes }]));
}

/** @throws {Problem} `case-not-found`: there is no such folder, or what was in it was erased for good */
export async function mustBeThere({ folder }: CaseFolders): Promise<void> {
  const names = (await namesIn(folder)).filter(isOfCase);
  if (names.length === 0 || (await readErased(folder)).whole) throw new Problem("case-not-found");
}

/**
 * Deletes a segment with its head, its torn ends and what was put aside of it, or an object; harmless where it is gone.
 * Errors are the system's own.
 */
export async function eraseFiles(
  folders: CaseFolders,
  parts: { readonly writers: readonly string[]; readonly objects: readonly string[] },
): Promise<void> {
  const writers = new Set(parts.writers);
  for (const name of await namesIn(folders.journal)) {
    const [writer = ""] = name.split(".");
    if (writers.has(writer)) await rm(join(folders.journal, name), { force: true });
  }
  for (const writer of writers) await rm(join(folders.heads, writer), { force: true });
  for (const object of parts.objects) await rm(join(folders.objects, object), { force: true });
  for (const folder of [folders.journal, folders.heads, folders.objects]) await syncIfThere(folder);
}

/**
 * Deletes objects that were erased for good and are still there: a crash came between their lines and them. (Segments
 * that were erased are deleted by who can open them: finish-erasing.ts.) Errors are the system's own.
 */
export async function eraseLeftObjects(folders: CaseFolders): Promise<void> {
  const erased = new Set((await readErased(folders.folder)).objects);
  if (erased.size === 0) return;
  const objects = (await namesIn(folders.objects)).filter((name) => erased.has(name));
  if (objects.length > 0) await eraseFiles(folders, { writers: [], objects });
}

/** Deletes all there is of a case, its keys first, but for the note that it was erased (backup/erased-parts.ts). */
export async function eraseAll({ folder, keys }: CaseFolders): Promise<void> {
  for (const key of keys) await rm(key, { force: true });
  for (const name of await namesIn(folder)) {
    if (name !== erasedName) await rm(join(folder, name), { recursive: true, force: true });
  }
  await syncIfThere(folder);
}

async function syncIfThere(folder: string): Promise<void> {
  await syncFolder(folder).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

/** Whether it is what a case's folder holds; the note that it was erased, and what systems put beside, don't make a case. */
export function isOfCase(name: string): boolean {
  return ["key", "key.2", "journal", "heads", "objects", "drafts"].includes(name);
}

export function isSegment(name: string): boolean {
  return /^[0-9a-f]{32}\.seg$/.test(name);
}

/** A file that is there and can't be looked at is an error, never one that is missing: what it holds would seem lost. */
export async function filesIn(folder: string) {
  const files = await someAtOnce((await fileNamesIn(folder)).sort(), async (name) => {
    try {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, sizeBytes: size, changedMillis: mtimeMs };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
  return files.filter((file) => file !== null);
}
