import { cp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cutSegment } from "#core/vault/frame.ts";
import { forged } from "../core/vault/vaults.ts";
import type { SmallSealed } from "./small-sealed.ts";

/*
 * What somebody can do to a data folder who can write to the disk and knows the format, but not the passphrase.
 */

/** Where a tampering is done. */
export interface Place {
  readonly data: string;
  /** the folder of the same vault as it was earlier */
  readonly earlier: string;
  /** another vault's */
  readonly strange: SmallSealed;
  readonly caseId: string;
  readonly otherId: string;
  /** the writers of the case's segments, in the order in which those were last written */
  readonly writers: readonly string[];
}

type Folder = "journal" | "heads" | "objects" | "drafts";

/** A folder of the case. */
export function inCase({ data, caseId }: Pick<Place, "data" | "caseId">, ...names: readonly string[]): string {
  return join(data, "cases", caseId, ...names);
}

/** Paths in a folder of a case, the one that was written last at the end. */
export async function filesOf(data: string, caseId: string, folder: Folder): Promise<readonly string[]> {
  const paths = (await readdir(join(data, "cases", caseId, folder))).map((name) =>
    join(data, "cases", caseId, folder, name),
  );
  const times = await Promise.all(paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  return times.sort((one, other) => one.at - other.at).map(({ path }) => path);
}

/** One of the case's files: from its beginning, or from its end where negative. */
async function fileOf({ data, caseId }: Place, folder: Folder, position: number): Promise<string> {
  const path = (await filesOf(data, caseId, folder)).at(position);
  if (path === undefined) throw new Error("no such file");
  return path;
}

/** Puts the frames of the latest (-1) or another segment otherwise. */
export function withFrames(change: (frames: readonly Uint8Array[]) => readonly Uint8Array[], position = -1) {
  return async (at: Place): Promise<void> => {
    const path = await fileOf(at, "journal", position);
    await writeFile(path, Buffer.concat(change(framesIn(await readFile(path)))));
  };
}

function framesIn(segment: Uint8Array): readonly Uint8Array[] {
  const bytes = new Uint8Array(segment);
  return cutSegment(bytes).pieces.map((piece) => bytes.slice(piece.at, piece.at + piece.sizeBytes));
}

/** Puts a frame of another writer at the end of the latest segment. */
export async function addStrangeFrame(at: Place): Promise<void> {
  const [from, to] = [await fileOf(at, "journal", 0), await fileOf(at, "journal", -1)];
  const frame = framesIn(await readFile(from)).at(-1) ?? new Uint8Array();
  await writeFile(to, Buffer.concat([await readFile(to), frame]));
}

/** Changes what two files hold with each other. */
export function swapped(folder: Folder, one = 0, other = -1) {
  return async (at: Place): Promise<void> => {
    await swap(await fileOf(at, folder, one), await fileOf(at, folder, other));
  };
}

/** Puts a file of the other case in place of this one's. */
export function fromOtherCase(folder: Folder, position = -1) {
  return async (at: Place): Promise<void> => {
    const strange = (await filesOf(at.data, at.otherId, folder)).at(position);
    await cp(strange ?? "", await fileOf(at, folder, position));
  };
}

/** Changes the bytes of one of the case's files. */
export function altered(folder: Folder, change: (bytes: Buffer) => Uint8Array, position = -1) {
  return async (at: Place): Promise<void> => {
    const path = await fileOf(at, folder, position);
    await writeFile(path, change(await readFile(path)));
  };
}

/** Removes one of the case's files. */
export function removed(folder: Folder, position = -1) {
  return async (at: Place): Promise<void> => rm(await fileOf(at, folder, position));
}

/** Removes a segment, and its head too. */
export function withoutSegment(position: number) {
  return async (at: Place): Promise<void> => {
    const writer = at.writers.at(position) ?? "";
    await rm(inCase(at, "journal", `${writer}.seg`));
    await rm(inCase(at, "heads", writer), { force: true });
  };
}

/** Puts back files as they were earlier, whatever of a path was there then. */
export function putBack(...paths: readonly string[]) {
  return async ({ data, earlier }: Place): Promise<void> => {
    for (const path of paths) await cp(join(earlier, path), join(data, path), { recursive: true });
  };
}

/** Takes files from another person's vault. */
export function fromOtherVault(...paths: readonly string[]) {
  return async ({ data, strange }: Place): Promise<void> => {
    for (const path of paths) await cp(join(strange.data, path), join(data, path), { recursive: true });
  };
}

/** Alters what both copies of vault.json say, and repairs their sums. */
export function forgedKeys(change: (text: string) => string) {
  return async ({ data }: Place): Promise<void> => {
    for (const name of ["vault.json", "vault.json.2"]) {
      const bytes = new Uint8Array(await readFile(join(data, name)));
      const after = forged(bytes, change);
      if (Buffer.compare(bytes, after) === 0) throw new Error("nothing was changed");
      await writeFile(join(data, name), after);
    }
  };
}

/** Does something inside the folders of both cases. */
export async function swap(one: string, other: string): Promise<void> {
  await rename(one, `${one}.aside`);
  await rename(other, one);
  await rename(`${one}.aside`, other);
}
