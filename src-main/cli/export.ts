import { resolve } from "node:path";
import { exportBag, exportBagTar, exportBundle } from "#core/case-work/export-bundle.ts";
import { caseHead } from "#core/case-work/history.ts";
import { type BundleLock, checkRecipients, deriveLock } from "#core/vault/bundle/age-file.ts";
import { bundlePassphrase } from "./bundle-secret.ts";
import type { Command } from "./command.ts";
import { scryptNatively } from "./derive-natively.ts";
import { type OpenCase, recordOut, withCase } from "./open-case.ts";
import { dataAndCase, needed, nothingMore, readOptions, UsageError } from "./options.ts";
import { mustHaveRoom } from "./outputs.ts";
import { type Progress, showProgress } from "./progress.ts";
import { newPassphraseFrom, unlockOptions } from "./secrets.ts";
import { streamWhole, writeFolder } from "./write-whole.ts";

/** `folio export`: a whole case file for somebody else: locked as a bundle, or plain as a bag. */
export const exportCase: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...unlockOptions,
      out: { type: "string" },
      recipient: { type: "string", multiple: true },
      "bundle-passphrase-file": { type: "string" },
      plain: { type: "boolean" },
    },
  });
  const { folder, named, rest } = dataAndCase(positionals);
  nothingMore(rest);
  const out = resolve(needed(values.out, values.plain ? "--out FOLDER or --out X.tar" : "--out X.folio"));
  const { recipient: recipients = [], "bundle-passphrase-file": file, plain = false } = values;
  if (plain && (recipients.length > 0 || file !== undefined)) {
    throw new UsageError("--plain locks nothing: give it alone, or leave it out.");
  }
  if (recipients.length > 0 && file !== undefined) {
    throw new UsageError("A bundle is locked for recipients or with a passphrase, not with both.");
  }
  await mustHaveRoom(out, plain && !out.endsWith(".tar") ? "folder" : "file");
  const to = recipients.length > 0 ? { recipients: checkRecipients(recipients) } : null;
  const lock = plain
    ? null
    : (to ?? (await deriveLock(await newPassphraseFrom({ ...bundlePassphrase, file }), scryptNatively)));
  return withCase("record", { folder, named, values }, async (open) => {
    const progress = showProgress(1);
    try {
      // Written down first, so that the copy has that line too: the history there is the same as here, head and all.
      await recordOut(open, { kind: "bundle-made", recipients: lockedFor(lock), head: await caseHead(open.kept) });
      const head = await caseHead(open.kept);
      await writeOut(open, { out, lock, signal, progress });
      progress.end();
      if (lock === null)
        process.stderr.write("Note: this copy is not locked. Whoever has it can read everything in it.\n");
      process.stdout.write(`head ${head}\n${out}\n`);
      return 0;
    } finally {
      progress.end();
    }
  });
};

interface WayOut {
  readonly out: string;
  /** null for a plain copy */
  readonly lock: BundleLock | null;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

function writeOut({ kept }: OpenCase, { out, lock, signal, progress }: WayOut): Promise<void> {
  const madeAt = new Date();
  const onProgress = (done: number, of: number) => progress.say(`${megabytes(done)} of ${megabytes(of)} MB`);
  const options = { madeAt, onProgress, signal };
  if (lock !== null) return streamWhole(out, exportBundle(kept, { ...options, lock }), signal);
  if (out.endsWith(".tar")) return streamWhole(out, exportBagTar(kept, options), signal);
  return writeFolder(out, exportBag(kept, options), signal);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function lockedFor(lock: BundleLock | null): string {
  if (lock === null) return "not locked";
  return "recipients" in lock ? lock.recipients.join(", ") : "passphrase";
}
