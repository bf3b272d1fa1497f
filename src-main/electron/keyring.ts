import { safeStorage } from "electron";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import type { Machine } from "../host/machine.ts";

type Keyring = Pick<Machine, "hasKeyring" | "sealWithComputer" | "openWithComputer">;

/**
 * The computer's own keyring, through Electron's safeStorage. On Linux that falls back on a password that is the
 * same everywhere ("basic_text"): such a keyring keeps nothing, so it counts as none.
 */
export const keyring: Keyring = {
  hasKeyring: async () => isReal(),
  sealWithComputer: (secret) =>
    withKeyring(() => new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString("base64")))),
  openWithComputer: (sealed) =>
    withKeyring(() => new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), "base64"))),
};

async function withKeyring(work: () => Bytes): Promise<Bytes> {
  if (!isReal() || !safeStorage.isEncryptionAvailable()) throw new Problem("keyring-missing");
  try {
    return work();
  } catch {
    // Another user's, another computer's, or refused by the person: its message could name them.
    throw new Problem("keyring-missing", "refused");
  }
}

/** macOS isn't asked beforehand: asking makes an entry in its keychain, and it always has one. */
function isReal(): boolean {
  if (process.platform === "darwin") return true;
  if (process.platform === "linux" && !realBackends.includes(linuxBackend())) return false;
  return safeStorage.isEncryptionAvailable();
}

const realBackends: readonly string[] = ["gnome_libsecret", "kwallet", "kwallet5", "kwallet6"];

/** An older Electron can't say which it took: then it isn't trusted. */
function linuxBackend(): string {
  const known: unknown = Reflect.get(safeStorage, "getSelectedStorageBackend");
  return typeof known === "function" ? safeStorage.getSelectedStorageBackend() : "unknown";
}
