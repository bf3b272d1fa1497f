import { createHash } from "node:crypto";
import { packTar, type TarHeader } from "modern-tar";
import type { BundleLock } from "#core/vault/bundle/age-file.ts";
import { lockWithAge } from "#core/vault/bundle/age-file.ts";
import type { BagSource } from "#core/vault/bundle/gather-bag.ts";
import type { Scrypt } from "#core/vault/bundle/scrypt.ts";
import { type BundleSource, partsFrom, partsOf, streamOf } from "#core/vault/bundle/streams.ts";

/** The files of a bag by path: text, or bytes. */
export type BagFiles = Record<string, string | Uint8Array>;

/** A bag of version 1.0 around these payload files, every manifest right; `change` may spoil it before it is summed up. */
export function smallBag(payload: BagFiles, info = ""): BagFiles {
  const sum = (files: BagFiles) =>
    Object.entries(files)
      .map(([path, content]) => `${sha(content)}  ${path}\n`)
      .join("");
  const tags: BagFiles = {
    "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    ...(info === "" ? {} : { "bag-info.txt": info }),
    "manifest-sha256.txt": sum(payload),
  };
  return { ...payload, ...tags, "tagmanifest-sha256.txt": sum(tags) };
}

/** The same bag with its tag manifest made again, for what is spoilt on purpose elsewhere. */
export function resummed(files: BagFiles): BagFiles {
  const isTag = (path: string) => !path.startsWith("data/") && !path.startsWith("tagmanifest-");
  const tags = Object.entries(files).filter(([path]) => isTag(path));
  const lines = tags.map(([path, content]) => `${sha(content)}  ${path}\n`);
  return { ...files, "tagmanifest-sha256.txt": lines.join("") };
}

export function sha(content: string | Uint8Array, algorithm = "sha256"): string {
  return createHash(algorithm).update(content).digest("hex");
}

/** A tar of files in one top folder, with entries of other kinds behind them. */
export async function tarBytes(files: BagFiles, top = "bag/", more: readonly TarHeader[] = []): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([path, content]) => {
    const body = typeof content === "string" ? new TextEncoder().encode(content) : content;
    return { header: { name: `${top}${path}`, size: body.length }, body };
  });
  return packTar([...entries, ...more.map((header) => ({ header }))]);
}

export function tarSource(bytes: Uint8Array): BagSource {
  return { kind: "tar", stream: () => streamIn(bytes, 1000) };
}

/** The same files as a folder would give them. */
export function folderSource(files: BagFiles): BagSource {
  const bytes = (path: string) => Buffer.from(files[path] ?? "");
  return {
    kind: "folder",
    list: async () => Object.keys(files).map((path) => ({ path, sizeBytes: bytes(path).length, plain: true })),
    read: (path) => partsFrom([bytes(path)]),
  };
}

/** Bytes as a bundle that was picked, given out in parts of this size. */
export function sourceOf(bytes: Uint8Array, partBytes = 65_536): BundleSource {
  return { sizeBytes: bytes.length, stream: () => streamIn(bytes, partBytes) };
}

export function streamIn(bytes: Uint8Array, partBytes: number): ReadableStream<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += partBytes) parts.push(bytes.subarray(at, at + partBytes));
  return streamOf(partsFrom(parts));
}

export async function allOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const list: Uint8Array[] = [];
  for await (const part of parts) list.push(part);
  return new Uint8Array(Buffer.concat(list));
}

export async function locked(plain: Uint8Array, lock: BundleLock, scrypt?: Scrypt): Promise<Uint8Array> {
  return allOf(partsOf(await lockWithAge(streamIn(plain, 50_000), lock, scrypt)));
}

/** Made with `age-keygen` for these tests; it opens nothing else. */
export const pair = {
  identity: "AGE-SECRET-KEY-1REH8A2DU4QU4DCG2AQKVMF57AJMKUMR44RUNUHEQCX8VR472VFPQJXJD59",
  recipient: "age1me7gen400erk90lc5nfymdq88f6lr8yuznr78y5grajq7kypjpnq0ss97l",
};
export const otherPair = {
  identity: "AGE-SECRET-KEY-1SASARZ0JVQML0QMPXCMCW354DJFLC3LP8G92F6AZ4S5AAESGKUMQFFD3JU",
  recipient: "age19vag36lzgs9k2kjl7fj3s75utw2v43rjyxmhkgzxhcqd3e34d4yqw6fuxr",
};
