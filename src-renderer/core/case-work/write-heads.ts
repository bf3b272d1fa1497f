import { headSealer, sealHead } from "../vault/head.ts";
import { currentKey } from "../vault/journal-writer.ts";
import type { LastLine } from "../vault/line.ts";
import type { CompactPlace } from "./compact.ts";

/** Writes the heads of writers whose own segments went, so that the case keeps a name that needs no replay. */
export async function writeHeads(
  { host, lease, keys }: Pick<CompactPlace, "host" | "lease" | "keys">,
  lines: readonly LastLine[],
  name: string,
): Promise<void> {
  const sealer = headSealer(currentKey(keys));
  const at = new Date().toISOString();
  for (const { writer, sequence, line } of lines) {
    const head = { sequence, line, name, at };
    await host.writeHead(lease, writer, await sealHead(sealer, keys.caseId, writer, head));
  }
}
