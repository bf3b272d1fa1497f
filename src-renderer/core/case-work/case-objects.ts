import type { Bytes } from "../model/bytes.ts";
import type { KeptCase } from "./kept-case.ts";

/** What an object is made of: whole, or part by part where it is large. Parts of any size. */
export type ObjectSource = Bytes | { readonly sizeBytes: number; parts(): AsyncIterable<Bytes> };

/**
 * Keeps bytes as an object, sealed under a key of its own, whole or not at all. On disk before any change speaks of
 * it: a crash between the two leaves an object nobody names, never a name without its object.
 *
 * @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere`
 */
export async function keepObject(
  _kept: KeptCase,
  _source: ObjectSource,
): Promise<{ readonly kept: KeptCase; readonly id: string }> {
  throw new Error("to follow");
}

/** The kept bytes of an object. @throws {Problem} `object-missing`, `object-damaged`, `cannot-read` */
export async function readObject(_kept: KeptCase, _id: string): Promise<Bytes> {
  throw new Error("to follow");
}

/**
 * The kept bytes of an object, part by part; never more than a few MiB are held.
 * @throws {Problem} `object-missing`, `object-damaged`, `cannot-read`: perhaps after some parts were given
 */
export function streamObject(_kept: KeptCase, _id: string): AsyncIterable<Bytes> {
  throw new Error("to follow");
}

/** How many bytes an object has. @throws {Problem} `object-missing`, `object-damaged`, `cannot-read` */
export async function objectSize(_kept: KeptCase, _id: string): Promise<number> {
  throw new Error("to follow");
}
