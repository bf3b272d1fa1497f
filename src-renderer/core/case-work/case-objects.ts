import { type Bytes, joinBytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { ahead } from "../vault/ahead.ts";
import { type ObjectKey, openedSize, openObject, sealObject } from "../vault/object.ts";
import { newId, randomBytes } from "../vault/text-codes.ts";
import type { CaseDisk, KeptCase } from "./kept-case.ts";

/** What an object is made of: whole, or part by part where it is large. Parts of any size. */
export type ObjectSource = Bytes | { readonly sizeBytes: number; parts(): AsyncIterable<Bytes> };

/**
 * Keeps bytes as an object, sealed under a key of its own, whole or not at all. On disk before any change speaks of
 * it: a crash between the two leaves an object nobody names, never a name without its object.
 *
 * @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere`
 */
export async function keepObject(
  kept: KeptCase,
  source: ObjectSource,
): Promise<{ readonly kept: KeptCase; readonly id: string }> {
  const id = newId();
  const { disk } = kept;
  if (disk === null) {
    const bytes = source instanceof Uint8Array ? source : await wholeOf(source.parts());
    return { kept: { ...kept, memory: new Map([...kept.memory, [id, bytes]]) }, id };
  }
  const sizeBytes = source instanceof Uint8Array ? source.length : source.sizeBytes;
  const place = await storeObject(disk, sizeBytes, source instanceof Uint8Array ? onePart(source) : source.parts());
  disk.objects.set(id, place);
  return { kept, id };
}

/** Seals an object under a new key and stores it. @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere` */
export async function storeObject(
  { host, lease }: Pick<CaseDisk, "host" | "lease">,
  sizeBytes: number,
  parts: AsyncIterable<Uint8Array>,
): Promise<ObjectKey> {
  if (lease === null) throw new Problem("case-open-elsewhere");
  const place = { stored: newId(), key: randomBytes(32) };
  const handle = await host.startObject(lease, place.stored);
  try {
    for await (const chunk of ahead(sealObject(place, sizeBytes, parts))) await host.writePart(handle, chunk);
    await host.finishWrite(handle);
  } catch (cause) {
    await host.discardWrite(handle).catch(() => undefined);
    throw cause;
  }
  return place;
}

/** The kept bytes of an object. @throws {Problem} `object-missing`, `object-damaged`, `cannot-read` */
export async function readObject(kept: KeptCase, id: string): Promise<Bytes> {
  return kept.disk === null ? fromMemory(kept, id) : wholeOf(streamObject(kept, id));
}

/**
 * The kept bytes of an object, part by part; never more than a few MiB are held.
 * @throws {Problem} `object-missing`, `object-damaged`, `cannot-read`: perhaps after some parts were given
 */
export async function* streamObject(kept: KeptCase, id: string): AsyncGenerator<Bytes> {
  const { disk } = kept;
  if (disk === null) yield fromMemory(kept, id);
  else yield* readStored(disk, placeOf(disk, id));
}

/** How many bytes an object has. @throws {Problem} `object-missing`, `object-damaged`, `cannot-read` */
export async function objectSize(kept: KeptCase, id: string): Promise<number> {
  const { disk } = kept;
  if (disk === null) return fromMemory(kept, id).length;
  const place = placeOf(disk, id);
  return openedSize(place, (offset) => disk.host.readObject(disk.keys.caseId, place.stored, offset));
}

/** An object from the disk, opened. */
export function readStored({ host, keys }: Pick<CaseDisk, "host" | "keys">, place: ObjectKey): AsyncGenerator<Bytes> {
  return openObject(place, (offset) => host.readObject(keys.caseId, place.stored, offset));
}

function placeOf(disk: CaseDisk, id: string): ObjectKey {
  const place = disk.objects.get(id);
  if (place === undefined) throw new Problem("object-missing");
  return place;
}

function fromMemory(kept: KeptCase, id: string): Bytes {
  const bytes = kept.memory.get(id);
  if (bytes === undefined) throw new Problem("object-missing");
  return bytes;
}

async function* onePart(bytes: Bytes): AsyncGenerator<Bytes> {
  yield bytes;
}

async function wholeOf(parts: AsyncIterable<Bytes>): Promise<Bytes> {
  const held: Bytes[] = [];
  for await (const part of parts) held.push(part);
  return joinBytes(held);
}
