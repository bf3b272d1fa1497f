import { type Identity, type Recipient, Stanza } from "age-encryption";
import { type Bytes, joinBytes } from "../../model/bytes.ts";
import { Problem } from "../../problems.ts";
import { fromBase64, randomBytes, toBase64, utf8 } from "../text-codes.ts";
import { mostWorkFactor, type Scrypt, workFactorWritten } from "./scrypt.ts";

/**
 * A passphrase as an age recipient, derived already: for one file. The library's own one holds the window still while
 * it derives, and takes twice the memory. Source: https://age-encryption.org/v1, "The scrypt recipient type".
 * @throws {Problem} `passphrase-empty`
 */
export async function scryptRecipient(passphrase: string, scrypt: Scrypt): Promise<Recipient> {
  if (passphrase === "") throw new Problem("passphrase-empty");
  const salt = randomBytes(16);
  const key = await scrypt(passphrase, labelled(salt), workFactorWritten);
  return {
    wrapFileKey: async (fileKey) => {
      const body = (await aead()).seal(joinBytes([fileKey]), key);
      return [new Stanza(["scrypt", unpadded(salt), String(workFactorWritten)], body)];
    },
  };
}

/**
 * A passphrase that may open an age file. The work factor is looked at before anything is derived.
 * @throws {Problem} `bundle-damaged` for a passphrase stanza that age wouldn't write, or that asks for too much work
 */
export function scryptIdentity(passphrase: string, scrypt: Scrypt): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const stanza = stanzas.find((one) => one.args[0] === "scrypt");
      if (stanza === undefined) return null;
      if (stanzas.length !== 1) throw new Problem("bundle-damaged", "a passphrase beside other recipients");
      const [, salted = "", factor = "", ...more] = stanza.args;
      const salt = fromBase64(`${salted}==`);
      if (more.length > 0 || salt?.length !== 16 || !/^[1-9]\d?$/.test(factor) || stanza.body.length !== 32) {
        throw new Problem("bundle-damaged", "scrypt stanza");
      }
      if (Number(factor) > mostWorkFactor) throw new Problem("bundle-damaged", `scrypt work factor ${factor}`);
      const key = await scrypt(passphrase, labelled(salt), Number(factor));
      return (await aead()).open(stanza.body, key);
    },
  };
}

function labelled(salt: Bytes): Bytes {
  return joinBytes([utf8("age-encryption.org/v1/scrypt"), salt]);
}

function unpadded(bytes: Bytes): string {
  return toBase64(bytes).replace(/=+$/, "");
}

/** ChaCha20-Poly1305 (RFC 8439) with the nonce of zeros that age wraps file keys with: each key is used once. */
async function aead() {
  const { default: sodium } = await import("libsodium-wrappers-sumo");
  await sodium.ready;
  const nonce = new Uint8Array(12);
  return {
    seal: (plain: Bytes, key: Bytes) => sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonce, key),
    open: (sealed: Uint8Array, key: Bytes) => {
      try {
        return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key);
      } catch {
        return null;
      }
    },
  };
}
