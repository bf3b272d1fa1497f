import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Bytes, joinBytes } from "#core/model/bytes.ts";
import { importKey } from "#core/vault/derive.ts";
import type { Finding } from "#core/vault/finding.ts";
import { headSealer, openHead } from "#core/vault/head.ts";
import { joinSegments, journalKey } from "#core/vault/journal.ts";
import { headOf } from "#core/vault/line.ts";
import { openObject, sealObject } from "#core/vault/object.ts";
import { frameKinds } from "#core/vault/payload.ts";
import { readSegment } from "#core/vault/segment.ts";
import { segmentLines } from "#core/vault/segment-lines.ts";
import { fromHex, fromUtf8, toHex } from "#core/vault/text-codes.ts";
import { makeJournalVectors } from "./make-journal-vectors.ts";

type Vectors = ReturnType<typeof makeJournalVectors>;
/** Frozen: what version 1 wrote opens forever. */
const vectors: Vectors = JSON.parse(readFileSync(new URL("journal-vectors.json", import.meta.url), "utf8"));

function bytesOf(hex: string): Bytes {
  const bytes = fromHex(hex);
  if (bytes === null) throw new Error("no hex");
  return bytes;
}

async function read(segment: Vectors["segments"][number]) {
  const aes = await journalKey(await importKey(bytesOf(vectors.caseKey)), segment.writer);
  return readSegment({ caseId: vectors.caseId, writer: segment.writer, aes }, bytesOf(segment.bytes));
}

async function* onePart(bytes: Uint8Array) {
  yield bytes;
}

async function gather(parts: AsyncIterable<Bytes>): Promise<Bytes> {
  const all: Bytes[] = [];
  for await (const part of parts) all.push(part);
  return joinBytes(all);
}

describe("the journal's vectors", () => {
  test("are still what node:crypto makes of the format", () => {
    expect(makeJournalVectors()).toEqual(vectors);
  });

  test("open frame by frame to what was sealed", async () => {
    for (const segment of vectors.segments) {
      const { frames, damaged, torn } = await read(segment);
      expect([damaged, torn]).toEqual([[], null]);
      const told = frames.map(({ kind, said, beside }) => {
        return { kind: frameKinds.indexOf(kind), said: fromUtf8(said), beside: fromUtf8(beside) };
      });
      expect(told).toEqual(segment.frames);
    }
  });

  test("give the same lines and the same head of the case, before and after a line was erased", async () => {
    const findings: Finding[] = [];
    const onFound = (finding: Finding) => findings.push(finding);
    const segments = [];
    for (const segment of vectors.segments) segments.push(segmentLines(segment.writer, await read(segment), onFound));
    for (const some of [segments.slice(0, 1), segments.slice(1), segments]) {
      const { writers, last } = joinSegments(some, [], onFound);
      const lines = writers.get(vectors.segments[0]?.writer ?? "") ?? [];
      expect(lines.map((line) => line.line)).toEqual(vectors.lines);
      expect(lines.at(-1)?.kind).toBe(some.length === 1 && some[0] === segments[0] ? "change" : "erased");
      expect(toHex(headOf(last))).toBe(vectors.caseHead);
    }
    expect(findings).toEqual([]);
  });

  test("open the head file", async () => {
    const sealer = headSealer(await importKey(bytesOf(vectors.caseKey)));
    const writer = vectors.segments[0]?.writer ?? "";
    const head = await openHead([sealer], vectors.caseId, writer, bytesOf(vectors.head.sealed));
    expect(JSON.stringify(head)).toBe(vectors.head.content);
    const other = vectors.segments[1]?.writer ?? "";
    expect(await openHead([sealer], vectors.caseId, other, bytesOf(vectors.head.sealed))).toBeNull();
  });

  test("give the same objects, byte for byte, and open them", async () => {
    for (const { size, stored, key, sha256, ...rest } of vectors.objects) {
      const plain = Uint8Array.from({ length: size }, (_, at) => at & 0xff);
      const place = { stored, key: bytesOf(key) };
      const sealed = await gather(sealObject(place, size, onePart(plain)));
      expect(createHash("sha256").update(sealed).digest("hex")).toBe(sha256);
      if ("bytes" in rest) expect(toHex(sealed)).toBe(rest.bytes);
      const opened = await gather(openObject(place, async (at) => sealed.slice(at, at + 1_048_576)));
      expect(Buffer.compare(opened, plain)).toBe(0);
    }
  });
});
