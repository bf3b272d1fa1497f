import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { pence } from "#core/model/pence.ts";
import { addLetters, readings } from "../../src-renderer/flows/add-letters.ts";
import { noteCopied } from "../../src-renderer/flows/copied.ts";
import { openFile, say, session } from "../../src-renderer/flows/current-case.ts";
import { beginPerson, callDrafts, costDrafts, issueDrafts, messageDrafts } from "../../src-renderer/flows/drafts.ts";
import { keepEntry } from "../../src-renderer/flows/keep-entries.ts";
import { lockNow } from "../../src-renderer/flows/lock.ts";
import { offeredPictures } from "../../src-renderer/flows/offered-files.ts";
import { packState, packWish, savedPacks } from "../../src-renderer/flows/pack-order.ts";
import { pageWords } from "../../src-renderer/flows/page-picture.ts";
import { search, searchProgress } from "../../src-renderer/flows/search.ts";
import { typedCall, typedCost, typedIssue, typedMessage } from "../../src-renderer/flows/typed-entries.ts";
import { typeInto } from "../../src-renderer/flows/typed-fields.ts";
import { day } from "../day.ts";
import { bytesOf, hostOn, temporaryFolder } from "../host/temporary.ts";
import { createdOn, everyStore, everythingIn, told, unlockAgain } from "./window.ts";

vi.mock("../../src-renderer/flows/passphrase-kdf.ts", () => import("./quick-kdf.ts"));

const marker = "MARKERzebra";

/** Something in every place that a window has for it. */
async function fillTheWindow(): Promise<void> {
  await addLetters([
    [{ name: `${marker}.txt`, bytes: async () => bytesOf(`Dear Ms ${marker}, your letter of 3 March 2026`) }],
    [{ name: `${marker}.exe`, bytes: async () => bytesOf(`MZ ${marker}`) }],
  ]);
  callDrafts.begin();
  callDrafts.type(callDrafts.store.get()[0]?.id ?? "", { ...typedCall(null), theySaid: marker });
  messageDrafts.begin();
  messageDrafts.type(messageDrafts.store.get()[0]?.id ?? "", { ...typedMessage(null), text: marker });
  costDrafts.begin();
  costDrafts.type(costDrafts.store.get()[0]?.id ?? "", { ...typedCost(null), what: marker });
  issueDrafts.begin();
  issueDrafts.type(issueDrafts.store.get()[0]?.id ?? "", { ...typedIssue(null), title: marker });
  beginPerson({ ...openFile(), wants: [marker] }, "wants");
  typeInto(`field-${marker}`, marker);
  packWish.set({ recipient: "mp", forbid: marker });
  packState.set({ kind: "refused", code: "forbidden-words-found", where: [marker] });
  savedPacks.set([{ id: 1, recipient: "mp", pageCount: 1, where: marker }]);
  offeredPictures.set([{ name: `${marker}.jpg`, bytes: async () => bytesOf(marker), takenAt: async () => null }]);
  const cost = { id: "c".repeat(32), day: day("2026-03-04"), what: marker, payee: "", amount: pence(1), proof: null };
  await keepEntry({ kind: "cost-kept", cost: { ...cost, head: "out-of-pocket", cause: "" } }, `Kept ${marker}`);
  const [exhibit] = openFile().exhibits;
  if (exhibit === undefined) throw new Error("no letter was kept");
  await pageWords(exhibit, 1);
  await vi.waitFor(() => expect(searchProgress.get()).toEqual({ lettersReady: 1, lettersKnown: 1 }));
  expect(search(marker).length).toBeGreaterThan(1);
  say(`Said ${marker}`);
}

test("after locking, no store of the window holds anything of the case file or of its keys", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  await fillTheWindow();
  const stores = await everyStore();
  const holds = () => stores.filter(({ store }) => everythingIn(store.get()).includes(marker)).map(({ name }) => name);
  expect(holds().length).toBeGreaterThan(10);
  const caseId = openFile().id;
  await lockNow();
  expect(holds()).toEqual([]);
  for (const word of [told.name, told.passphrase, caseId]) {
    expect(stores.filter(({ store }) => everythingIn(store.get()).includes(word)).map(({ name }) => name)).toEqual([]);
  }
  expect(session.get().vault).toBeNull();
  expect(search(marker)).toEqual([]);
});

test("everything that was typed, and the letters that were not added, are there after unlocking", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  await fillTheWindow();
  const before = [callDrafts, messageDrafts, costDrafts, issueDrafts].map(({ store }) => store.get());
  const refused = readings.get().filter((reading) => reading.state === "failed");
  await lockNow();
  await unlockAgain();
  expect([callDrafts, messageDrafts, costDrafts, issueDrafts].map(({ store }) => store.get())).toEqual(before);
  expect(packWish.get()).toEqual({ recipient: "mp", forbid: marker });
  expect(readings.get()).toMatchObject(refused.map(({ name, problems }) => ({ name, problems, state: "failed" })));
  await vi.waitFor(() => expect(search(marker).length).toBeGreaterThan(1));
});

test("letters that wait or are being read when Folio locks are stopped, and named after unlocking", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  const never = new Promise<never>(() => undefined);
  void addLetters([[{ name: "one.txt", bytes: () => never }], [{ name: "two.txt", bytes: () => never }]]);
  await lockNow();
  expect(readings.get()).toEqual([]);
  await unlockAgain();
  expect(readings.get()).toMatchObject([
    { name: "one.txt", state: "stopped" },
    { name: "two.txt", state: "stopped" },
  ]);
});

test("locking asks for the clipboard to be emptied of what was copied last, by its hash alone", async () => {
  const host = hostOn(await temporaryFolder());
  const cleared: string[] = [];
  await createdOn({ ...host, clearClipboard: async (hash) => void cleared.push(hash) });
  noteCopied("first");
  noteCopied(marker);
  await lockNow();
  await vi.waitFor(() => expect(cleared).toHaveLength(1));
  expect(cleared[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(cleared[0]).not.toContain(marker);
});

test("nothing that was typed, read or kept is in the data folder in plain text", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(folder));
  await fillTheWindow();
  await lockNow();
  const { readdir } = await import("node:fs/promises");
  const { join } = await import("node:path");
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    expect(`${file.name} ${bytes.toString("latin1")}`).not.toContain(marker);
  }
});
