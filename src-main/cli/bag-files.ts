import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Readable } from "node:stream";
import { Problem } from "#core/problems.ts";
import type { BagSource, FolderFile } from "#core/vault/bundle/gather-bag.ts";
import { type BundleSource, streamOf } from "#core/vault/bundle/streams.ts";

/** A file of this computer that can be streamed more than once. @throws {Problem} `file-unreadable` */
export async function fileSource(path: string): Promise<BundleSource> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  return { sizeBytes: found.size, stream: () => streamOf(partsOfFile(path)) };
}

/** A bag that lies in a folder of this computer. */
export function bagFolder(folder: string): BagSource {
  return {
    kind: "folder",
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
        throw new Problem("file-unreadable", "", { cause, where: [folder] });
      });
      const files: FolderFile[] = [];
      for (const entry of entries) {
        if (entry.isDirectory()) continue;
        const path = join(entry.parentPath, entry.name);
        const plain = entry.isFile();
        files.push({
          path: relative(folder, path).split(sep).join("/"),
          sizeBytes: plain ? (await stat(path)).size : 0,
          plain,
        });
      }
      return files;
    },
    read: (path) => partsOfFile(join(folder, path)),
  };
}

async function* partsOfFile(path: string): AsyncGenerator<Uint8Array, void> {
  const file: Readable = createReadStream(path, { highWaterMark: 1_048_576 });
  try {
    for await (const part of file) yield part;
  } catch (cause) {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  }
}
