import { type FileHandle, open } from "node:fs/promises";
import { maxPartBytes } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";

/** A part of a file, from `offset`, at most 1 MiB; shorter or empty at its end. Errors are the system's own. */
export async function readPart(path: string, offset: number): Promise<Bytes> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    return await readAt(handle, offset, Math.max(0, Math.min(maxPartBytes, size - offset)));
  } finally {
    await handle.close();
  }
}

/** The system may give less than was asked for: goes on until it has all, or the file ends. */
export async function readAt(handle: FileHandle, offset: number, sizeBytes: number): Promise<Bytes> {
  const part = new Uint8Array(sizeBytes);
  let filled = 0;
  while (filled < sizeBytes) {
    const { bytesRead } = await handle.read(part, filled, sizeBytes - filled, offset + filled);
    if (bytesRead === 0) return part.slice(0, filled);
    filled += bytesRead;
  }
  return part;
}
