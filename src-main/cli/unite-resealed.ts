import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { exportBundle } from "#core/case-work/export-bundle.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { openCase } from "#core/case-work/open-case.ts";
import { Problem } from "#core/problems.ts";
import { streamOf } from "#core/vault/bundle/streams.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import type { NodeHost } from "../host/node-host.ts";
import { withHost } from "./open-data.ts";

interface Reseal {
  readonly host: NodeHost;
  readonly vault: OpenVault;
  /** what opens the backup */
  readonly from: OpenVault;
  /** the backup's folder */
  readonly source: string;
  readonly folder: string;
  readonly caseId: string;
  readonly signal: AbortSignal;
}

/**
 * Unites a case with a backup of it that is sealed under other keys: the backup is restored, sealed as it is, into a
 * folder beside, and handed over from there as a bundle that is never written down. Nothing is there in plain.
 */
export async function uniteResealed({ host, vault, from, source, folder, caseId, signal }: Reseal) {
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), ".folio-restoring-"));
  try {
    return await withHost(beside, async (other) => {
      const found = await other.openBackup(source);
      const latest = found?.sets[0];
      if (found === null || latest === undefined) throw new Problem("backup-not-found", "", { where: [source] });
      await other.restoreVault(found.backup, latest.id);
      const { kept } = await openCase(other, from, caseId, { readOnly: true });
      const identity = await generateIdentity();
      const lock = { recipients: [await identityToRecipient(identity)] };
      const madeAt = new Date();
      // Its size only tells how far it is, and nobody is told here.
      const bundle = { sizeBytes: 0, stream: () => streamOf(exportBundle(kept, { madeAt, lock, signal })) };
      const done = await importBundle(host, vault, bundle, { identities: [identity] }, { now: madeAt, signal });
      return done.kind;
    });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
