import { Decrypter, Encrypter, type Recipient } from "age-encryption";
import { joinBytes } from "../../model/bytes.ts";
import { Problem } from "../../problems.ts";
import { scryptIdentity, scryptRecipient } from "./age-scrypt.ts";
import { mayBeArmour, unarmoured } from "./armour.ts";
import { type Scrypt, scryptHere } from "./scrypt.ts";
import { type BundleSource, type Parts, partsFrom, partsOf, streamOf } from "./streams.ts";

/**
 * What a bundle is locked with: a passphrase, or the public keys (`age1…`) of those who shall open it. `derived` is a
 * passphrase that `deriveLock` has turned into a key, for one bundle.
 */
export type BundleLock =
  | { readonly passphrase: string }
  | { readonly recipients: readonly string[] }
  | { readonly derived: Recipient };

/** Derives beforehand, so that the memory this takes is given back before a large case is opened. */
export async function deriveLock(passphrase: string, scrypt: Scrypt = scryptHere): Promise<BundleLock> {
  return { derived: await scryptRecipient(passphrase, scrypt) };
}

/** What may open a bundle: a passphrase, or secret keys (`AGE-SECRET-KEY-1…`). */
export type BundleSecret = { readonly passphrase: string } | { readonly identities: readonly string[] };

/** The header names each recipient in about 150 bytes. A header without an end could otherwise fill the memory. */
const mostHeaderBytes = 65_536;

/**
 * The public keys as age understands them: X25519 only, since every age of the last years opens these.
 * @throws {Problem} `recipient-wrong`
 */
export function checkRecipients(recipients: readonly string[]): readonly string[] {
  const tidy = [...new Set(recipients.map((one) => one.trim()).filter((one) => one !== ""))];
  if (tidy.length === 0 || tidy.length > 100) throw new Problem("recipient-wrong");
  for (const one of tidy) {
    try {
      if (!/^age1[02-9ac-hj-np-z]{58}$/.test(one)) throw new Error("not an X25519 recipient");
      new Encrypter().addRecipient(one);
    } catch (cause) {
      throw new Problem("recipient-wrong", "", { cause });
    }
  }
  return tidy;
}

/**
 * Locks a stream as an age file (version 1). @see https://age-encryption.org/v1
 * @throws {Problem} `recipient-wrong`, `passphrase-empty`
 */
export async function lockWithAge(
  plain: ReadableStream<Uint8Array>,
  lock: BundleLock,
  scrypt: Scrypt = scryptHere,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  if ("derived" in lock) encrypter.addRecipient(lock.derived);
  else if ("passphrase" in lock) encrypter.addRecipient(await scryptRecipient(lock.passphrase, scrypt));
  else {
    for (const recipient of checkRecipients(lock.recipients)) encrypter.addRecipient(recipient);
  }
  return encrypter.encrypt(plain);
}

/**
 * What is inside an age file. Each 64 KiB is handed out once it was found unaltered; that the file is whole is known
 * only when the stream ends without a failure, so nothing of it counts before.
 *
 * @throws {Problem} `bundle-unknown` where it is no age file, `bundle-wrong-secret`, `bundle-damaged`; the stream fails
 * with `bundle-damaged`
 */
export async function unlockWithAge(
  source: BundleSource,
  secret: BundleSecret,
  scrypt: Scrypt = scryptHere,
): Promise<ReadableStream<Uint8Array>> {
  const { start, parts } = await startOf(partsOf(source.stream()));
  const decrypter = decrypterFor(secret, scrypt);
  try {
    const plain = await decrypter.decrypt(streamOf(await withoutArmour(start, parts)));
    return streamOf(damagedIfBroken(partsOf(plain)));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const unmatched = cause instanceof Error && cause.message.startsWith("no identity matched");
    throw new Problem(unmatched ? "bundle-wrong-secret" : "bundle-damaged", "", { cause });
  }
}

function decrypterFor(secret: BundleSecret, scrypt: Scrypt): Decrypter {
  const decrypter = new Decrypter();
  if ("passphrase" in secret) {
    decrypter.addIdentity(scryptIdentity(secret.passphrase, scrypt));
    return decrypter;
  }
  for (const identity of secret.identities) {
    try {
      decrypter.addIdentity(identity.trim());
    } catch (cause) {
      throw new Problem("bundle-wrong-secret", "not a secret key", { cause });
    }
  }
  return decrypter;
}

/** The beginning of a file, as far as its header's end, and all of its parts, that beginning included. */
async function startOf(rest: AsyncGenerator<Uint8Array, void>): Promise<{ start: string; parts: Parts }> {
  const read: Uint8Array[] = [];
  let start = "";
  for (let sizeBytes = 0; sizeBytes < mostHeaderBytes; ) {
    const { done, value } = await rest.next();
    if (done === true) break;
    read.push(value);
    sizeBytes += value.length;
    start = asLatin(joinBytes(read).subarray(0, mostHeaderBytes));
    if (isSettled(start)) break;
  }
  return { start, parts: joined(read, rest) };
}

const firstLine = "age-encryption.org/v1\n";
const headerEnd = /\n--- [^\n]*\n/;

/** Whether more of the beginning would tell nothing more: of armour, that it is armour is all that is asked. */
function isSettled(start: string): boolean {
  if (firstLine.startsWith(start.slice(0, firstLine.length))) return headerEnd.test(start);
  return !mayBeArmour(start) || start.includes("AGE");
}

async function withoutArmour(start: string, parts: Parts): Promise<Parts> {
  if (!start.startsWith(firstLine)) {
    if (!mayBeArmour(start) || !start.includes("AGE")) throw new Problem("bundle-unknown");
    const inside = await startOf(unarmoured(parts));
    return withHeader(inside.start, inside.parts);
  }
  return withHeader(start, parts);
}

function withHeader(start: string, parts: Parts): Parts {
  if (start.startsWith(firstLine) && headerEnd.test(start)) return parts;
  throw new Problem("bundle-damaged", "the header has no end");
}

function asLatin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

async function* joined(first: readonly Uint8Array[], rest: Parts): AsyncGenerator<Uint8Array, void> {
  yield* partsFrom(first);
  yield* rest;
}

async function* damagedIfBroken(parts: Parts): AsyncGenerator<Uint8Array, void> {
  try {
    yield* parts;
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem("bundle-damaged", "", { cause });
  }
}
