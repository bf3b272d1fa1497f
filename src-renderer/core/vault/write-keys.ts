import type { Host } from "../host.ts";
import { sha256 } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { sameBytes } from "./text-codes.ts";
import { type VaultFile, type VaultWords, writeVaultFile } from "./vault-file.ts";
import { sealVaultHead } from "./vault-head.ts";

/** What is needed of a host to keep the key files. */
export type KeyHost = Pick<Host, "readKeyFiles" | "writeKeyFiles">;

/**
 * Writes vault.json and its head in place of what was read.
 *
 * A writing that fails after both copies of vault.json were replaced is in force, and counts as done: saying that it
 * failed would leave the person with a passphrase that opens nothing. The next unlocking writes the head.
 *
 * @param read the copy that was read; null where there was none
 * @throws {Problem} `keys-changed-elsewhere`, `disk-full`, `cannot-write`: then what was read still opens
 */
export async function writeKeys(
  host: KeyHost,
  read: VaultFile | null,
  words: VaultWords,
  root: CryptoKey,
): Promise<VaultFile> {
  const file = await writeVaultFile(words, root);
  const head = await sealVaultHead(file, root);
  try {
    await host.writeKeyFiles(read === null ? null : await sha256(read.bytes), file.bytes, head);
  } catch (cause) {
    if (!(cause instanceof Problem) || !(await isInForce(host, file))) throw cause;
  }
  return file;
}

async function isInForce(host: KeyHost, file: VaultFile): Promise<boolean> {
  try {
    const { main, copy } = await host.readKeyFiles();
    return sameBytes(main, file.bytes) && sameBytes(copy, file.bytes);
  } catch (cause) {
    if (cause instanceof Problem) return false;
    throw cause;
  }
}
