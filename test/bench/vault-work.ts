/**
 * One part of the vault's measurements in a process of its own, on the real host and a real folder. The last line it
 * prints is `work SECONDS`: without Node's start and without deriving a key from the passphrase, which is done as the
 * command line does it, so that the peak of memory is its peak.
 *
 *   node vault-work.ts changes DATA COUNT | sqlite FILE COUNT | seal DATA FILE | make-large DATA | open-snapshot DATA
 *     | open-journal DATA | make-originals DATA GIGABYTES | export DATA OUT.folio
 */
import { createReadStream } from "node:fs";
import { open, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { addExhibit } from "#core/case-work/add-exhibit.ts";
import { beginCase } from "#core/case-work/begin-case.ts";
import { keepObject } from "#core/case-work/case-objects.ts";
import { type CaseSnapshot, snapshotOf } from "#core/case-work/case-snapshot.ts";
import { exportBundle } from "#core/case-work/export-bundle.ts";
import { type KeptCase, keepChange, keepChanges, newId } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import type { ChangeBody } from "#core/model/change.ts";
import { createVault, type OpenVault, unlockVault } from "#core/vault/vault.ts";
import { argon2idNatively } from "../../src-main/cli/derive-natively.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { exampleCall, exampleRead } from "./large-case.ts";

const passphrase = "measured on an idle machine";
const recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

const works: Record<string, (...args: readonly string[]) => Promise<number | null>> = {
  changes: async (data = "", count = "") => {
    let kept = await newCase(data);
    return timed(async () => {
      for (let at = 0; at < Number(count); at += 1) kept = await keepChange(kept, exampleCall(at), new Date());
    });
  },
  sqlite: async (file = "", count = "") => {
    const database = new DatabaseSync(`${file}.${newId()}`);
    database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE said (body TEXT)");
    const insert = database.prepare("INSERT INTO said VALUES (?)");
    return timed(async () => {
      for (let at = 0; at < Number(count); at += 1) insert.run(JSON.stringify(exampleCall(at)));
    });
  },
  seal: async (data = "", file = "") => {
    const kept = await newCase(data);
    const { size } = await stat(file);
    return timed(async () => {
      await keepObject(kept, { sizeBytes: size, parts: () => fileParts(file) });
    });
  },
  "make-large": makeLarge,
  "open-snapshot": async (data = "") => {
    const sealed = JSON.parse(await readFile(join(data, "snapshot.json"), "utf8")) as CaseSnapshot;
    return reopen(data, sealed);
  },
  "open-journal": async (data = "") => reopen(data, null),
  "make-originals": makeOriginals,
  export: async (data = "", out = "") => {
    const { host, vault } = await unlocked(data);
    const { kept } = await openCase(host, vault, await onlyCase(host));
    const file = await open(out, "w");
    return timed(async () => {
      for await (const part of exportBundle(kept, { lock: { recipients: [recipient] }, madeAt: new Date() })) {
        await file.write(part);
      }
      await file.sync();
    });
  },
};

const [name = "", ...args] = process.argv.slice(2);
const seconds = await works[name]?.(...args);
if (seconds === undefined) throw new Error(`there is no work “${name}”`);
if (seconds !== null) process.stdout.write(`work ${seconds.toFixed(4)}\n`);
process.exit(0);

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function hostOn(data: string): Host {
  return nodeHost({ dataFolder: data, version: "bench", kind: "command-line" });
}

/** A new data folder each time, so that no run finds the one before it. */
async function newCase(data: string): Promise<KeptCase> {
  const host = hostOn(`${data}.${newId()}`);
  const { vault } = await createVault(host, passphrase, argon2idNatively);
  return beginCase(host, vault, { name: "Bench", person: unknownPerson }, new Date());
}

async function unlocked(data: string): Promise<{ readonly host: Host; readonly vault: OpenVault }> {
  const host = hostOn(data);
  const { vault } = await unlockVault(host, { kind: "passphrase", passphrase }, argon2idNatively);
  return { host, vault };
}

async function onlyCase(host: Host): Promise<string> {
  const [listing] = await host.listCases();
  if (listing === undefined) throw new Error("no case was made");
  return listing.id;
}

/** 2,000 letters with their dates, each with its objects, and 8,000 calls: 10,000 changes. */
async function makeLarge(data = ""): Promise<null> {
  const host = hostOn(data);
  const { vault } = await createVault(host, passphrase, argon2idNatively);
  let kept = await beginCase(host, vault, { name: "Bench", person: unknownPerson }, new Date());
  for (let letter = 0; letter < 2000; letter += 1) {
    const { bytes, read } = await exampleRead(letter, 2000);
    kept = await addExhibit(kept, [bytes], read, new Date());
    const calls = Array.from({ length: 4 }, (_, call): ChangeBody => exampleCall(letter * 4 + call));
    kept = await keepChanges(kept, calls, new Date());
  }
  await writeFile(join(data, "snapshot.json"), JSON.stringify(snapshotOf(kept)));
  await closeKept(kept);
  return null;
}

async function reopen(data: string, snapshot: CaseSnapshot | null): Promise<number> {
  const { host, vault } = await unlocked(data);
  const id = await onlyCase(host);
  return timed(async () => {
    const { kept, from } = await openCase(host, vault, id, { snapshot });
    if (kept.file.exhibits.length !== 2000 || (from === "journal") !== (snapshot === null)) throw new Error(from);
  });
}

/** Originals of 50 MB each, as many as make up the gigabytes. */
async function makeOriginals(data = "", gigabytes = ""): Promise<null> {
  const host = hostOn(data);
  const { vault } = await createVault(host, passphrase, argon2idNatively);
  let kept = await beginCase(host, vault, { name: "Bench", person: unknownPerson }, new Date());
  for (let at = 0; at < Number(gigabytes) * 20; at += 1) {
    const { bytes, read } = await exampleRead(at, 50_000_000);
    kept = await addExhibit(kept, [bytes], read, new Date());
  }
  await closeKept(kept);
  return null;
}

async function* fileParts(path: string): AsyncGenerator<Bytes, void> {
  for await (const part of createReadStream(path, { highWaterMark: 1_048_576 })) yield new Uint8Array(part as Buffer);
}
