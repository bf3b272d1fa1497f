import { resolve } from "node:path";
import { Problem } from "#core/problems.ts";
import { bundleSecretOptions } from "./bundle-secret.ts";
import type { Command } from "./command.ts";
import { needed, nothingMore, readOptions } from "./options.ts";
import { restoreBackup } from "./restore-backup.ts";
import { restoreBundle } from "./restore-bundle.ts";
import { unlockOptions } from "./secrets.ts";
import { whatFile } from "./what-file.ts";

/** `folio restore`: a bundle or a backup into a data folder, empty or not. What is there already is never written over. */
export const restore: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...unlockOptions, ...bundleSecretOptions, "backup-passphrase-file": { type: "string" } },
  });
  const [from, data, ...rest] = positionals;
  const source = resolve(needed(from, "BUNDLE or BACKUP"));
  const folder = resolve(needed(data, "DATA"));
  nothingMore(rest);
  const order = { source, folder, values, signal };
  switch (await whatFile(source)) {
    case "bundle":
      return restoreBundle(order);
    case "folder":
    case "data":
      return restoreBackup(order);
    default:
      throw new Problem("bundle-unknown", "", { where: [source] });
  }
};
