import type { CaseLease, CaseOnDisk, Host } from "../host.ts";
import { Problem } from "../problems.ts";
import type { BundleSecret } from "../vault/bundle/age-file.ts";
import { type OpenBundle, openBundle } from "../vault/bundle/open-bundle.ts";
import type { Scrypt } from "../vault/bundle/scrypt.ts";
import type { BundleSource } from "../vault/bundle/streams.ts";
import { newCaseKey } from "../vault/case-key.ts";
import { mustBeCurrent } from "../vault/current-keys.ts";
import type { OpenVault } from "../vault/vault.ts";
import { readLines } from "./history.ts";
import type { KeptCase } from "./kept-case.ts";
import { closeKept, holdLease, openCase } from "./open-case.ts";
import { type CheckedBundle, checkBundle } from "./read-bundle.ts";
import { whatIsNew } from "./unite-lines.ts";
import { writeImport } from "./write-import.ts";

export interface ImportOptions {
  readonly now: Date;
  /** the case file that is open for writing in this window, where it is the bundle's own: it is to be opened again then */
  readonly open?: KeptCase | null;
  /** bytes of the bundle that were read, of twice its size: it is read once to check it and once to take it over */
  readonly onProgress?: (doneBytes: number, ofBytes: number) => void;
  readonly signal?: AbortSignal;
  readonly scrypt?: Scrypt;
}

/** What taking a bundle over did. */
export interface Imported {
  readonly caseId: string;
  readonly kind: "added" | "united" | "nothing-new";
  /** the head of the case as it was in the bundle */
  readonly head: string;
}

/**
 * Takes a bundle over into the vault: read whole and checked before anything is written, then read again and written,
 * the journal last. Whatever fails on the way, nothing has changed.
 *
 * A case that is here already is united with it: a line counts once, whichever copy it stands in, and what was erased
 * in either stays erased. What was erased there only is hidden here; `eraseFromCase` makes it go from the disk.
 *
 * @throws {Problem} `bundle-unknown`, `bundle-wrong-secret`, `bundle-damaged`, `bundle-newer`, `bag-wrong`, `cannot-read`:
 * the bundle; `case-open-elsewhere`, `disk-full`, `cannot-write`, `case-key-damaged`: here. An `AbortError` where it was stopped
 */
export async function importBundle(
  host: Host,
  vault: OpenVault,
  source: BundleSource,
  secret: BundleSecret,
  options: ImportOptions,
): Promise<Imported> {
  let doneBytes = 0;
  const bundle = openBundle(source, secret, options.scrypt, (sizeBytes) => {
    options.signal?.throwIfAborted();
    doneBytes += sizeBytes;
    options.onProgress?.(doneBytes, 2 * source.sizeBytes);
  });
  try {
    return await takeOver({ host, vault, bundle, now: options.now }, options.open ?? null);
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw cause;
  }
}

async function takeOver(from: Omit<Into, "checked">, open: KeptCase | null): Promise<Imported> {
  const checked = await checkBundle(from.bundle);
  const { caseId, head } = checked;
  const there = await onDisk(from.host, caseId);
  const into = { ...from, checked };
  // heads without a journal: it was lost. What is left is united with: its objects may be named by a backup's journal.
  const isBegun = there !== null && there.segments.length + there.heads.length > 0;
  return { caseId, head, kind: isBegun ? await unite(into, open) : await add(into, there !== null) };
}

async function onDisk(host: Host, caseId: string): Promise<CaseOnDisk | null> {
  try {
    return await host.readCase(caseId);
  } catch (cause) {
    if (cause instanceof Problem && cause.code === "case-not-found") return null;
    throw cause;
  }
}

interface Into {
  readonly host: Host;
  readonly vault: OpenVault;
  readonly bundle: OpenBundle;
  readonly checked: CheckedBundle;
  readonly now: Date;
}

/** A case that isn't here. `there`: an earlier try left its folder, without a journal. */
async function add({ host, vault, bundle, checked, now }: Into, there: boolean): Promise<Imported["kind"]> {
  const { caseId } = checked;
  const { file, keys } = await newCaseKey(vault, caseId);
  const lease = there ? await takeEmpty(host, caseId, file) : await host.beginCase(caseId, file);
  holdLease(host, lease);
  try {
    await writeImport({ host, vault, caseId, keys, lease }, bundle, checked, now);
    await mustBeCurrent(host, vault).catch(async (cause: unknown) => {
      await emptyAgain(host, caseId, lease);
      throw cause;
    });
  } finally {
    // An import that failed takes back what it wrote. Erasing the case for good would reach into the backups, which may
    // hold the only copy of what was to come back; and a lease that stays would keep the next try out.
    await host.releaseCase(lease);
  }
  return "added";
}

/** Takes back what was written: nobody could ever open it. */
async function emptyAgain(host: Host, caseId: string, lease: CaseLease): Promise<void> {
  const writers = (await host.readCase(caseId)).segments.map((segment) => segment.writer);
  const objects = (await host.listObjects(caseId)).map((object) => object.id);
  await host.eraseParts(lease, { writers, objects });
}

/** Nothing was ever said in it, so what lies there belongs to nobody. */
async function takeEmpty(host: Host, caseId: string, key: Parameters<Host["writeCaseKey"]>[1]): Promise<CaseLease> {
  const lease = await host.takeCase(caseId);
  if (lease === null) throw new Problem("case-open-elsewhere");
  try {
    await emptyAgain(host, caseId, lease);
    await host.writeCaseKey(lease, key);
    return lease;
  } catch (cause) {
    await host.releaseCase(lease).catch(() => undefined);
    throw cause;
  }
}

async function unite(into: Into, open: KeptCase | null): Promise<Imported["kind"]> {
  const { host, vault, checked } = into;
  const isOpen = open?.disk != null && open.disk.lease !== null && open.file.id === checked.caseId;
  const kept = isOpen ? open : (await openCase(host, vault, checked.caseId)).kept;
  try {
    const { disk } = kept;
    if (disk === null || disk.lease === null) throw new Problem("case-open-elsewhere");
    const what = whatIsNew(checked, await readLines(kept), disk.objects);
    if (what.lines.length === 0) return "nothing-new";
    const place = { host, vault, caseId: checked.caseId, keys: disk.keys, lease: disk.lease };
    await writeImport(place, into.bundle, what, into.now);
    return "united";
  } finally {
    if (!isOpen) await closeKept(kept);
  }
}
