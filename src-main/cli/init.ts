import { resolve } from "node:path";
import { Problem } from "#core/problems.ts";
import { createVault } from "#core/vault/vault.ts";
import type { Command } from "./command.ts";
import { argon2idNatively } from "./derive-natively.ts";
import { holdsVault, withHost } from "./open-data.ts";
import { needed, onePositional, readOptions } from "./options.ts";
import { giveWords, mustNotBeThere } from "./recovery-sheet.ts";
import { newOwnPassphrase, unlockOptions } from "./secrets.ts";

/** `folio init`: an empty, locked data folder. */
export const init: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { "passphrase-file": unlockOptions["passphrase-file"], "words-file": { type: "string" } },
  });
  const data = onePositional(positionals, "DATA");
  const wordsFile =
    values["words-file"] === undefined ? null : resolve(needed(values["words-file"], "--words-file FILE"));
  if (wordsFile !== null) await mustNotBeThere(wordsFile, resolve(data));
  return withHost(data, async (host, folder) => {
    if (await holdsVault(host)) throw new Problem("vault-there", "", { where: [folder] });
    const passphrase = await newOwnPassphrase(values);
    signal.throwIfAborted();
    const { words } = await createVault(host, passphrase, argon2idNatively);
    await giveWords(words, wordsFile, signal);
    process.stdout.write(`${folder}\n`);
    return 0;
  });
};
