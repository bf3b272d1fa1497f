import { argon2Sync, createCipheriv, createHash, createHmac, hkdfSync } from "node:crypto";

/**
 * The format once more, by node:crypto alone and straight from FORMAT.md: nothing of Folio's own code is used, so that
 * the vectors can't repeat its mistakes. Salts, IVs and keys are given, where Folio draws them.
 */
export const sha256 = (bytes: Buffer | string): Buffer => createHash("sha256").update(bytes).digest();

export function hkdf(key: Buffer, info: string, salt: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, info, 32));
}

/** iv 12 | ciphertext | tag 16 */
export function sealed(key: Buffer, iv: Buffer, aad: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(aad);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function aad(label: string, ...parts: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(label), Buffer.alloc(1), ...parts]);
}

export function bucket(size: number): number {
  if (size <= 4096) return 256 * Math.ceil(size / 256);
  const exponent = size.toString(2).length - 1;
  const step = 2 ** (exponent - 3);
  return step * Math.ceil(size / step);
}

export interface SmallSealInput {
  readonly key: Buffer;
  readonly purpose: string;
  readonly aad: Buffer;
  readonly salt: Buffer;
  readonly iv: Buffer;
  readonly content: Buffer;
}

export function smallSeal({ key, purpose, aad: bound, salt, iv, content }: SmallSealInput): Buffer {
  const plain = Buffer.alloc(bucket(4 + content.length));
  plain.writeUInt32LE(content.length, 0);
  content.copy(plain, 4);
  return Buffer.concat([Buffer.of(1), salt, sealed(hkdf(key, purpose, salt), iv, aad(purpose, bound), plain)]);
}

export function argon2id(passphrase: string, salt: Buffer, memoryKiB: number, passes: number): Buffer {
  const message = Buffer.from(passphrase.normalize("NFKC"));
  return argon2Sync("argon2id", { message, nonce: salt, parallelism: 1, tagLength: 32, memory: memoryKiB, passes });
}

/** 24 words of 32 bytes: 256 bits and the first 8 of their SHA-256, eleven bits a word (BIP39). */
export function bip39(entropy: Buffer, list: readonly string[]): string {
  const bits = [...entropy, sha256(entropy)[0] ?? 0].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{11}/g) ?? []).map((eleven) => list[Number.parseInt(eleven, 2)]).join(" ");
}

/** `header` is a slot's JSON without its key. */
export function slot(header: string, slotKey: Buffer, iv: Buffer, vaultId: string, root: Buffer): string {
  const bound = aad("folio/slot/v1", Buffer.from(vaultId, "hex"), Buffer.from(header));
  return `${header.slice(0, -1)},"key":"${sealed(slotKey, iv, bound, root).toString("base64")}"}`;
}

export function summed(text: string): string {
  return `${text},"sum":"${sha256(text).toString("hex")}"}`;
}

export function vaultJson(vaultId: string, generation: number, slots: string[], before: Buffer | null, root: Buffer) {
  const sealedBefore = before === null ? "null" : `"${before.toString("base64")}"`;
  const head = `{"format":"folio-vault","version":1,"vault":"${vaultId}","generation":${generation}`;
  const text = `${head},"slots":[${slots.join(",")}],"before":${sealedBefore}`;
  const mac = createHmac("sha256", hkdf(root, "folio/vault-mac/v1")).update(text).digest("hex");
  return summed(`${text},"mac":"${mac}"`);
}

/** The sum at the end of a key file. */
export function sumOf(json: string): string {
  return /"sum":"([0-9a-f]{64})"\}$/.exec(json)?.[1] ?? "";
}

export function caseKeyJson(caseId: string, keys: readonly Buffer[]): string {
  const listed = keys.map((key) => `"${key.toString("base64")}"`).join(",");
  return summed(`{"format":"folio-case-key","version":1,"case":"${caseId}","keys":[${listed}]`);
}
