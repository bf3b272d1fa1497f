import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { fromUtf8, utf8 } from "#core/vault/text-codes.ts";
import { databaseName, FolioDatabase, type IndexedDbParts } from "../../src-renderer/store/database.ts";
import { workingCopy } from "../../src-renderer/store/working-copy.ts";
import { emptyParts, hangingParts, keysOf, oneCase, otherCase, some } from "./kit.ts";

test("a row comes back as it was written, also in the next launch", async () => {
  const parts = emptyParts();
  const keys = await keysOf(oneCase);
  const first = workingCopy(parts);
  expect(await first.write(keys, "words", "a", some)).toBe(true);
  await first.close();
  const second = workingCopy(parts);
  expect(fromUtf8((await second.read(keys, "words", "a")) ?? utf8(""))).toBe("some words");
  expect(await second.read(keys, "words", "b")).toBeNull();
});

test("nothing of a row's words is in the database", async () => {
  const parts = emptyParts();
  await workingCopy(parts).write(await keysOf(oneCase), "words", "a", utf8("MARKER-zebra"));
  const rows = await everyRow(parts);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("zebra");
  expect(String.fromCharCode(...(rows[0]?.sealed ?? []))).not.toContain("zebra");
});

test.each(["case", "id", "table", "key"] as const)(
  "a row moved to another %s doesn't open, and goes",
  async (moved) => {
    const parts = emptyParts();
    const copy = workingCopy(parts);
    await copy.write(await keysOf(oneCase), "words", "a", some);
    const [row] = await everyRow(parts);
    const table = moved === "table" ? "pictures" : "words";
    const id = moved === "id" ? "b" : "a";
    await putRow(parts, table, { id, case: oneCase, sealed: row?.sealed ?? new Uint8Array() });
    const keys = await keysOf(moved === "case" ? otherCase : oneCase, moved === "key" ? 8 : 7);
    expect(await copy.read(keys, table, id)).toBeNull();
    expect((await everyRow(parts, table)).filter((one) => one.id === id)).toEqual([]);
  },
);

test("one changed byte anywhere in a row keeps it shut, and the row can be written anew", async () => {
  const parts = emptyParts();
  const copy = workingCopy(parts);
  const keys = await keysOf(oneCase);
  await copy.write(keys, "snapshots", oneCase, some);
  const [row] = await everyRow(parts, "snapshots");
  const sealed = row?.sealed ?? new Uint8Array();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = sealed.map((byte, here) => (here === at ? byte ^ 1 : byte));
    await putRow(parts, "snapshots", { id: oneCase, case: oneCase, sealed: changed });
    expect(await copy.read(keys, "snapshots", oneCase)).toBeNull();
  }
  expect(await copy.write(keys, "snapshots", oneCase, some)).toBe(true);
  expect(await copy.read(keys, "snapshots", oneCase)).toEqual(some);
});

test.each([[null], ["text"], [{ length: 9 }], [[1, 2]], [new Uint8Array()], [42]])(
  "a row that holds %j is as good as none",
  async (sealed) => {
    const parts = emptyParts();
    const copy = workingCopy(parts);
    await copy.isThere();
    await putRow(parts, "words", { id: "a", case: oneCase, sealed });
    expect(await copy.read(await keysOf(oneCase), "words", "a")).toBeNull();
  },
);

test("a database of a later Folio is thrown away and made anew", async () => {
  const parts = emptyParts();
  const keys = await keysOf(oneCase);
  const before = workingCopy(parts);
  await before.write(keys, "words", "a", some);
  await before.close();
  const later = await nativeOpen(parts, 990);
  later.close();
  const copy = workingCopy(parts);
  expect(await copy.isThere()).toBe(true);
  expect(await copy.read(keys, "words", "a")).toBeNull();
  expect(await copy.write(keys, "words", "a", some)).toBe(true);
});

test("a database of quite another shape under the same name is made usable", async () => {
  const parts = emptyParts();
  const other = await nativeOpen(parts, 10, (made) => made.createObjectStore("something"));
  other.close();
  const copy = workingCopy(parts);
  const keys = await keysOf(oneCase);
  expect(await copy.write(keys, "words", "a", some)).toBe(true);
  expect(await copy.read(keys, "words", "a")).toEqual(some);
});

test("a database that was wiped while the window is open costs its rows and nothing else", async () => {
  const parts = emptyParts();
  const copy = workingCopy(parts);
  const keys = await keysOf(oneCase);
  await copy.write(keys, "words", "a", some);
  await new Promise((resolve) => {
    parts.indexedDB.deleteDatabase(databaseName).onsuccess = resolve;
  });
  expect(await copy.read(keys, "words", "a")).toBeNull();
});

test("a database that never answers is given up within its limit, and asked no more", async () => {
  const copy = workingCopy(hangingParts(), 100);
  const keys = await keysOf(oneCase);
  const begun = Date.now();
  expect(await copy.read(keys, "words", "a")).toBeNull();
  expect(Date.now() - begun).toBeLessThan(1_000);
  const again = Date.now();
  expect(await copy.write(keys, "words", "a", some)).toBe(false);
  expect(Date.now() - again).toBeLessThan(50);
});

test("a database that another window holds open in a later form is done without", async () => {
  const parts = emptyParts();
  // It neither closes when asked nor answers: deleting waits for it for ever.
  const held = await nativeOpen(parts, 990);
  const copy = workingCopy(parts, 200);
  expect(await copy.isThere()).toBe(false);
  expect(await copy.write(await keysOf(oneCase), "words", "a", some)).toBe(false);
  held.close();
});

test("without IndexedDB everything answers, and nothing is there", async () => {
  const copy = workingCopy(null);
  const keys = await keysOf(oneCase);
  expect(await copy.isThere()).toBe(false);
  expect(await copy.readMany(keys, "words", ["a", "b"])).toEqual([null, null]);
  await copy.drop("words", ["a"]);
  await copy.dropCase(oneCase);
  await copy.close();
});

test("throwing a case's rows away leaves the other cases' rows", async () => {
  const copy = workingCopy(emptyParts());
  const [one, other] = [await keysOf(oneCase), await keysOf(otherCase)];
  await copy.write(one, "words", "a", some);
  await copy.write(one, "snapshots", oneCase, some);
  await copy.write(other, "words", "b", some);
  await copy.dropCase(oneCase);
  expect(await copy.read(one, "words", "a")).toBeNull();
  expect(await copy.read(one, "snapshots", oneCase)).toBeNull();
  expect(await copy.read(other, "words", "b")).toEqual(some);
});

interface AnyRow {
  readonly id: string;
  readonly case: string;
  readonly sealed: unknown;
}

async function withDatabase<T>(parts: IndexedDbParts, work: (database: FolioDatabase) => PromiseLike<T>): Promise<T> {
  const database = new FolioDatabase(parts);
  await database.open();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function everyRow(parts: IndexedDbParts, table: "words" | "snapshots" | "pictures" = "words") {
  return withDatabase(parts, (database) => database.rows(table).toArray());
}

function putRow(parts: IndexedDbParts, table: "words" | "snapshots" | "pictures", row: AnyRow) {
  return withDatabase(parts, (database) => database.table(table).put(row));
}

function nativeOpen(parts: IndexedDbParts, version: number, upgrade?: (database: IDBDatabase) => unknown) {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = parts.indexedDB.open(databaseName, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
