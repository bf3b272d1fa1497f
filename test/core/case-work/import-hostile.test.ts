import { createHash } from "node:crypto";
import { unpackTar } from "modern-tar";
import { beforeAll, describe, expect, test } from "vitest";
import { exportBagTar } from "#core/case-work/export-bundle.ts";
import { checkBundle } from "#core/case-work/read-bundle.ts";
import { Problem } from "#core/problems.ts";
import { nextLine, noLine } from "#core/vault/line.ts";
import { idBytes, toHex } from "#core/vault/text-codes.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { allOf, type BagFiles, sha, tarBytes, tarSource } from "../vault/bundle/small-bags.ts";
import { filledCase, now } from "./bundle-kit.ts";
import { openVault } from "./vault-kit.ts";

/*
 * Anybody can make a bundle for a public key. These are sound as age files and as bags, and lie all the same.
 */

let sound: BagFiles;

beforeAll(async () => {
  const kept = await filledCase(hostOn(await temporaryFolder()), await openVault());
  const entries = await unpackTar(await allOf(exportBagTar(kept, { madeAt: now })));
  const plain = entries.map(({ header, data }) => [header.name.slice(header.name.indexOf("/") + 1), data ?? ""]);
  sound = Object.fromEntries(plain);
});

function text(files: BagFiles, path: string): string {
  return Buffer.from(files[path] ?? "").toString();
}

/** A bag made anew around these files: manifests and sizes are right. */
function bagAround(files: BagFiles, head?: string): BagFiles {
  const payload = Object.entries(files).filter(([path]) => path.startsWith("data/"));
  const size = payload.reduce((sum, [, content]) => sum + Buffer.from(content).length, 0);
  const info = text(files, "bag-info.txt")
    .replace(/Payload-Oxum: .*/, `Payload-Oxum: ${size}.${payload.length}`)
    .replace(/Folio-Head: .*/, (line) => (head === undefined ? line : `Folio-Head: ${head}`));
  const manifest = payload.map(([path, content]) => `${sha(content)}  ${path}\n`).join("");
  const bagit = text(files, "bagit.txt");
  const tags: BagFiles = { "bagit.txt": bagit, "bag-info.txt": info, "manifest-sha256.txt": manifest };
  const listed = Object.entries(tags).map(([path, content]) => `${sha(content)}  ${path}\n`);
  return { ...Object.fromEntries(payload), ...tags, "tagmanifest-sha256.txt": listed.join("") };
}

async function code(files: BagFiles): Promise<string> {
  try {
    const source = tarSource(await tarBytes(files));
    if (source.kind !== "tar") throw new Error("a tar");
    await checkBundle(source);
    return "sound";
  } catch (cause) {
    if (cause instanceof Problem) return cause.code;
    throw cause;
  }
}

interface Line {
  writer: string;
  sequence: number;
  kind: string;
  line: string;
  said?: string;
}

/** The same history with what was said changed, and every hash and the head made to fit again. */
function rewritten(change: (body: Record<string, never>) => unknown, kind: string): BagFiles {
  let before = noLine;
  const lines = text(sound, "data/journal.jsonl")
    .trim()
    .split("\n")
    .map((one): Line => {
      const line: Line = JSON.parse(one);
      const said = JSON.parse(line.said ?? "{}");
      if (said.body?.kind === kind) line.said = JSON.stringify({ ...said, body: change(said.body) });
      const hash = createHash("sha256")
        .update(line.said ?? "")
        .digest();
      before = nextLine(before, idBytes(line.writer), line.sequence, hash);
      return { ...line, line: toHex(before) };
    });
  const last = lines.at(-1);
  if (last === undefined) throw new Error("there are lines");
  const sequence = Buffer.alloc(8);
  sequence.writeBigUInt64LE(BigInt(last.sequence));
  const head = sha(Buffer.concat([Buffer.from(last.writer, "hex"), sequence, Buffer.from(last.line, "hex")]));
  const told = { ...JSON.parse(text(sound, "data/case.json")), head };
  const journal = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return bagAround({ ...sound, "data/journal.jsonl": journal, "data/case.json": JSON.stringify(told) }, head);
}

function told(change: (file: Record<string, unknown>) => unknown): BagFiles {
  return bagAround({ ...sound, "data/case.json": JSON.stringify(change(JSON.parse(text(sound, "data/case.json")))) });
}

function withJournal(change: (lines: string[]) => readonly string[]): BagFiles {
  const lines = text(sound, "data/journal.jsonl").trim().split("\n");
  return bagAround({
    ...sound,
    "data/journal.jsonl": change(lines)
      .map((line) => `${line}\n`)
      .join(""),
  });
}

function without(path: string): BagFiles {
  return bagAround(Object.fromEntries(Object.entries(sound).filter(([name]) => name !== path)));
}

describe("a bundle that lies", () => {
  test("is told from one that doesn't", async () => {
    expect(await code(bagAround(sound))).toBe("sound");
    expect(await code(rewritten((body) => body, "exhibit-added"))).toBe("sound");
  });

  test.each<[string, () => BagFiles, string]>([
    ["without its case", () => without("data/case.json"), "bundle-unknown"],
    ["without its history", () => without("data/journal.jsonl"), "bundle-unknown"],
    ["without an original", () => without("data/originals/001 _CON.pdf"), "bag-wrong"],
    ["without words", () => without("data/words/001.json"), "bag-wrong"],
    ["with another original", () => bagAround({ ...sound, "data/originals/001 _CON.pdf": "other" }), "bag-wrong"],
    ["with words that are none", () => bagAround({ ...sound, "data/words/001.json": '[{"number":1}]' }), "bag-wrong"],
    ["with a file that nothing names", () => bagAround({ ...sound, "data/more.txt": "x" }), "bag-wrong"],
    ["of a later version", () => told((file) => ({ ...file, version: 2 })), "bundle-newer"],
    ["under another head", () => told((file) => ({ ...file, head: "0".repeat(64) })), "bag-wrong"],
    ["of another case", () => told((file) => ({ ...file, case: "0".repeat(32) })), "bag-wrong"],
    ["with a line left out", () => withJournal((lines) => lines.toSpliced(2, 1)), "bundle-damaged"],
    ["with a line moved", () => withJournal(([a = "", b = "", c = "", ...d]) => [a, c, b, ...d]), "bundle-damaged"],
    [
      "with a line altered",
      () => withJournal((lines) => lines.map((one) => one.replace("My case", "My c4se"))),
      "bundle-damaged",
    ],
    ["with its last line left out", () => withJournal((lines) => lines.slice(0, -1)), "bag-wrong"],
    ["with a line that is none", () => withJournal((lines) => [...lines, "{}"]), "bag-wrong"],
    [
      "with an amount that is none",
      () => rewritten((body) => ({ ...body, cost: { amount: "1e9" } }), "cost-kept"),
      "bag-wrong",
    ],
    [
      "with a letter without its parts",
      () => rewritten((body) => ({ ...body, exhibit: {} }), "exhibit-added"),
      "bag-wrong",
    ],
    [
      "with a change of a later kind",
      () => rewritten((body) => ({ ...body, kind: "hologram-kept" }), "wants-told"),
      "bundle-newer",
    ],
    ["that is the sample", () => rewritten((body) => ({ ...body, sample: true }), "case-begun"), "bag-wrong"],
  ])("%s is refused", async (_, files, answer) => {
    expect(await code(files())).toBe(answer);
  });

  test("as large as it likes, it is refused at once", async () => {
    const deep = "[".repeat(3_000_000);
    for (const content of [deep, `${" ".repeat(68_000_000)}{}`]) {
      const files = bagAround({ ...sound, "data/case.json": content });
      const bytes = await tarBytes(files);
      const from = performance.now();
      expect(await code(files)).toMatch(/bundle-unknown|bag-wrong/);
      expect(bytes.length).toBeGreaterThan(3_000_000);
      expect(performance.now() - from).toBeLessThan(20_000);
    }
  });
});
