import type { Bytes } from "#core/model/bytes.ts";
import { diskProblem } from "../host/disk-problems.ts";
import { type SafeFile, startSafeFile } from "../host/safe-write.ts";

/**
 * Writes files so that each is there whole or not at all: everything is on the disk under temporary names before
 * the first is given its own. Stopping before that leaves nothing behind.
 *
 * @throws {Problem} `disk-full`, `cannot-write`
 */
export async function writeWhole(
  files: readonly { readonly path: string; readonly bytes: Bytes }[],
  signal: AbortSignal,
): Promise<void> {
  const begun: SafeFile[] = [];
  try {
    for (const { path, bytes } of files) {
      signal.throwIfAborted();
      const file = await startSafeFile(path);
      begun.push(file);
      await file.write(bytes);
    }
    signal.throwIfAborted();
    for (const file of begun) await file.finish();
  } catch (cause) {
    for (const file of begun) await file.discard();
    throw signal.aborted ? cause : diskProblem(cause);
  }
}
