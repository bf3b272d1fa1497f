import { cp, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { beginCase } from "#core/case-work/begin-case.ts";
import { eraseFromCase } from "#core/case-work/erase.ts";
import { type KeptCase, newId } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { draftAad, draftSealer } from "#core/vault/draft.ts";
import { currentKey } from "#core/vault/journal-writer.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import { createVault, type OpenVault, unlockVault } from "#core/vault/vault.ts";
import { changePassphrase, holdOnComputer } from "#core/vault/vault-keys.ts";
import { type NodeHost, nodeHost } from "../../src-main/host/node-host.ts";
import { fastKdf } from "../core/vault/key-disk.ts";
import { keepCall, keepLetter, letterBytes } from "./sealed-numbered.ts";

/** A small data folder with one of everything that Folio seals. */
export interface SmallSealed {
  readonly data: string;
  /** the same folder as it was before the passphrase was changed and the last launch */
  readonly earlier: string;
  readonly words: string;
  readonly caseIds: readonly string[];
}

export const passphrase = "plum tarpaulin";

/**
 * Makes it in `folder`: a vault with a slot of each kind at generation 3, and cases that were written to by four
 * launches, one of which erased something, with letters and a draft.
 */
export async function makeSmallSealed(folder: string, cases = 1): Promise<SmallSealed> {
  const data = join(folder, "data");
  const earlier = join(folder, "earlier");
  await mkdir(data, { recursive: true });
  const { words, caseIds } = await onHost(data, async (host) => {
    const made = await createVault(host, passphrase, fastKdf);
    const vault = await holdOnComputer(host, made.vault, { kind: "passphrase", passphrase }, fastKdf);
    const caseIds: string[] = [];
    for (let number = 0; number < cases; number += 1) {
      const id = await firstLaunch(host, vault);
      await launch(host, vault, id, async (kept) => keepCall(await keepCall(kept, newId()), newId()));
      await launch(host, vault, id, eraseTheFirstCall);
      caseIds.push(id);
    }
    return { words: made.words.join(" "), caseIds };
  });
  await cp(data, earlier, { recursive: true });
  await onHost(data, async (host) => {
    const { vault } = await unlockVault(host, { kind: "recovery", words }, fastKdf);
    const present = { kind: "passphrase", passphrase } as const;
    const changed = await changePassphrase(host, vault, present, `${passphrase} again`, fastKdf);
    for (const id of caseIds) {
      await launch(host, changed, id, async (kept) => withLetter(await keepCall(kept, newId()), "last"));
    }
  });
  return { data, earlier, words, caseIds };
}

/** Works with a host that has a keyring, and closes it. */
export async function onHost<T>(dataFolder: string, work: (host: NodeHost) => Promise<T>): Promise<T> {
  const invert = async (bytes: Bytes) => bytes.map((byte) => byte ^ 0xff);
  const machine = { hasKeyring: async () => true, sealWithComputer: invert, openWithComputer: invert };
  const host = nodeHost({ dataFolder, version: "0.0.0", kind: "command-line", machine });
  try {
    return await work(host);
  } finally {
    await host.close();
  }
}

/** Every file in a folder, by its path inside it. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const paths = (await readdir(folder, { recursive: true })).sort();
  const isFile = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).isFile()));
  return paths.filter((_, index) => isFile[index]);
}

async function firstLaunch(host: NodeHost, vault: OpenVault): Promise<string> {
  let kept = await beginCase(host, vault, { name: "Small", person: unknownPerson }, new Date());
  kept = await withLetter(await keepCall(kept, newId()), "first");
  const { disk } = kept;
  if (disk === null || disk.lease === null) throw new Error("it is open for writing");
  const draft = newId();
  const sealer = draftSealer(currentKey(disk.keys));
  await host.writeDraft(disk.lease, draft, await sealer.seal(draftAad(kept.file.id, draft), utf8("typed")));
  await closeKept(kept);
  return kept.file.id;
}

async function launch(
  host: NodeHost,
  vault: OpenVault,
  caseId: string,
  work: (kept: KeptCase) => Promise<KeptCase>,
): Promise<void> {
  const { kept } = await openCase(host, vault, caseId);
  await closeKept(await work(kept));
}

async function withLetter(kept: KeptCase, name: string): Promise<KeptCase> {
  return (await keepLetter(kept, name, letterBytes(name.length, 200))).kept;
}

async function eraseTheFirstCall(kept: KeptCase): Promise<KeptCase> {
  const entryIds = kept.file.calls.slice(0, 1).map(({ id }) => id);
  return (await eraseFromCase(kept, { entryIds }, new Date())).kept;
}
