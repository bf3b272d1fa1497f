import type { Host } from "#core/host.ts";
import { type Bytes, joinBytes } from "#core/model/bytes.ts";

/** A whole segment, read part by part. */
export async function wholeSegment(host: Host, caseId: string, writer: string): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (let offset = 0; ; ) {
    const part = await host.readSegment(caseId, writer, offset);
    if (part.length === 0) return joinBytes(parts);
    parts.push(part);
    offset += part.length;
  }
}
