import type { Bytes } from "#core/model/bytes.ts";
import { type Scrypt, scryptHere } from "#core/vault/bundle/scrypt.ts";
import { argon2id, type Kdf, type KdfParameters } from "#core/vault/kdf.ts";

/** What is asked of the worker: Argon2id for the vault, scrypt for bundles. */
export type KdfQuestion = { readonly passphrase: string; readonly salt: Bytes } & (
  | { readonly kind: "argon2id"; readonly parameters: KdfParameters }
  | { readonly kind: "scrypt"; readonly workFactor: number }
);

export type KdfAnswer = { readonly ok: true; readonly key: Bytes } | { readonly ok: false; readonly detail: string };

/**
 * Argon2id in a worker of its own, so that the window stays live for the second that it takes. The worker is ended after
 * each use: with it go the 128 MiB, the passphrase and what was made of it.
 */
export const passphraseKdf: Kdf = (passphrase, salt, parameters) =>
  hasWorkers() ? askWorker({ kind: "argon2id", passphrase, salt, parameters }) : argon2id(passphrase, salt, parameters);

/** The same for the passphrase of a bundle. */
export const bundleScrypt: Scrypt = (passphrase, salt, workFactor) =>
  hasWorkers() ? askWorker({ kind: "scrypt", passphrase, salt, workFactor }) : scryptHere(passphrase, salt, workFactor);

/** Tests run without. */
function hasWorkers(): boolean {
  return typeof Worker !== "undefined";
}

async function askWorker(question: KdfQuestion): Promise<Bytes> {
  const worker = new Worker(new URL("./kdf.worker.ts", import.meta.url), { type: "module", name: "folio-key" });
  try {
    const answer = await new Promise<KdfAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<KdfAnswer>) => resolve(data);
      worker.onerror = () => reject(new Error("the key worker failed"));
      worker.postMessage(question);
    });
    if (!answer.ok) throw new Error(`the key worker failed: ${answer.detail}`);
    return answer.key;
  } finally {
    worker.terminate();
  }
}
