/**
 * What a large case costs on its way out and in: seconds, MB/s, and the most memory that the process ever had.
 *
 * node test/measure/bundle-size.ts [--megabytes 1000] [--passphrase] [--import]
 *
 * The case is made up: letters of 50 MB whose objects all lie in one file on disk, so that 5 GB need no 5 GB here.
 * With --import, the bundle is written to a temporary file (it does take the room) and taken over.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { beginCase } from "#core/case-work/begin-case.ts";
import { keepObject } from "#core/case-work/case-objects.ts";
import { exportBundle } from "#core/case-work/export-bundle.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { type KeptCase, keepChange, newId } from "#core/case-work/kept-case.ts";
import type { Host } from "#core/host.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { importKey } from "#core/vault/derive.ts";
import { randomBytes } from "#core/vault/text-codes.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { pair } from "../core/vault/bundle/small-bags.ts";

const { values: options } = parseArgs({
  options: {
    megabytes: { type: "string", default: "1000" },
    passphrase: { type: "boolean", default: false },
    import: { type: "boolean", default: false },
  },
});
const letterBytes = 50_000_000;
const now = new Date();
const vault = { id: newId(), generation: 1, root: await importKey(randomBytes(32)) };
const secret = options.passphrase ? { passphrase: "four words of ours" } : { identities: [pair.identity] };
const lock = options.passphrase ? { passphrase: "four words of ours" } : { recipients: [pair.recipient] };

const folder = await mkdtemp(join(tmpdir(), "folio-measure-"));
const hosts: { close(): Promise<void> }[] = [];
try {
  const host = hostOn("from");
  const kept = await largeCase(host, Math.ceil((Number(options.megabytes) * 1e6) / letterBytes));
  say("before", 0, performance.now());
  await measure(kept);
} finally {
  for (const host of hosts) await host.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(kept: KeptCase): Promise<void> {
  const from = performance.now();
  let bytes = 0;
  async function* counted() {
    for await (const part of exportBundle(kept, { lock, madeAt: now })) {
      bytes += part.length;
      yield part;
    }
  }
  const file = join(folder, "large.folio");
  if (options.import) await pipeline(counted(), createWriteStream(file));
  else for await (const _part of counted());
  say("export", bytes, from);
  if (!options.import) return;
  const start = performance.now();
  // Node's own type of a web stream, which is the same thing
  const stream = () => Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>;
  const { size: sizeBytes } = await stat(file);
  await importBundle(hostOn("to"), vault, { sizeBytes, stream }, secret, { now });
  say("import", bytes, start);
}

function say(what: string, bytes: number, from: number): void {
  const seconds = (performance.now() - from) / 1000;
  const speed =
    bytes === 0
      ? ""
      : `${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s, `;
  console.log(`${what}: ${speed}at most ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB of memory so far`);
}

function hostOn(name: string): Host {
  const host = nodeHost({ dataFolder: join(folder, name), version: "0.0.0", kind: "command-line" });
  hosts.push(host);
  return host;
}

/** As many letters as asked for, each an object of its own by name, and all of them the same sealed file. */
async function largeCase(host: Host, letters: number): Promise<KeptCase> {
  let kept = await beginCase(host, vault, { name: "Large", person: unknownPerson }, now);
  const part = new Uint8Array(1_000_000).fill(5);
  const hash = createHash("sha256");
  for (let done = 0; done < letterBytes; done += part.length) hash.update(part);
  const sha256 = hash.digest("hex");
  async function* parts() {
    for (let done = 0; done < letterBytes; done += part.length) yield part;
  }
  const original = await keepObject(kept, { sizeBytes: letterBytes, parts });
  const words = await keepObject(original.kept, new TextEncoder().encode("[]"));
  kept = words.kept;
  const places = kept.disk?.objects;
  const [place, wordsPlace] = [places?.get(original.id), places?.get(words.id)];
  if (places === undefined || place === undefined || wordsPlace === undefined) throw new Error("kept nowhere");
  for (let number = 1; number <= letters; number += 1) {
    const [object, wordsObject] = [newId(), newId()];
    places.set(object, place);
    places.set(wordsObject, wordsPlace);
    const file = { name: "letter.pdf", type: "pdf", pageCount: 1, sizeBytes: letterBytes, sha256, object } as const;
    const letter = { letterDate: null, caseReference: null, sender: "cms", kind: "other", mentions: [] } as const;
    const about = { title: "Letter", pages: [], letter, judgements: {}, problems: [], withdrawn: false };
    const exhibit: Exhibit = { id: newId(), number, files: [file], wordsObject, ...about };
    kept = await keepChange(kept, { kind: "exhibit-added", exhibit }, now);
  }
  return kept;
}
