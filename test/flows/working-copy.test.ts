import { expect, test, vi } from "vitest";
import { openFile, session } from "../../src-renderer/flows/current-case.ts";
import { keepEntry } from "../../src-renderer/flows/keep-entries.ts";
import { lockNow } from "../../src-renderer/flows/lock.ts";
import { closeCase, openListedCase } from "../../src-renderer/flows/open-case.ts";
import { rowsOf, windowCopy } from "../../src-renderer/flows/window-copy.ts";
import { readSnapshot, writeSnapshot } from "../../src-renderer/store/case-rows.ts";
import { databaseName, FolioDatabase } from "../../src-renderer/store/database.ts";
import { hostOn, temporaryFolder } from "../host/temporary.ts";
import { createdOn, unlockAgain } from "./window.ts";

vi.mock("../../src-renderer/flows/passphrase-kdf.ts", () => import("./quick-kdf.ts"));

const opened: string[] = [];
vi.mock("#core/case-work/open-case.ts", async (original) => {
  const actual = await original<typeof import("#core/case-work/open-case.ts")>();
  return {
    ...actual,
    openCase: async (...args: Parameters<typeof actual.openCase>) => {
      const found = await actual.openCase(...args);
      opened.push(found.from);
      return found;
    },
  };
});

function call(digit: string, who: string) {
  const id = digit.repeat(32);
  const said = { theySaid: "", iSaid: "", promises: [], holdMinutes: null, minutes: null, time: null } as const;
  return { kind: "call-kept", call: { id, who, day: "2026-03-04", direction: "out", ...said } } as never;
}

/** Locks, does something to the working copy, unlocks. @returns what the case file was opened from */
async function afterLock(harm: (caseId: string) => Promise<unknown> = async () => undefined): Promise<string> {
  const caseId = openFile().id;
  await lockNow();
  await harm(caseId);
  opened.length = 0;
  expect(await unlockAgain()).toEqual({ ok: true, value: { reopened: true } });
  return opened.join(" ");
}

async function rows<T>(work: (database: FolioDatabase) => PromiseLike<T>): Promise<T> {
  const database = new FolioDatabase({ indexedDB, IDBKeyRange });
  await database.open();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

test("a case file that is opened again needs no replay", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  await keepEntry(call("a", "Ann"), "Kept");
  expect(await afterLock()).toBe("snapshot");
  expect(openFile().calls).toHaveLength(1);
});

test("a snapshot is saved a little after a change, not only at lock", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await createdOn(hostOn(await temporaryFolder()));
    await keepEntry(call("a", "Ann"), "Kept");
    const { kept } = session.get();
    const keys = kept === null ? null : rowsOf(kept);
    if (kept === null || keys === null) throw new Error("no case file is open");
    await vi.advanceTimersByTimeAsync(9_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await readSnapshot(windowCopy(), keys)).toMatchObject({ latest: kept.latest }));
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ["wiped", (caseId: string) => windowCopy().dropCase(caseId)],
  [
    "damaged",
    (caseId: string) =>
      rows((database) => database.rows("snapshots").update(caseId, { sealed: new Uint8Array(400).fill(9) })),
  ],
  [
    "another case's",
    (caseId: string) =>
      rows(async (database) => {
        const others = (await database.rows("snapshots").toArray()).filter((row) => row.id !== caseId);
        await database.rows("snapshots").update(caseId, { sealed: others[0]?.sealed ?? new Uint8Array() });
      }),
  ],
])("a snapshot that is %s is made anew from the journal, and nothing is lost", async (_what, harm) => {
  await createdOn(hostOn(await temporaryFolder()));
  await keepEntry(call("a", "Ann"), "Kept");
  expect(await afterLock(harm)).toBe("journal");
  expect(openFile().calls).toHaveLength(1);
  expect(session.get().notes).toEqual([]);
  expect(await afterLock()).toBe("snapshot");
});

test("a snapshot that is older than the journal is brought up to date from its end", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  const { kept } = session.get();
  const keys = kept === null ? null : rowsOf(kept);
  if (keys === null) throw new Error("no case file is open");
  await afterLock();
  const older = await readSnapshot(windowCopy(), keys);
  await keepEntry(call("a", "Ann"), "Kept");
  expect(await afterLock(() => writeSnapshot(windowCopy(), keys, older))).toBe("snapshot-and-tail");
  expect(openFile().calls).toHaveLength(1);
});

test("a snapshot that is newer than the journal is thrown away", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(folder));
  const caseId = openFile().id;
  const { cp, rm } = await import("node:fs/promises");
  await closeCase();
  await cp(folder, `${folder}-before`, { recursive: true });
  await openListedCase(caseId);
  await keepEntry(call("a", "Ann"), "Kept");
  const put = await afterLock(async () => {
    await rm(`${folder}/cases`, { recursive: true });
    await cp(`${folder}-before/cases`, `${folder}/cases`, { recursive: true });
    await rm(`${folder}-before`, { recursive: true });
  });
  expect(put).toBe("journal");
  expect(openFile().calls).toEqual([]);
});

test("without a working copy Folio opens, keeps and locks as ever", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  await keepEntry(call("a", "Ann"), "Kept");
  const from = await afterLock(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase(databaseName).onsuccess = resolve;
      }),
  );
  expect(from).toBe("journal");
  expect(await keepEntry(call("b", "Bea"), "Kept")).toBe(true);
  await afterLock();
  expect(openFile().calls).toHaveLength(2);
});
