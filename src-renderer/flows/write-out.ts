import { type Host, maxPartBytes, type SavedKind } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";

/**
 * Saves a file outside Folio where the person chooses, whole or not at all.
 * @param parts whole, or as they are made; each is cut down to what crosses the wire
 * @returns where it went, or null when the person cancelled
 * @throws {Problem} `disk-full`, `cannot-write`, and what making the parts throws: then nothing is left behind
 */
export async function writeOut(
  host: Host,
  kind: SavedKind,
  name: string,
  parts: Bytes | AsyncIterable<Bytes>,
): Promise<string | null> {
  const handle = await host.startFile(kind, name);
  if (handle === null) return null;
  try {
    for await (const part of parts instanceof Uint8Array ? [parts] : parts) {
      for (let at = 0; at < part.length; at += maxPartBytes) {
        await host.writePart(handle, part.slice(at, at + maxPartBytes));
      }
    }
    return await host.finishWrite(handle);
  } catch (cause) {
    await host.discardWrite(handle).catch(() => undefined);
    throw cause;
  }
}
