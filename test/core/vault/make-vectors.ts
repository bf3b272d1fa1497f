import { wordlist } from "@scure/bip39/wordlists/english.js";
import {
  aad,
  argon2id,
  bip39,
  bucket,
  caseKeyJson,
  hkdf,
  sealed,
  sha256,
  slot,
  smallSeal,
  sumOf,
  vaultJson,
} from "./by-node.ts";

/** Bytes that look random and are the same each time: the first of SHA-256 of a name. */
const drawn = (name: string, size: number): Buffer => sha256(`folio test vectors: ${name}`).subarray(0, size);
const hex = (bytes: Buffer): string => bytes.toString("hex");
const base64 = (bytes: Buffer): string => bytes.toString("base64");

/** What vectors.json holds, from fixed inputs. The file itself is frozen: version 1 opens forever. */
export function makeVectors() {
  return {
    about: "Test vectors for src-renderer/core/vault/FORMAT.md. Hex unless it is JSON or said otherwise.",
    buckets: [0, 1, 256, 257, 4096, 4097, 8192, 8193, 100_000, 1_048_577].map((size) => [size, bucket(size)]),
    hkdf: hkdfVector(),
    smallSeal: ["", "a row of the working copy", "x".repeat(5000)].map(smallSealVector),
    ...vaultVectors(),
  };
}

function hkdfVector() {
  const [key, salt] = [drawn("hkdf key", 32), drawn("hkdf salt", 16)];
  const info = "folio/recovery/v1";
  return {
    key: hex(key),
    info,
    salt: hex(salt),
    withoutSalt: hex(hkdf(key, info)),
    withSalt: hex(hkdf(key, info, salt)),
  };
}

function smallSealVector(content: string, i: number) {
  const input = {
    key: drawn(`small seal key ${i}`, 32),
    purpose: "folio/draft/v1",
    aad: drawn(`small seal aad ${i}`, 32),
    salt: drawn(`small seal salt ${i}`, 16),
    iv: drawn(`small seal iv ${i}`, 12),
    content: Buffer.from(content),
  };
  const { key, purpose, salt, iv } = input;
  const written = { key: hex(key), purpose, aad: hex(input.aad), salt: hex(salt), iv: hex(iv), content };
  return { ...written, sealed: hex(smallSeal(input)) };
}

function vaultVectors() {
  const vaultId = hex(drawn("vault id", 16));
  const caseId = hex(drawn("case id", 16));
  const [root, earlier] = [drawn("root", 32), drawn("earlier root", 32)];
  const passphrase = "Crème brûlée, ½ — and a horse";
  const { slots, words, held, computerSecret } = slotVectors(vaultId, root, passphrase);
  const vault = vaultJson(vaultId, 7, slots, null, root);
  const beforeSeal = sealed(
    hkdf(root, "folio/before/v1"),
    drawn("before iv", 12),
    aad("folio/before/v1", Buffer.from(vaultId, "hex")),
    earlier,
  );
  const changing = vaultJson(vaultId, 8, slots, beforeSeal, root);
  const [caseKey, earlierCaseKey] = [drawn("case key", 32), drawn("earlier case key", 32)];
  const wrap = (key: Buffer, under: Buffer, iv: string) =>
    sealed(hkdf(under, "folio/case/v1"), drawn(iv, 12), aad("folio/case/v1", Buffer.from(caseId, "hex")), key);
  return {
    vault: {
      passphrase,
      passphraseAsBytes: hex(Buffer.from(passphrase.normalize("NFKC"))),
      words,
      computerSecret: hex(computerSecret),
      held: hex(held),
      root: hex(root),
      vaultJson: vault,
      vaultHead: hex(headSeal(vaultId, 7, sumOf(vault), root)),
    },
    vaultWhileKeysChange: {
      earlierRoot: hex(earlier),
      vaultJson: changing,
      vaultHead: hex(headSeal(vaultId, 8, sumOf(changing), root)),
    },
    caseKey: {
      caseId,
      key: hex(caseKey),
      earlierKey: hex(earlierCaseKey),
      file: caseKeyJson(caseId, [wrap(caseKey, root, "case iv")]),
      fileWithBoth: caseKeyJson(caseId, [
        wrap(caseKey, root, "case iv of both"),
        wrap(earlierCaseKey, root, "earlier case iv of both"),
      ]),
      fileUnderEarlierRoot: caseKeyJson(caseId, [wrap(earlierCaseKey, earlier, "earlier case iv")]),
    },
  };
}

function slotVectors(vaultId: string, root: Buffer, passphrase: string) {
  const [salt, recoverySalt] = [drawn("passphrase salt", 16), drawn("recovery salt", 16)];
  const [entropy, computerSecret, held] = [drawn("entropy", 32), drawn("computer secret", 32), drawn("held", 24)];
  const id = (kind: string): string => hex(drawn(`${kind} slot id`, 16));
  const asked = '"kdf":"argon2id","memoryKiB":131072,"passes":3,"lanes":1';
  const passphraseHeader = `{"kind":"passphrase","id":"${id("passphrase")}",${asked},"salt":"${base64(salt)}"}`;
  const recoveryHeader = `{"kind":"recovery","id":"${id("recovery")}","kdf":"hkdf-sha256","salt":"${base64(recoverySalt)}"}`;
  const computerHeader = `{"kind":"computer","id":"${id("computer")}","held":"${base64(held)}"}`;
  const recoveryKey = hkdf(entropy, "folio/recovery/v1", recoverySalt);
  const slots = [
    slot(passphraseHeader, argon2id(passphrase, salt, 131_072, 3), drawn("passphrase iv", 12), vaultId, root),
    slot(recoveryHeader, recoveryKey, drawn("recovery iv", 12), vaultId, root),
    slot(computerHeader, computerSecret, drawn("computer iv", 12), vaultId, root),
  ];
  return { slots, words: bip39(entropy, wordlist), held, computerSecret };
}

function headSeal(vaultId: string, generation: number, sum: string, root: Buffer): Buffer {
  return smallSeal({
    key: root,
    purpose: "folio/vault-head/v1",
    aad: Buffer.from(vaultId, "hex"),
    salt: drawn(`head salt ${generation}`, 16),
    iv: drawn(`head iv ${generation}`, 12),
    content: Buffer.from(`{"generation":${generation},"sum":"${sum}"}`),
  });
}
