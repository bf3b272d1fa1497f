import type { Host } from "../host.ts";
import { Problem } from "../problems.ts";
import type { OpenVault } from "./open-keys.ts";
import { soundCopies } from "./summed-json.ts";
import { macHolds, readVaultFile } from "./vault-file.ts";

/**
 * Makes sure that what was sealed under this vault's root key opens with the key files as they are now: another window
 * or process may have changed all keys since this one was unlocked, and nothing would ever open it again.
 *
 * To be asked after a new case can be listed, and before it is acknowledged. Whoever changes all keys lists the cases
 * once more after the new key files are there: so either that one finds the case, or this finds the new key files.
 *
 * @throws {Problem} `keys-changed-elsewhere`, `cannot-read`
 */
export async function mustBeCurrent(host: Pick<Host, "readKeyFiles">, vault: OpenVault): Promise<void> {
  const { main, copy } = await host.readKeyFiles();
  const copies = soundCopies([main, copy].filter((bytes) => bytes !== null).map(readVaultFile));
  if (copies === "newer") throw new Problem("keys-changed-elsewhere");
  const ours = await Promise.all(copies.map((file) => macHolds(file, vault.root)));
  // where neither copy is sound, a backup's is put back: nothing can be told from these
  if (copies.length > 0 && !ours.includes(true)) throw new Problem("keys-changed-elsewhere");
}
