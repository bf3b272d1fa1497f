import { createHash } from "node:crypto";
import type { KeyFiles } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { deriveBytes } from "#core/vault/derive.ts";
import { toHex, utf8 } from "#core/vault/text-codes.ts";
import { createVault, type OpenVault, type Secret, unlockVault } from "#core/vault/vault.ts";
import { changePassphrase, holdOnComputer } from "#core/vault/vault-keys.ts";
import { fastKdf, type KeyDisk, keyDisk } from "./key-disk.ts";

/** The passphrase of every vault that the tests make. */
export const first = "correct horse";
export const firstSecret: Secret = { kind: "passphrase", passphrase: first };
export const computer: Secret = { kind: "computer" };

export interface MadeVault {
  readonly disk: KeyDisk;
  readonly vault: OpenVault;
  readonly words: readonly string[];
}

/** A vault in memory behind `first`, with the fast KDF. */
export async function madeVault(): Promise<MadeVault> {
  const disk = keyDisk();
  return { disk, ...(await createVault(disk, first, fastKdf)) };
}

/** The same with a slot of each kind, at generation 2. */
export async function vaultWithAllSlots(): Promise<MadeVault> {
  const { disk, vault, words } = await madeVault();
  return { disk, vault: await holdOnComputer(disk, vault, firstSecret, fastKdf), words };
}

export function passphrase(text: string): Secret {
  return { kind: "passphrase", passphrase: text };
}

export function recovery(words: readonly string[]): Secret {
  return { kind: "recovery", words: words.join(" ") };
}

/** Changes the passphrase of a vault and gives what stood on disk before. */
export async function filesBeforeChange({ disk, vault }: MadeVault, next: string): Promise<KeyFiles> {
  const earlier = disk.files;
  await changePassphrase(disk, vault, firstSecret, next, fastKdf);
  return earlier;
}

/** What this disk's vault answers to a secret. */
export function unlock(disk: KeyDisk, secret: Secret): ReturnType<typeof unlockVault> {
  return unlockVault(disk, secret, fastKdf);
}

/** Something that only the same root key gives. */
export async function rootMark(vault: OpenVault): Promise<string> {
  return toHex(await deriveBytes(vault.root, "a mark for the tests"));
}

/** vault.json (or a case's key file) altered by somebody who knows the format and repairs its sum. */
export function forged(bytes: Bytes | null, alter: (text: string) => string): Bytes {
  const text = textOf(bytes);
  const altered = alter(text.slice(0, text.lastIndexOf(',"sum":')));
  return utf8(`${altered},"sum":"${createHash("sha256").update(altered).digest("hex")}"}`);
}

export function textOf(bytes: Bytes | null): string {
  if (bytes === null) throw new Error("the file isn't there");
  return new TextDecoder().decode(bytes);
}

/** The file, which has to be there. */
export function there(bytes: Bytes | null): Bytes {
  if (bytes === null) throw new Error("the file isn't there");
  return bytes;
}
