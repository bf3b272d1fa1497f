import type { Bytes } from "../../model/bytes.ts";
import { pathFault } from "./bag-paths.ts";
import { type Checksum, type Sum, summing } from "./hashing.ts";
import { type Parts, wholeOf } from "./streams.ts";
import { mostEntries, readTar } from "./tar.ts";

/** A file of a bag that lies in a folder. `plain` is false for links, devices and whatever else isn't a file. */
export interface FolderFile {
  /** from the bag's folder, with "/" */
  readonly path: string;
  readonly sizeBytes: number;
  readonly plain: boolean;
}

/** Where a bag is: a folder that can be listed, or a tar that can be streamed more than once. */
export type BagSource =
  | {
      readonly kind: "folder";
      /** all of them, from every folder inside; links are named and not followed */
      list(): Promise<readonly FolderFile[]>;
      read(path: string): Parts;
    }
  | { readonly kind: "tar"; stream(): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>> };

/** What lies in a bag, before it is judged. */
export interface GatheredBag {
  readonly files: Map<string, Sum>;
  /** the bytes of the tag files that say something about the bag, by name */
  readonly tags: Map<string, Bytes>;
  /** what is wrong already: links, names, too much */
  readonly problems: string[];
}

/** Sees the bytes of a payload file pass by while the bag is gathered: null where it doesn't care for that file. */
export type Watch = (path: string, sizeBytes: number) => ((parts: Parts) => Promise<void>) | null;

/** Manifests of 100,000 files with SHA-512 are below 32 MiB. */
const mostTagBytes = 33_554_432;

/**
 * Walks through a bag once.
 * @param which checksums to work out; none at all reads the files of a folder no further than need be
 * @throws {Problem} what the source fails with; `bag-wrong` where a tar is no sound tar
 */
export async function gatherBag(source: BagSource, which: readonly Checksum[], watch: Watch): Promise<GatheredBag> {
  const bag: GatheredBag = { files: new Map(), tags: new Map(), problems: [] };
  for await (const { path, plain, sizeBytes, parts } of filesOf(source, bag.problems)) {
    const fault = pathFault(path);
    if (fault !== null) bag.problems.push(`a name that ${fault}: ${path}`);
    else if (!plain) bag.problems.push(`neither file nor folder: ${path}`);
    else if (bag.files.has(path)) bag.problems.push(`there twice: ${path}`);
    else if (source.kind === "folder" && which.length === 0 && !speaks(path)) {
      bag.files.set(path, { sizeBytes, hashes: new Map() });
    } else await take(bag, { path, sizeBytes, parts: parts() }, which, watch);
  }
  return bag;
}

interface Taken {
  readonly path: string;
  readonly sizeBytes: number;
  readonly parts: Parts;
}

async function take(bag: GatheredBag, file: Taken, which: readonly Checksum[], watch: Watch): Promise<void> {
  const { path } = file;
  const parts = summing(file.parts, which, (sum) => bag.files.set(path, sum));
  const seen = watch(path, file.sizeBytes);
  if (speaks(path)) {
    const bytes = file.sizeBytes > mostTagBytes ? null : await wholeOf(parts, mostTagBytes);
    if (bytes === null) bag.problems.push(`too large: ${path}`);
    else bag.tags.set(path, bytes);
  } else if (seen !== null) await seen(parts);
  for await (const _rest of parts);
}

/** Whether a file is one of those that say what the bag is. */
function speaks(path: string): boolean {
  return /^(?:bagit|bag-info|fetch|(?:tag)?manifest-[a-z0-9]+)\.txt$/i.test(path);
}

interface Found {
  readonly path: string;
  readonly plain: boolean;
  readonly sizeBytes: number;
  parts(): Parts;
}

async function* filesOf(source: BagSource, problems: string[]): AsyncGenerator<Found, void> {
  if (source.kind === "folder") {
    const files = await source.list();
    if (files.length > mostEntries) problems.push("too many files");
    else for (const file of files) yield { ...file, parts: () => source.read(file.path) };
    return;
  }
  let top: string | null = null;
  for await (const { path: written, kind, sizeBytes, parts } of readTar(await source.stream())) {
    const path = written.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
    const [first = "", ...rest] = path.split("/");
    if (kind === "folder" && (path === "" || path === ".")) continue;
    top ??= first;
    if (first !== top || (rest.length === 0 && kind !== "folder")) problems.push(`outside the one top folder: ${path}`);
    else if (kind !== "folder") yield { path: rest.join("/"), plain: kind === "file", sizeBytes, parts };
    else if (pathFault(path) !== null) problems.push(`a folder's name that ${pathFault(path)}: ${path}`);
  }
  if (top !== null && pathFault(top) !== null) problems.push(`a top folder's name that ${pathFault(top)}`);
}
