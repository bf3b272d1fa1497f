/**
 * A program to be run on a small disk: over the core as the window uses it, it does each thing that writes with a little
 * room left (none, a page, two, …), and looks afterwards whether all that was acknowledged is there and sound. It says in
 * JSON, by deed, how often it went through, how often the disk was said to be full, and what was wrong. Run by
 * sealed-full-disk.test.ts as `fill-sealed.ts FOLDER`.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { beginCase } from "#core/case-work/begin-case.ts";
import { changeAllKeys, resumeKeyChange } from "#core/case-work/change-all-keys.ts";
import { eraseFromCase } from "#core/case-work/erase.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { type KeptCase, newId } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import { verifyCase } from "#core/case-work/verify-case.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { Problem } from "#core/problems.ts";
import { draftAad, draftSealer } from "#core/vault/draft.ts";
import { currentKey } from "#core/vault/journal-writer.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import { createVault, type OpenVault, type Secret, unlockVault } from "#core/vault/vault.ts";
import { changePassphrase } from "#core/vault/vault-keys.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { fastKdf } from "../core/vault/key-disk.ts";
import { fillUp, giveAllBack, giveBack } from "./disk-room.ts";
import { madeBundle } from "./made-bundle.ts";
import { callsLost, keepCall, keepLetter, letterBytes, lettersLost } from "./sealed-numbered.ts";

const folder = process.argv[2] ?? "";
/** How many pages of 4 KiB are left, each time: few in the short form. */
const steps = process.env["FOLIO_FULL_DISK"] === "1" ? [0, 1, 2, 3, 5, 8, 13, 40, 120] : [0, 5];
const host = nodeHost({ dataFolder: join(folder, "data"), version: "", kind: "command-line" });
const bundle = await madeBundle();
const calls = new Set<string>();
const letters = new Map<string, string>();
let secret: Secret = { kind: "passphrase", passphrase: "first" };
let vault: OpenVault = (await createVault(host, "first", fastKdf)).vault;
let kept: KeptCase = await beginCase(host, vault, { name: "Full", person: unknownPerson }, new Date());
let fresh = 0;

interface Result {
  done: number;
  full: number;
  wrong: string[];
}

/** Each does one thing; what it was answered counts as acknowledged. */
const deeds: Readonly<Record<string, () => Promise<void>>> = {
  "keep call notes": async () => {
    for (let count = 0; count < 12; count += 1) await keepNewCall();
  },
  "keep a letter": async () => {
    const name = `letter-${next()}`;
    const added = await keepLetter(kept, name, letterBytes(fresh, 150_000));
    kept = added.kept;
    letters.set(name, added.sha256);
  },
  "keep a draft": async () => {
    const { disk } = kept;
    if (disk === null || disk.lease === null) throw new Error("it is open for writing");
    const draft = "d".repeat(32);
    const sealed = await draftSealer(currentKey(disk.keys)).seal(draftAad(kept.file.id, draft), utf8(`${next()}`));
    await host.writeDraft(disk.lease, draft, sealed);
  },
  "close and open": async () => {
    await closeKept(kept);
    kept = (await openCase(host, vault, kept.file.id)).kept;
  },
  "begin another case": async () => {
    const other = await beginCase(host, vault, { name: "Other", person: unknownPerson }, new Date());
    await closeKept(other);
  },
  "change the passphrase": async () => {
    const passphrase = `passphrase ${next()}`;
    vault = await changePassphrase(host, vault, secret, passphrase, fastKdf);
    secret = { kind: "passphrase", passphrase };
  },
  "erase for good": async () => {
    const { id } = kept.file.calls.at(0) ?? (await firstCall());
    // Whether it goes through or is cut short: it may be gone from here on.
    calls.delete(id);
    kept = (await eraseFromCase(kept, { entryIds: [id] }, new Date())).kept;
  },
  "take over a bundle": async () => {
    const { kind } = await importBundle(host, vault, bundle.source, bundle.secret, { now: new Date() });
    if (kind !== "added") return;
    const { kept: added } = await openCase(host, vault, bundle.caseId);
    if (added.file.calls.length !== bundle.calls) throw new Error("taken over, and not whole");
    if (added.disk?.lease) await host.eraseCase(added.disk.lease);
  },
  "back up": async () => {
    const { problem } = await host.backUpNow();
    if (problem !== null) throw new Problem(problem);
  },
  "change all keys": async () => {
    await closeKept(kept);
    try {
      if (vault.before !== undefined) vault = (await resumeKeyChange(host, vault, () => undefined)).vault;
      else await changeThemAll(`new keys ${next()}`);
    } finally {
      kept = (await openCase(host, vault, kept.file.id)).kept;
    }
  },
};

await keepNewCall();
await deeds["keep a letter"]?.();
await mkdir(join(folder, "backups"));
await host.chooseBackupFolder(join(folder, "backups"));
const results: Record<string, Result> = {};
for (const [name, deed] of Object.entries(deeds)) {
  const result: Result = { done: 0, full: 0, wrong: [] };
  results[name] = result;
  for (const pages of steps) {
    await keepNewCall();
    fillUp(folder);
    if (pages > 0) giveBack(folder, pages);
    await tryOnce(deed, result, `with ${pages} pages`);
    giveAllBack(folder);
    // What failed must not stand in the way of what comes next: the journal goes on under another writer.
    await tryOnce(keepNewCall, { done: 0, full: 0, wrong: result.wrong }, `going on after ${pages} pages`, true);
    await lookAtAll(result, pages);
  }
  await tryOnce(deed, result, "with room", true);
  await lookAtAll(result, Number.POSITIVE_INFINITY);
}
await closeKept(kept);
await host.close();
process.stdout.write(JSON.stringify(results));

async function tryOnce(deed: () => Promise<void>, result: Result, when: string, mustGo = false): Promise<void> {
  try {
    await deed();
    result.done += 1;
  } catch (cause) {
    const isFull = cause instanceof Problem && cause.code === "disk-full";
    if (isFull && !mustGo) result.full += 1;
    else result.wrong.push(`${when}: ${cause instanceof Error ? (cause.stack ?? cause.message) : cause}`);
  }
}

/** Unlocks anew and reads all there is from the disk: what was acknowledged is there, and nothing is damaged. */
async function lookAtAll(result: Result, pages: number): Promise<void> {
  const say = (words: string) => result.wrong.push(`after ${pages} pages: ${words}`);
  try {
    const unlocked = await unlockVault(host, secret, fastKdf);
    for (const note of unlocked.notes) say(`unlocking says ${note}`);
    const { kept: read, notes } = await openCase(host, unlocked.vault, kept.file.id, { readOnly: true });
    for (const note of notes) say(`opening says ${note}`);
    for (const lost of [...callsLost(read, calls), ...(await lettersLost(read, letters))]) say(`lost ${lost}`);
    await verifyCase(host, unlocked.vault, kept.file.id, ({ level, what, where }) => {
      if (level === "damage") say(`${what} ${where}`);
    });
  } catch (cause) {
    say(String(cause));
  }
}

async function keepNewCall(): Promise<void> {
  const id = newId();
  kept = await keepCall(kept, id);
  calls.add(id);
}

async function firstCall() {
  await keepNewCall();
  const [first] = kept.file.calls;
  if (first === undefined) throw new Error("it was just kept");
  return first;
}

/** The vault is under its new keys as soon as those are in force, whatever stops what follows. */
async function changeThemAll(passphrase: string): Promise<void> {
  const onWords = (_words: readonly string[], renewed: OpenVault) => {
    vault = renewed;
    secret = { kind: "passphrase", passphrase };
  };
  vault = (await changeAllKeys(host, vault, secret, passphrase, fastKdf, () => undefined, onWords)).vault;
}

function next(): number {
  fresh += 1;
  return fresh;
}
