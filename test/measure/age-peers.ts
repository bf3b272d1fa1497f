/**
 * Whether age files made elsewhere open, or are refused, as their list says.
 *
 * node test/measure/age-peers.ts
 *
 * The vectors lie outside the project (../shared/peers/age); without them there is nothing to measure.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { type BundleSecret, unlockWithAge } from "#core/vault/bundle/age-file.ts";
import { partsFrom, partsOf, streamOf } from "#core/vault/bundle/streams.ts";

interface Vector {
  readonly file: string;
  readonly expect: string;
  readonly compressed?: string;
  readonly identity?: string | readonly string[];
  readonly passphrase?: string | readonly string[];
  readonly payloadSha256?: string;
}

const folder = join(import.meta.dirname, "..", "..", "..", "shared", "peers", "age");
if (!existsSync(folder)) console.log("Skipped: the age vectors (../shared/peers/age) aren't on this computer.");
else await measure(JSON.parse(readFileSync(join(folder, "index.json"), "utf8")));

async function measure(vectors: readonly Vector[]): Promise<void> {
  let right = 0;
  let slowest = 0;
  for (const vector of vectors) {
    const from = performance.now();
    const found = await open(bodyOf(vector), secretsOf(vector));
    slowest = Math.max(slowest, performance.now() - from);
    const wanted = vector.expect === "success" ? `opened ${vector.payloadSha256}` : "refused";
    if (found.startsWith(wanted)) right += 1;
    else console.log(`${vector.file}: wanted ${wanted} (${vector.expect}), found ${found}`);
  }
  console.log(`${right} of ${vectors.length} age vectors as listed; the slowest took ${slowest.toFixed(0)} ms`);
  process.exitCode = right === vectors.length ? 0 : 1;
}

/** The bare age file: behind the vector's own header of text lines and an empty line. */
function bodyOf(vector: Vector): Uint8Array {
  const whole = readFileSync(join(folder, vector.file));
  const body = whole.subarray(whole.indexOf("\n\n") + 2);
  return vector.compressed === undefined ? body : inflateSync(body);
}

function secretsOf({ identity, passphrase }: Vector): readonly BundleSecret[] {
  const passphrases = [passphrase ?? []].flat().map((one): BundleSecret => ({ passphrase: one }));
  const identities = [identity ?? []].flat();
  if (identities.length > 0) return [...passphrases, { identities }];
  return passphrases.length > 0 ? passphrases : [{ passphrase: "none" }];
}

async function open(bytes: Uint8Array, secrets: readonly BundleSecret[]): Promise<string> {
  let refused = "refused";
  for (const secret of secrets) {
    const source = { sizeBytes: bytes.length, stream: () => streamOf(partsFrom([bytes])) };
    const hash = createHash("sha256");
    try {
      for await (const part of partsOf(await unlockWithAge(source, secret))) hash.update(part);
      return `opened ${hash.digest("hex")}`;
    } catch (cause) {
      refused = `refused ${cause instanceof Error ? cause.message : ""}`;
    }
  }
  return refused;
}
