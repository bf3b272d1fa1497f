import { unlockVault } from "#core/vault/vault.ts";
import { changePassphrase } from "#core/vault/vault-keys.ts";
import type { Command } from "./command.ts";
import { argon2idNatively } from "./derive-natively.ts";
import { sayNotes } from "./notes.ts";
import { mustHoldVault, withHost } from "./open-data.ts";
import { onePositional, readOptions } from "./options.ts";
import { newPassphraseFrom, presentSecret, unlockOptions } from "./secrets.ts";

/** `folio passphrase`: another passphrase from here on. The recovery words stay as they are. */
export const passphrase: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...unlockOptions, "new-passphrase-file": { type: "string" } },
  });
  return withHost(onePositional(positionals, "DATA"), async (host, folder) => {
    await mustHoldVault(host, folder);
    const present = await presentSecret(values);
    const { vault, notes } = await unlockVault(host, present, argon2idNatively);
    sayNotes(notes);
    const next = await newPassphraseFrom({
      option: "--new-passphrase-file",
      file: values["new-passphrase-file"],
      variable: "FOLIO_NEW_PASSPHRASE",
      question: "New passphrase: ",
    });
    signal.throwIfAborted();
    await changePassphrase(host, vault, present, next, argon2idNatively);
    process.stderr.write(
      "The passphrase was changed. Backups that were made before still open with the earlier one.\n",
    );
    return 0;
  });
};
