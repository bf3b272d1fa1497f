import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { namesIn } from "./folders.ts";
import { unfinished } from "./safe-write.ts";

const sweepAfterMillis = 24 * 60 * 60 * 1000;

/** Removes what a crash left half-written; only after a day, since another window or the command line may be at it. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(unfinished)) continue;
    const path = join(folder, name);
    const written = await stat(path).catch(() => null);
    if (written === null || Date.now() - written.mtimeMs <= sweepAfterMillis) continue;
    await rm(path, { force: true, recursive: true }).catch(() => undefined);
  }
}
