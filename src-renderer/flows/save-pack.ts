import { type Host, maxPartBytes } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import type { MadePack, Recipient } from "#core/pack/order.ts";
import { reportProblem } from "./current-case.ts";
import { packHost, savedPacks } from "./pack-order.ts";

/**
 * Saves a pack where the person chooses, whole or not at all.
 * @returns where it went, or null when the person cancelled or it failed (the reason is on screen by then)
 */
export async function savePack(made: MadePack, recipient: Recipient, name: string): Promise<string | null> {
  const host = packHost();
  if (host === null) return null;
  try {
    const where = await writeOut(host, made.pdf, name);
    if (where !== null)
      savedPacks.change((now) => [...now, { id: now.length + 1, recipient, pageCount: made.pageCount, where }]);
    return where;
  } catch (cause) {
    reportProblem(cause);
    return null;
  }
}

async function writeOut(host: Host, pdf: Bytes, name: string): Promise<string | null> {
  const handle = await host.startPack(name);
  if (handle === null) return null;
  try {
    for (let at = 0; at < pdf.length; at += maxPartBytes) {
      await host.writePart(handle, pdf.slice(at, at + maxPartBytes));
    }
    return await host.finishWrite(handle);
  } catch (cause) {
    await host.discardWrite(handle).catch(() => undefined);
    throw cause;
  }
}
