import { type Host, maxPartBytes, type SavedKind } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { untilLocked } from "./until-locked.ts";

/**
 * Saves a file outside Folio where the person chooses, whole or not at all. The system's dialog may outlast a lock, and
 * whoever finds it could send the file where they like: from the lock on nothing is written.
 * @param parts whole, or as they are made; each is cut down to what crosses the wire
 * @returns where it went, or null when the person cancelled
 * @throws {Problem} `disk-full`, `cannot-write`, `vault-missing` where Folio was locked meanwhile, and what making the parts throws: then nothing is left behind
 */
export async function writeOut(
  host: Host,
  kind: SavedKind,
  name: string,
  parts: Bytes | AsyncIterable<Bytes>,
): Promise<string | null> {
  const until = untilLocked();
  const handle = await host.startFile(kind, name);
  if (handle === null) return null;
  try {
    for await (const part of parts instanceof Uint8Array ? [parts] : parts) {
      for (let at = 0; at < part.length; at += maxPartBytes) {
        until.throwIfAborted();
        await host.writePart(handle, part.slice(at, at + maxPartBytes));
      }
    }
    until.throwIfAborted();
    return await host.finishWrite(handle);
  } catch (cause) {
    await host.discardWrite(handle).catch(() => undefined);
    throw cause;
  }
}
