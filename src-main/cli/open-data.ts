import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Problem } from "#core/problems.ts";
import { type OpenVault, unlockVault } from "#core/vault/vault.ts";
import { type NodeHost, nodeHost } from "../host/node-host.ts";
import { argon2idNatively } from "./derive-natively.ts";
import { sayNotes } from "./notes.ts";
import { presentSecret, type UnlockValues } from "./secrets.ts";

/** An unlocked data folder. */
export interface OpenData {
  readonly folder: string;
  readonly host: NodeHost;
  readonly vault: OpenVault;
}

/** Works on a data folder's host, which is closed afterwards whatever happens. */
export async function withHost<T>(folder: string, work: (host: NodeHost, folder: string) => Promise<T>): Promise<T> {
  const dataFolder = resolve(folder);
  const host = nodeHost({ dataFolder, version: await version(), kind: "command-line" });
  try {
    return await work(host, dataFolder);
  } finally {
    await host.close();
  }
}

/**
 * Unlocks a data folder and works in it. What is wrong with its keys, and was got over, is said on standard error.
 * @throws {Problem} `vault-missing`, `wrong-passphrase`, `wrong-recovery-words`, `vault-damaged`, …
 */
export async function withVault<T>(
  folder: string,
  values: UnlockValues,
  work: (open: OpenData) => Promise<T>,
): Promise<T> {
  return withHost(folder, async (host, dataFolder) => {
    await mustHoldVault(host, dataFolder);
    const secret = await presentSecret(values);
    const { vault, notes } = await unlockVault(host, secret, argon2idNatively);
    sayNotes(notes);
    return work({ folder: dataFolder, host, vault });
  });
}

/** Said before anybody is asked for a passphrase. @throws {Problem} `vault-missing` */
export async function mustHoldVault(host: NodeHost, folder: string): Promise<void> {
  if (!(await holdsVault(host))) throw new Problem("vault-missing", "", { where: [folder] });
}

export async function holdsVault(host: NodeHost): Promise<boolean> {
  const { main, copy, head } = await host.readKeyFiles();
  return main !== null || copy !== null || head !== null;
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  const isManifest = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isManifest ? String(manifest.version) : "";
}
