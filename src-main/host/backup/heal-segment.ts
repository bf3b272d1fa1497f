import { open } from "node:fs/promises";
import { frameHeaderBytes, headerAt } from "#core/vault/frame.ts";
import { readAt } from "../read-part.ts";
import { type FilePart, hashSpliced, type Spliced } from "./copy-checked.ts";

/**
 * A segment that is damaged here, healed: what the backup holds of it, then what was added here since. Which bytes are
 * wrong needn't be known: where the backup's last frame ends here is found by its tag, which stands nowhere else.
 *
 * @returns null where that place can't be found though more stands here than there: nothing of it may get lost
 */
export async function healedSegment(
  there: FilePart,
  sha256: string,
  here: FilePart,
): Promise<{ readonly source: Spliced; readonly sha256: string } | null> {
  const from = await endOfBackedUp(there, here);
  if (from === null) return null;
  const backedUp = { source: [there], sha256 };
  // what can't be read as its list says is told when it is copied
  if (from >= here.sizeBytes || (await hashSpliced([there])) !== sha256) return backedUp;
  const source = [there, { path: here.path, from, sizeBytes: here.sizeBytes - from }];
  return { source, sha256: await hashSpliced(source) };
}

const tagBytes = 16;

async function endOfBackedUp(there: FilePart, here: FilePart): Promise<number | null> {
  const tag = await bytesOf(there.path, Math.max(0, there.sizeBytes - tagBytes), tagBytes);
  const found = await endOf(tag, here);
  if (found !== null || here.sizeBytes <= there.sizeBytes) return found ?? here.sizeBytes;
  // the tag itself is damaged here: then the next frame begins in the same place
  const header = await bytesOf(here.path, there.sizeBytes, frameHeaderBytes);
  return headerAt(new DataView(header.buffer, header.byteOffset, header.length), 0) === null ? null : there.sizeBytes;
}

/** Where these bytes end in a file; null where they aren't in it. */
async function endOf(wanted: Uint8Array, { path, sizeBytes }: FilePart): Promise<number | null> {
  for (let at = 0; at < sizeBytes; at += blockBytes) {
    const block = await bytesOf(path, at, blockBytes + tagBytes);
    const inside = Buffer.from(block.buffer, block.byteOffset, block.length).indexOf(wanted);
    if (inside >= 0) return at + inside + wanted.length;
  }
  return null;
}

const blockBytes = 1_048_576;

async function bytesOf(path: string, at: number, sizeBytes: number) {
  const handle = await open(path, "r");
  try {
    return await readAt(handle, at, sizeBytes);
  } finally {
    await handle.close();
  }
}
