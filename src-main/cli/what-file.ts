import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "#core/problems.ts";
import { backupName, chosenFolder } from "../host/backup/layout.ts";

/** What a path on the command line leads to. "folder" is none of Folio's: it may be a backup, or a bag without its name. */
export type WhatFile = "data" | "bag" | "folder" | "bundle" | "tar" | "pack" | "unknown";

/** Told by what is in it first, by its name only where a damaged beginning hides it. @throws {Problem} `file-unreadable` */
export async function whatFile(path: string): Promise<WhatFile> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  if (!found.isDirectory()) return whatIsIn(await startOf(path), path);
  if (await isThere(join(path, "bagit.txt"))) return "bag";
  for (const name of ["vault.json", "vault.json.2", "vault.head", "cases"]) {
    if (await isThere(join(path, name))) return "data";
  }
  return "folder";
}

/** Whether a folder is where backups are, or is one of those that they are in. */
export function holdsBackups(path: string): Promise<boolean> {
  return isThere(join(chosenFolder(path), backupName));
}

function whatIsIn(start: Buffer, path: string): WhatFile {
  const text = start.toString("latin1");
  if (text.startsWith("age-encryption.org/") || /^\s*-----BEGIN AGE/.test(text)) return "bundle";
  if (text.includes("%PDF-")) return "pack";
  if (text.slice(257, 262) === "ustar") return "tar";
  const ending = /\.(folio|age|tar|pdf)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === "tar") return "tar";
  if (ending === "pdf") return "pack";
  return ending === undefined ? "unknown" : "bundle";
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
