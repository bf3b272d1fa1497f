import { resolve } from "node:path";
import { Problem } from "#core/problems.ts";
import { unlockVault } from "#core/vault/vault.ts";
import type { NodeHost } from "../host/node-host.ts";
import type { Command } from "./command.ts";
import { argon2idNatively } from "./derive-natively.ts";
import { sayNotes } from "./notes.ts";
import { mustHoldVault, withHost } from "./open-data.ts";
import { needed, onePositional, readOptions } from "./options.ts";
import { isSecretGiven, presentSecret, unlockOptions } from "./secrets.ts";

/** `folio backup`: one now, read back. It needs no passphrase; one that is given is tried first. */
export const backup: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...unlockOptions, to: { type: "string" } },
  });
  const data = onePositional(positionals, "DATA");
  const to = resolve(needed(values.to, "--to FOLDER"));
  return withHost(data, async (host, folder) => {
    await mustHoldVault(host, folder);
    if (isSecretGiven(values)) {
      const { notes } = await unlockVault(host, await presentSecret(values), argon2idNatively);
      sayNotes(notes);
    }
    signal.throwIfAborted();
    process.stdout.write(`${await backUpTo(host, to)}\n`);
    return 0;
  });
};

/** A folder that was chosen before stays the one that automatic backups go to. */
async function backUpTo(host: NodeHost, to: string): Promise<string> {
  const before = (await host.backupState()).folder;
  if (before !== to) await host.chooseBackupFolder(to);
  try {
    const state = await host.backUpNow();
    if (state.problem !== null) throw new Problem(state.problem, "", { where: [to] });
    if (state.syncedBy !== null) process.stderr.write(`Note: ${state.syncedBy} seems to copy this folder elsewhere.\n`);
    return state.folder ?? to;
  } finally {
    if (before !== null && before !== to) await host.chooseBackupFolder(before).catch(() => null);
  }
}
