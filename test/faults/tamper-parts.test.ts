import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headOfCase, makeFaultsFolder, shown, verified } from "./look-at-sealed.ts";
import { makeSmallSealed, type SmallSealed } from "./small-sealed.ts";
import {
  addStrangeFrame,
  altered,
  filesOf,
  forgedKeys,
  fromOtherCase,
  fromOtherVault,
  inCase,
  type Place,
  putBack,
  removed,
  swap,
  swapped,
  withFrames,
  withoutSegment,
} from "./tampering.ts";

/** Where the sound folders are, each made once. */
const base = { folder: "", text: "" };
let sealed: SmallSealed;
let strange: SmallSealed;

beforeAll(async () => {
  base.folder = await makeFaultsFolder();
  sealed = await makeSmallSealed(join(base.folder, "sealed"), 2);
  strange = await makeSmallSealed(join(base.folder, "strange"));
  base.text = (await shown(sealed)).text;
  expect(await verified(sealed)).toEqual([]);
});

afterAll(() => rm(base.folder, { recursive: true, force: true }));

/** Tampers with a copy. `<case>`, `<last>` and the like stand for ids in what is found. */
async function tampered(name: string, tamper: (at: Place) => Promise<void>) {
  const data = join(base.folder, name.replaceAll(/\W/g, "-"), "data");
  await cp(sealed.data, data, { recursive: true, preserveTimestamps: true });
  const [caseId = "", otherId = ""] = sealed.caseIds;
  const writers = (await filesOf(data, caseId, "journal")).map((path) => basename(path, ".seg"));
  await tamper({ data, earlier: sealed.earlier, strange, caseId, otherId, writers });
  const place = { ...sealed, data };
  const names = { "<case>": caseId, "<other>": otherId, "<first>": writers[0], "<last>": writers.at(-1) };
  const inWords = (text: string) =>
    Object.entries(names).reduce((words, [word, id]) => words.replaceAll(id ?? "-", word), text);
  return { place, findings: (await verified(place)).map(inWords) };
}

const inJournal = "damage journal-damaged cases/<case>/journal/<last>,";
const incomplete = "damage journal-incomplete cases/<case>/journal/<last>,";

const found: readonly (readonly [name: string, finds: string, tamper: (at: Place) => Promise<void>])[] = [
  ["two frames in the other order", inJournal, withFrames(([a, b, c, ...d]) => of(a, c, b, ...d))],
  ["a frame dropped from the middle", inJournal, withFrames(([a, _b, ...rest]) => of(a, ...rest))],
  ["the first frame dropped", inJournal, withFrames(([_a, ...rest]) => rest)],
  ["the last frame dropped", incomplete, withFrames((frames) => frames.slice(0, -1))],
  ["a frame twice", inJournal, withFrames(([a, b, ...rest]) => of(a, b, b, ...rest))],
  ["all frames twice", inJournal, withFrames((frames) => [...frames, ...frames])],
  ["a frame of another writer", inJournal, addStrangeFrame],
  ["a segment of another case", inJournal, fromOtherCase("journal")],
  ["two writers' segments under each other's names", inJournal, swapped("journal")],
  ["an emptied segment", incomplete, altered("journal", () => new Uint8Array())],
  ["a removed segment", incomplete, removed("journal")],
  [
    "a removed segment that a later one had read, with its head",
    "damage journal-incomplete cases/<case>/journal/<first>,",
    withoutSegment(0),
  ],
  ["a segment as it was earlier", incomplete, altered("journal", (bytes) => bytes.subarray(0, bytes.length >> 1))],
  ["two heads under each other's names", "damage journal-damaged cases/<case>/heads/<last>", swapped("heads")],
  ["a head of another case", "damage journal-damaged cases/<case>/heads/<last>", fromOtherCase("heads")],
  ["two objects under each other's names", "damage object-damaged cases/<case>/objects/", swapped("objects")],
  ["another case's object", "damage object-damaged cases/<case>/objects/", fromOtherCase("objects")],
  ["an object cut off", "damage object-damaged cases/<case>/objects/", altered("objects", (b) => b.subarray(0, -16))],
  ["an emptied object", "damage object-damaged cases/<case>/objects/", altered("objects", () => new Uint8Array())],
  [
    "an object with more behind it",
    "damage object-damaged cases/<case>/objects/",
    altered("objects", (bytes) => Buffer.concat([bytes, bytes])),
  ],
  ["a removed object", "damage object-missing cases/<case>/objects/", removed("objects")],
  ["another case's draft", "damage draft-damaged cases/<case>/drafts/", fromOtherCase("drafts")],
  ["a draft cut off", "damage draft-damaged cases/<case>/drafts/", altered("drafts", (b) => b.subarray(0, 40))],
  ["the keys of another case", "damage case-key-damaged cases/<case>", (at) => otherKeys(at, ["key", "key.2"])],
  ["one copy of another case's key", "damage vault-copy-damaged cases/<case>/key.2", (at) => otherKeys(at, ["key.2"])],
  ["two cases under each other's names", "damage case-key-damaged cases/<other>", swapCases],
  [
    "a case under a new name",
    `damage case-key-damaged cases/${"a".repeat(32)}`,
    (at) => cp(inCase(at), inCase({ ...at, caseId: "a".repeat(32) }), { recursive: true }),
  ],
  ["a case of another vault", "damage case-key-damaged cases/", (at) => fromOtherVault("cases")(at)],
  ["the key files of another vault", "refused wrong-recovery-words", fromOtherVault("vault.json", "vault.json.2")],
  ["one key file of another vault", "damage vault-tampered vault.json", fromOtherVault("vault.json.2")],
  ["the head of another vault", "damage vault-head-damaged vault.head", fromOtherVault("vault.head")],
  ["a removed vault.head", "damage vault-head-damaged vault.head", ({ data }) => rm(join(data, "vault.head"))],
  ["an earlier vault.json", "damage vault-rolled-back vault.json", putBack("vault.json", "vault.json.2")],
  ["an earlier vault.json in one copy", "damage vault-rolled-back vault.json", putBack("vault.json")],
  ["a removed vault.json", "damage vault-copy-damaged vault.json", ({ data }) => rm(join(data, "vault.json"))],
  ["a removed vault.json.2", "damage vault-copy-damaged vault.json.2", ({ data }) => rm(join(data, "vault.json.2"))],
  ["a changed digit of the version", "damage vault-copy-damaged vault.json", changeVersion],
  ["a weaker passphrase slot", "damage vault-weakened vault.json", replacing('"memoryKiB":131072', '"memoryKiB":8192')],
  ["fewer passes", "damage vault-weakened vault.json", replacing('"passes":3', '"passes":1')],
  ["another key derivation", "damage vault-weakened vault.json", replacing('"kdf":"argon2id"', '"kdf":"argon2i"')],
  [
    "a slot dropped",
    "damage vault-tampered vault.json",
    forgedKeys((text) => text.replace(/,\{"kind":"computer"[^}]*\}/, "")),
  ],
  ["another generation", "damage vault-tampered vault.json", replacing('"generation":3', '"generation":4')],
  ["a later version, by its sum", "refused vault-newer", replacing('"version":1', '"version":2')],
];

describe("tampering with whole parts", () => {
  it.each(found)("%s: found, named, and never shown as the case", async (name, finds, tamper) => {
    const { place, findings } = await tampered(name, tamper);
    expect(
      findings.some((finding) => isFinding(finding, finds)),
      findings.join("\n"),
    ).toBe(true);
    const { text, said } = await shown(place);
    if (text !== base.text) expect(said).not.toEqual([]);
  });
});

/** What FORMAT.md says can't be told from inside; and where the history is another, the head that shows it. */
const notFound: readonly (readonly [name: string, headShows: boolean, tamper: (at: Place) => Promise<void>])[] = [
  ["everything as it was earlier", true, async (at) => replaceBy(at.earlier, at.data)],
  ["a case as it was earlier", true, async (at) => replaceBy(join(at.earlier, "cases", at.caseId), inCase(at))],
  ["the newest segment removed with its head", true, withoutSegment(-1)],
  [
    "the newest frames removed with their head",
    true,
    async (at) => {
      await withFrames((frames) => frames.slice(0, -1))(at);
      await rm(inCase(at, "heads", at.writers.at(-1) ?? ""));
    },
  ],
  ["a whole case removed", true, (at) => rm(inCase(at), { recursive: true })],
  [
    "a case that is said to be erased",
    true,
    (at) =>
      writeFile(
        inCase(at, "erased.json"),
        '{"format":"folio-erased","version":1,"whole":true,"writers":[],"objects":[]}',
      ),
  ],
  ["all three key files as they were earlier", false, putBack("vault.json", "vault.json.2", "vault.head")],
  ["a removed head", false, removed("heads")],
  ["a removed draft", false, removed("drafts")],
  ["a removed erased.json", false, (at) => rm(inCase(at, "erased.json"))],
];

describe("what can't be told from inside (FORMAT.md, last section)", () => {
  it.each(notFound)("%s: not found, but by the head that a pack bears (%s)", async (name, headShows, tamper) => {
    const head = await headOf();
    const { place, findings } = await tampered(name, tamper);
    expect(findings.filter((finding) => !finding.startsWith("note "))).toEqual([]);
    const withHead = await verified(place, head);
    expect(withHead.some((finding) => !finding.startsWith("note "))).toBe(headShows);
  });
});

async function headOf(): Promise<string> {
  return headOfCase(sealed, sealed.caseIds[0] ?? "");
}

/** `finds` may leave out where in a file or folder; one copy of a key file is not the other. */
function isFinding(finding: string, finds: string): boolean {
  return finding.startsWith(finds) && finding !== `${finds}.2`;
}

async function changeVersion({ data }: Place): Promise<void> {
  const path = join(data, "vault.json");
  await writeFile(path, (await readFile(path, "utf8")).replace('"version":1', '"version":5'));
}

function of<T>(...list: readonly (T | undefined)[]): readonly T[] {
  return list.filter((one) => one !== undefined);
}

function replacing(from: string, to: string) {
  return forgedKeys((text) => text.replace(from, to));
}

async function otherKeys({ data, caseId, otherId }: Place, names: readonly string[]): Promise<void> {
  for (const name of names) await cp(join(data, "cases", otherId, name), join(data, "cases", caseId, name));
}

function swapCases(at: Place): Promise<void> {
  return swap(inCase(at), inCase({ ...at, caseId: at.otherId }));
}

async function replaceBy(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true });
  await cp(from, to, { recursive: true, preserveTimestamps: true });
}
