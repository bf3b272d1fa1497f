import { Problem } from "#core/problems.ts";
import type { BundleSecret } from "#core/vault/bundle/age-file.ts";
import { UsageError } from "./options.ts";
import { type PassphraseSource, passphraseFrom } from "./secrets.ts";
import { readTextFile } from "./text-file.ts";

/** The options by which a bundle's own lock is opened. */
export const bundleSecretOptions = {
  "bundle-passphrase-file": { type: "string" },
  "identity-file": { type: "string" },
} as const;

export interface BundleSecretValues {
  readonly "bundle-passphrase-file"?: string | undefined;
  readonly "identity-file"?: string | undefined;
}

/** Where a bundle's passphrase may come from. */
export const bundlePassphrase: Omit<PassphraseSource, "file"> = {
  option: "--bundle-passphrase-file",
  variable: "FOLIO_BUNDLE_PASSPHRASE",
  question: "Passphrase of the bundle: ",
};

/** What opens a bundle: its passphrase, or the secret keys of an age identity file. @throws as `passphraseFrom` */
export async function bundleSecret(values: BundleSecretValues): Promise<BundleSecret> {
  const { "identity-file": identities, "bundle-passphrase-file": file } = values;
  if (identities === undefined) return { passphrase: await passphraseFrom({ ...bundlePassphrase, file }) };
  if (file !== undefined) throw new UsageError("--bundle-passphrase-file and --identity-file: give one of them.");
  const text = await readTextFile(identities).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [identities] });
  });
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return { identities: lines.filter((line) => line !== "" && !line.startsWith("#")) };
}
