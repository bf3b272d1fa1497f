import type { Host } from "../host.ts";
import type { Kdf } from "../vault/kdf.ts";
import type { OpenVault, Secret } from "../vault/vault.ts";

/** How far changing all keys has got. */
export interface KeyChangeProgress {
  readonly done: number;
  readonly cases: number;
}

/**
 * Gives the vault and every case new keys and seals everything anew: for when a computer was lost. Where it is cut
 * short, everything still opens, and `resumeKeyChange` goes on.
 *
 * @returns the vault under its new root key, and new recovery words
 * @throws {Problem} `case-open-elsewhere`, `disk-full`, `cannot-write`, `journal-damaged`
 */
export async function changeAllKeys(
  _host: Host,
  _vault: OpenVault,
  _present: Secret,
  _next: string,
  _kdf: Kdf,
  _onProgress: (progress: KeyChangeProgress) => void,
): Promise<{ readonly vault: OpenVault; readonly words: readonly string[] }> {
  throw new Error("to follow");
}

/** Goes on with a change of all keys that was cut short: `vault.before` is there. */
export async function resumeKeyChange(
  _host: Host,
  _vault: OpenVault,
  _onProgress: (progress: KeyChangeProgress) => void,
): Promise<OpenVault> {
  throw new Error("to follow");
}
