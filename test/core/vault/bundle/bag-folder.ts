import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { BagSource } from "#core/vault/bundle/gather-bag.ts";

/** A bag in a folder of this computer. */
export function bagFolder(folder: string): BagSource {
  return {
    kind: "folder",
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => !entry.isDirectory());
      return Promise.all(
        files.map(async (entry) => {
          const path = join(entry.parentPath, entry.name);
          const plain = entry.isFile();
          const sizeBytes = plain ? (await stat(path)).size : 0;
          return { path: relative(folder, path).split(sep).join("/"), sizeBytes, plain };
        }),
      );
    },
    read: (path) => createReadStream(join(folder, path)),
  };
}
