import { resolve } from "node:path";
import { Problem } from "#core/problems.ts";
import { bundleSecretOptions } from "./bundle-secret.ts";
import type { Command } from "./command.ts";
import { onePositional, readOptions, UsageError } from "./options.ts";
import { unlockOptions } from "./secrets.ts";
import { type Findings, newFindings, sayFindings, type ToVerify, type Verified } from "./verify-findings.ts";
import { holdsBackups, whatFile } from "./what-file.ts";

/**
 * `folio verify`: reads all of a data folder, bundle, bag or pack, and names each thing that is wrong.
 * Ends with 1 where something is; torn ends and objects that nobody names are notes.
 */
export const verify: Command = async (args) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...unlockOptions,
      ...bundleSecretOptions,
      head: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const path = resolve(onePositional(positionals, "DATA, BUNDLE, BAG or PACK"));
  const head = values.head === undefined ? null : wantedHead(values.head);
  const found = newFindings();
  const verified = await verifyPath({ path, values, head }, found);
  sayFindings(verified, found, values.json === true);
  return found.damage > 0 ? 1 : 0;
};

function wantedHead(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new UsageError("--head takes 64 hexadecimal digits, as a pack or export has them.");
  return text.toLowerCase();
}

async function verifyPath(what: ToVerify, found: Findings): Promise<Verified> {
  switch (await whatFile(what.path)) {
    case "data":
      return (await import("./verify-data.ts")).verifyData(what, found);
    case "bundle":
      return (await import("./verify-bundle.ts")).verifyBundle(what, found);
    case "folder":
      if (await holdsBackups(what.path)) throw new UsageError(isBackup);
      return (await import("./verify-bag.ts")).verifyBagFolder(what, found);
    case "bag":
      return (await import("./verify-bag.ts")).verifyBagFolder(what, found);
    case "tar":
      return (await import("./verify-bag.ts")).verifyBagTar(what, found);
    case "pack":
      return (await import("./verify-pack.ts")).verifyPack(what, found);
    case "unknown":
      throw new Problem("bundle-unknown", "", { where: [what.path] });
  }
}

const isBackup =
  "That is a backup. Each is read back when it is made, and “folio restore BACKUP DATA” checks it before it writes anything.";
