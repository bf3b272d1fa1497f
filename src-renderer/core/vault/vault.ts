import type { KeyFiles } from "../host.ts";
import { sha256 } from "../model/bytes.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { importKey } from "./derive.ts";
import type { Kdf } from "./kdf.ts";
import { type OpenedKeys, type OpenVault, openKeyFiles } from "./open-keys.ts";
import { type Keyring, passphraseSlot, recoverySlot, type Secret } from "./slot-keys.ts";
import { newId, randomBytes, sameBytes } from "./text-codes.ts";
import { sealVaultHead } from "./vault-head.ts";
import { type KeyHost, writeKeys } from "./write-keys.ts";

// what whoever calls these functions speaks of; the parts below this file can't take it from here
export { checkKeyFiles } from "./key-copies.ts";
export type { OpenVault } from "./open-keys.ts";
export type { Secret } from "./slot-keys.ts";

/**
 * Makes a vault in an empty data folder.
 * @returns it, opened, and its recovery words: they are shown once and can't be read back
 * @throws {Problem} `vault-there`, `passphrase-empty`, `disk-full`, `cannot-write`
 */
export async function createVault(
  host: KeyHost,
  passphrase: string,
  kdf: Kdf,
): Promise<{ vault: OpenVault; words: readonly string[] }> {
  const files = await host.readKeyFiles();
  if (files.main !== null || files.copy !== null || files.head !== null) throw new Problem("vault-there");
  const id = newId();
  const raw = randomBytes(32);
  const root = await importKey(raw);
  const { slot, words } = await recoverySlot(id, raw);
  const slots = [await passphraseSlot(id, raw, passphrase, kdf), slot];
  raw.fill(0);
  await writeKeys(host, null, { vault: id, generation: 1, slots, before: null }, root);
  return { vault: { id, generation: 1, root }, words };
}

/**
 * Opens the vault. A wrong secret changes nothing, however often it is tried. What is damaged and can be mended is
 * written anew once a sound copy was opened.
 * @returns `notes`: what was found that the person should know
 * @throws {Problem} `wrong-passphrase`, `wrong-recovery-words`, `keyring-missing`, `vault-missing`, `vault-newer`,
 * `vault-damaged`, `vault-weakened`, `vault-tampered`, `cannot-read`
 */
export async function unlockVault(
  host: KeyHost & Keyring,
  secret: Secret,
  kdf: Kdf,
): Promise<{ vault: OpenVault; notes: readonly ProblemCode[] }> {
  const files = await host.readKeyFiles();
  const opened = await openKeyFiles(files, secret, { kdf, keyring: host });
  await mend(host, files, opened);
  return { vault: opened.vault, notes: opened.notes };
}

/** Opens key files that aren't this computer's own, such as a backup's: nothing is written. @throws as `unlockVault` */
export async function unlockKeyFiles(
  files: KeyFiles,
  secret: Secret,
  kdf: Kdf,
): Promise<{ vault: OpenVault; notes: readonly ProblemCode[] }> {
  const { vault, notes } = await openKeyFiles(files, secret, { kdf, keyring: null });
  return { vault, notes };
}

/**
 * Writes the sound copy over what is damaged, missing or older. A head that speaks of a later vault.json is left as
 * it is, so that what was put back is said again. Where it can't be written the vault is open all the same.
 */
async function mend(host: KeyHost, files: KeyFiles, { vault, file, head }: OpenedKeys): Promise<void> {
  const headStands = head !== null && head.generation >= file.generation;
  if (sameBytes(files.main, file.bytes) && sameBytes(files.copy, file.bytes) && headStands) return;
  const sealed = headStands && files.head !== null ? files.head : await sealVaultHead(file, vault.root);
  try {
    await host.writeKeyFiles(await sha256(file.bytes), file.bytes, sealed);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
  }
}
