/* Turns a passphrase into a key away from the window's own thread. It does one, and is ended. */
import { scryptHere } from "#core/vault/bundle/scrypt.ts";
import { argon2id } from "#core/vault/kdf.ts";
import type { KdfAnswer, KdfQuestion } from "./passphrase-kdf.ts";

self.addEventListener("message", async ({ data }: MessageEvent<KdfQuestion>) => {
  self.postMessage(await answer(data));
});

async function answer(question: KdfQuestion): Promise<KdfAnswer> {
  try {
    return { ok: true, key: await keyOf(question) };
  } catch (cause) {
    return { ok: false, detail: cause instanceof Error ? cause.name : "unknown" };
  }
}

function keyOf(question: KdfQuestion) {
  const { passphrase, salt } = question;
  return question.kind === "argon2id"
    ? argon2id(passphrase, salt, question.parameters)
    : scryptHere(passphrase, salt, question.workFactor);
}
