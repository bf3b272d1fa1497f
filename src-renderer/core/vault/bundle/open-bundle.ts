import { Problem } from "../../problems.ts";
import { type BundleSecret, unlockWithAge } from "./age-file.ts";
import type { BagSource } from "./gather-bag.ts";
import { type Scrypt, scryptHere } from "./scrypt.ts";
import { type BundleSource, partsOf, streamOf } from "./streams.ts";

/** A bundle with what opens it: its tar can be streamed again and again, and the key is derived but once. */
export type OpenBundle = Extract<BagSource, { readonly kind: "tar" }>;

/**
 * A bundle as a bag in a tar, to be checked or read. Nothing is read before its stream is asked for; that fails with
 * `bundle-unknown`, `bundle-wrong-secret`, `bundle-damaged` or `cannot-read`.
 *
 * @param passed is told of every part of the file that was read, and may throw to stop
 */
export function openBundle(
  source: BundleSource,
  secret: BundleSecret,
  scrypt: Scrypt = scryptHere,
  passed: (sizeBytes: number) => void = () => undefined,
): OpenBundle {
  const counted: BundleSource = { sizeBytes: source.sizeBytes, stream: () => streamOf(counting(source, passed)) };
  const once = remembering(scrypt);
  return { kind: "tar", stream: () => unlockWithAge(counted, secret, once) };
}

async function* counting(source: BundleSource, passed: (sizeBytes: number) => void) {
  for await (const part of readable(source)) {
    passed(part.length);
    yield part;
  }
}

/** A file that goes away while it is read is no damaged bundle. */
async function* readable(source: BundleSource) {
  try {
    yield* partsOf(source.stream());
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem("cannot-read", "", { cause });
  }
}

/** The last key is kept as long as the bundle is: both passes ask for the same one. */
function remembering(scrypt: Scrypt): Scrypt {
  let asked = "";
  let answer: ReturnType<Scrypt> | null = null;
  return (passphrase, salt, workFactor) => {
    const now = `${workFactor} ${salt.join(" ")} ${passphrase}`;
    if (answer === null || asked !== now) answer = scrypt(passphrase, salt, workFactor);
    asked = now;
    return answer;
  };
}
