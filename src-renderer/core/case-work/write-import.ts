import { type CaseLease, type Host, maxPartBytes, type WriteHandle } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { summing } from "../vault/bundle/hashing.ts";
import type { BundledLine } from "../vault/bundle/history-lines.ts";
import type { OpenBundle } from "../vault/bundle/open-bundle.ts";
import { inPartsOf, type Parts } from "../vault/bundle/streams.ts";
import { readTar } from "../vault/bundle/tar.ts";
import type { CaseKeys } from "../vault/case-key.ts";
import { journalKey } from "../vault/journal.ts";
import { type ObjectKey, sealObject } from "../vault/object.ts";
import type { Payload } from "../vault/payload.ts";
import { readSaidChange, writeBegin, writeCarried, writeErased } from "../vault/said.ts";
import { sealFrame, segmentStart } from "../vault/segment.ts";
import { newId, randomBytes, toHex, utf8 } from "../vault/text-codes.ts";
import type { OpenVault } from "../vault/vault.ts";
import type { BundledObject } from "./read-bundle.ts";

/** Where an import writes. */
export interface ImportPlace {
  readonly host: Host;
  readonly vault: OpenVault;
  readonly caseId: string;
  readonly keys: CaseKeys;
  readonly lease: CaseLease;
}

/** What of a bundle is to be written. */
export interface ToImport {
  readonly lines: readonly BundledLine[];
  /** by object id */
  readonly objects: ReadonlyMap<string, BundledObject>;
}

/**
 * Writes objects, then the lines that name them as one segment that is there whole or not at all. Whatever fails, the
 * objects written so far are erased, and nothing has changed.
 * @throws {Problem} `bundle-damaged` where the bundle is another than was checked; `disk-full`, `cannot-write`,
 * `case-open-elsewhere`
 */
export async function writeImport(place: ImportPlace, bundle: OpenBundle, what: ToImport, now: Date): Promise<void> {
  const written = new Map<string, ObjectKey>();
  const writer = newId();
  try {
    await writeObjects(place, bundle, what.objects, written);
    const handle = await place.host.startSegment(place.lease, writer);
    await writeParts(place.host, handle, segmentOf(place, writer, what.lines, written, now));
  } catch (cause) {
    const objects = [...written.values()].map((object) => object.stored);
    await place.host.eraseParts(place.lease, { writers: [writer], objects }).catch(() => undefined);
    throw cause;
  }
}

async function writeObjects(
  place: ImportPlace,
  bundle: OpenBundle,
  wanted: ToImport["objects"],
  written: Map<string, ObjectKey>,
): Promise<void> {
  const byPath = new Map([...wanted].map(([id, object]) => [object.path, { id, ...object }]));
  if (byPath.size === 0) return;
  for await (const entry of readTar(await bundle.stream())) {
    const object = byPath.get(entry.path.slice(entry.path.indexOf("/") + 1));
    if (object === undefined) continue;
    if (entry.sizeBytes !== object.sizeBytes || written.has(object.id)) throw new Problem("bundle-damaged", "changed");
    const key: ObjectKey = { stored: newId(), key: randomBytes(32) };
    const handle = await place.host.startObject(place.lease, key.stored);
    const sealed = sealObject(key, object.sizeBytes, asChecked(object, entry.parts()));
    await writeParts(place.host, handle, sealed);
    written.set(object.id, key);
  }
  if (written.size !== byPath.size) throw new Problem("bundle-damaged", "changed");
}

/** The file could have been replaced since it was checked. */
async function* asChecked(object: BundledObject, parts: Parts): AsyncGenerator<Uint8Array, void> {
  let found = "";
  yield* summing(parts, ["sha256"], ({ hashes }) => {
    found = hashes.get("sha256") ?? "";
  });
  if (found !== object.sha256) throw new Problem("bundle-damaged", "changed");
}

async function writeParts(host: Host, handle: WriteHandle, parts: AsyncIterable<Bytes>): Promise<void> {
  try {
    for await (const part of inPartsOf(maxPartBytes, parts)) await host.writePart(handle, part);
    await host.finishWrite(handle);
  } catch (cause) {
    await host.discardWrite(handle).catch(() => undefined);
    throw cause;
  }
}

/** A segment of lines of other writers, as they stand in the bundle. */
async function* segmentOf(
  { vault, caseId, keys, host }: ImportPlace,
  writer: string,
  lines: readonly BundledLine[],
  written: ReadonlyMap<string, ObjectKey>,
  now: Date,
): AsyncGenerator<Bytes, void> {
  const [key] = keys.keys;
  if (key === undefined) throw new Error("a case has a key");
  const binding = { caseId, writer, aes: await journalKey(key, writer) };
  const said = writeBegin({ at: now.toISOString(), heads: [] }, (await host.about()).version, vault);
  let place: { readonly sequence: number; readonly tag: Bytes } = segmentStart;
  const payloads = [{ kind: "begin", said, beside: utf8("{}") } as const, ...carried(lines, written)];
  for (const payload of payloads) {
    const { frame, tag } = await sealFrame(binding, place, payload);
    place = { sequence: place.sequence + 1, tag };
    yield frame;
  }
}

function carried(lines: readonly BundledLine[], written: ReadonlyMap<string, ObjectKey>): readonly Payload[] {
  return lines.map(({ writer, sequence, kind, said, saidSha256, line }): Payload => {
    const of = { writer, sequence, kind, line };
    if (said === null) return { kind: "erased", said: new Uint8Array(0), beside: writeErased(of, toHex(saidSha256)) };
    return { kind: "carried", said, beside: writeCarried(of, objectsNamedIn(said, written)) };
  });
}

function objectsNamedIn(said: Bytes, written: ReadonlyMap<string, ObjectKey>): ReadonlyMap<string, ObjectKey> {
  const body = readSaidChange(said)?.body;
  if (body?.kind !== "exhibit-added") return new Map();
  const ids = [...body.exhibit.files.map((file) => file.object), body.exhibit.wordsObject];
  const named = new Map<string, ObjectKey>();
  for (const id of ids) {
    const place = written.get(id);
    if (place !== undefined) named.set(id, place);
  }
  return named;
}
