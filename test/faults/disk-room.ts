import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Takes all the room there is on the disk that a folder is on, to the last byte. */
export function fillUp(folder: string): void {
  const file = openSync(join(folder, "filler"), "w");
  try {
    for (const size of [65_536, 4096, 1]) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch {
        // Full to this size.
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Gives so many pages of 4 KiB of it back. */
export function giveBack(folder: string, pages: number): void {
  const path = join(folder, "filler");
  truncateSync(path, Math.max(0, statSync(path).size - pages * 4096));
}

export function giveAllBack(folder: string): void {
  rmSync(join(folder, "filler"), { force: true });
}
