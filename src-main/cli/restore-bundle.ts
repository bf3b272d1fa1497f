import { importBundle } from "#core/case-work/import-bundle.ts";
import { checkBundle } from "#core/case-work/read-bundle.ts";
import type { BundleSecret } from "#core/vault/bundle/age-file.ts";
import { openBundle } from "#core/vault/bundle/open-bundle.ts";
import type { BundleSource } from "#core/vault/bundle/streams.ts";
import { createVault, type OpenVault } from "#core/vault/vault.ts";
import type { NodeHost } from "../host/node-host.ts";
import { fileSource } from "./bag-files.ts";
import { type BundleSecretValues, bundleSecret } from "./bundle-secret.ts";
import { argon2idNatively, scryptNatively } from "./derive-natively.ts";
import { holdsVault, withHost, withVault } from "./open-data.ts";
import { showProgress } from "./progress.ts";
import { giveWords } from "./recovery-sheet.ts";
import { newOwnPassphrase, type UnlockValues } from "./secrets.ts";

/** What is to be restored, and where to. */
export interface RestoreOrder {
  readonly source: string;
  readonly folder: string;
  readonly values: UnlockValues & BundleSecretValues & { readonly "backup-passphrase-file"?: string | undefined };
  readonly signal: AbortSignal;
}

/** Takes a bundle over: verified whole, then written. Where there is no vault yet, one is made first. */
export async function restoreBundle(order: RestoreOrder): Promise<number> {
  const bundle = await fileSource(order.source);
  const isThere = await withHost(order.folder, holdsVault);
  if (isThere) {
    return withVault(order.folder, order.values, async ({ host, vault }) =>
      takeOver(order, { bundle, secret: await bundleSecret(order.values) }, host, vault),
    );
  }
  return withHost(order.folder, async (host) => {
    const secret = await bundleSecret(order.values);
    // A bundle that is no good must not leave an empty vault behind.
    await checkBundle(openBundle(bundle, secret, scryptNatively));
    const passphrase = await newOwnPassphrase(order.values);
    order.signal.throwIfAborted();
    const { vault, words } = await createVault(host, passphrase, argon2idNatively);
    const code = await takeOver(order, { bundle, secret }, host, vault);
    await giveWords(words, null, order.signal);
    return code;
  });
}

interface Locked {
  readonly bundle: BundleSource;
  readonly secret: BundleSecret;
}

async function takeOver({ signal }: RestoreOrder, { bundle, secret }: Locked, host: NodeHost, vault: OpenVault) {
  const progress = showProgress(1);
  try {
    const { caseId, kind } = await importBundle(host, vault, bundle, secret, {
      now: new Date(),
      scrypt: scryptNatively,
      signal,
      onProgress: (done, of) => progress.say(`${Math.floor((100 * done) / Math.max(1, of))} %`),
    });
    progress.end();
    process.stdout.write(`${kind} ${caseId}\n`);
    return 0;
  } finally {
    progress.end();
  }
}
