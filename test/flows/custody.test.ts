import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { pence } from "#core/model/pence.ts";
import { Problem } from "#core/problems.ts";
import { addLetters } from "../../src-renderer/flows/add-letters.ts";
import { openFile, session, undoLast } from "../../src-renderer/flows/current-case.ts";
import { checkCase, custodyOfExhibit, headOfCase, historyOf } from "../../src-renderer/flows/custody.ts";
import {
  eraseEntries,
  eraseExhibits,
  eraseWholeCase,
  retentionOf,
  tellRetention,
} from "../../src-renderer/flows/erase.ts";
import { keepEntry, removeEntry, withdrawExhibit } from "../../src-renderer/flows/keep-entries.ts";
import { changeAllKeys, keyChange } from "../../src-renderer/flows/keys.ts";
import { lockNow } from "../../src-renderer/flows/lock.ts";
import { listedCases } from "../../src-renderer/flows/open-case.ts";
import { packState } from "../../src-renderer/flows/pack-order.ts";
import { recoveryCheck } from "../../src-renderer/flows/recovery-sheet.ts";
import { savePack } from "../../src-renderer/flows/save-pack.ts";
import { search } from "../../src-renderer/flows/search.ts";
import { unlock, vaultFacts } from "../../src-renderer/flows/vault.ts";
import { day } from "../day.ts";
import { bytesOf, hostOn, temporaryFolder } from "../host/temporary.ts";
import { createdOn, passphrase, unlockAgain } from "./window.ts";

vi.mock("../../src-renderer/flows/passphrase-kdf.ts", () => import("./quick-kdf.ts"));

const letter = { name: "letter.txt", bytes: async () => bytesOf("Dear Ms Zebra, your letter of 3 March 2026") };
const cost = {
  id: "c".repeat(32),
  day: day("2026-03-04"),
  what: "Stamps",
  payee: "",
  amount: pence(250),
  head: "out-of-pocket",
  cause: "",
  proof: null,
} as const;

/** The one letter of the case file. */
function firstExhibit() {
  const [exhibit] = openFile().exhibits;
  if (exhibit === undefined) throw new Error("no letter was kept");
  return exhibit;
}

test("an exhibit's custody log says what was done to it, in order, and that it was this window", async () => {
  const saved = join(await temporaryFolder(), "pack.pdf");
  await createdOn(hostOn(await temporaryFolder(), saved));
  await addLetters([[letter]]);
  const exhibit = firstExhibit();
  await withdrawExhibit(exhibit, true, "Withdrawn");
  await undoLast({ undone: (done) => done });
  const head = await headOfCase();
  const made = {
    pdf: bytesOf("%PDF pack"),
    head: head.ok ? head.value : "",
    pageCount: 1,
    warnings: [],
    manifest: { title: "", author: "", documents: [] },
  };
  packState.set({ kind: "ready", made, recipient: "ice", madeFrom: openFile() });
  expect(await savePack(made, "ice", "pack.pdf")).not.toBeNull();
  const log = await custodyOfExhibit(exhibit.id);
  if (!log.ok) throw new Error(log.code);
  expect(log.value.map(({ did }) => did.kind)).toEqual(["added", "withdrawn", "taken-in-again", "shown-in-pack"]);
  expect(log.value.every(({ mine }) => mine)).toBe(true);
  expect(log.value[0]?.did).toMatchObject({ files: [{ name: "letter.txt" }] });
  expect(log.value[3]?.did).toMatchObject({ recipient: "ice", head: made.head });
  await lockNow();
  await unlockAgain();
  const later = await custodyOfExhibit(exhibit.id);
  expect(later.ok && later.value.some(({ mine }) => mine)).toBe(false);
});

test("the history of an entry says each field that changed, before and after", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  await keepEntry({ kind: "cost-kept", cost }, "Kept");
  await keepEntry({ kind: "cost-kept", cost: { ...cost, amount: pence(1_250) } }, "Kept");
  await keepEntry({ kind: "cost-kept", cost: { ...cost, amount: pence(1_250) } }, "Kept");
  await removeEntry({ kind: "cost-kept", cost }, "Removed");
  const history = await historyOf(cost.id);
  if (!history.ok) throw new Error(history.code);
  expect(history.value.map(({ did }) => did)).toEqual(["kept", "changed", "removed"]);
  expect(history.value[0]?.fields).toContainEqual({ name: "what", before: null, after: "Stamps" });
  expect(history.value[1]?.fields).toEqual([{ name: "amount", before: "£2.50", after: "£12.50" }]);
});

test("erasing a letter takes its words off the disk, out of the search, and its undo steps away", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(folder));
  await addLetters([[letter]]);
  await keepEntry({ kind: "cost-kept", cost }, "Kept");
  const exhibit = firstExhibit();
  await vi.waitFor(() => expect(search("zebra")).toHaveLength(1));
  expect(await eraseExhibits([exhibit.id])).toEqual({ ok: true, value: { backups: "none" } });
  expect(openFile().exhibits).toEqual([]);
  expect(search("zebra")).toEqual([]);
  expect(session.get().undo).toEqual([]);
  await expect(readFile(join(folder, "cases", openFile().id, "objects", exhibit.wordsObject))).rejects.toThrow();
  expect(await eraseEntries([cost.id])).toMatchObject({ ok: true });
  await lockNow();
  await unlockAgain();
  expect(openFile()).toMatchObject({ exhibits: [], costs: [], erasedNumbers: [1] });
  const found: unknown[] = [];
  expect(await checkCase((finding) => found.push(finding))).toMatchObject({ ok: true });
  expect(found).toEqual([]);
});

test("erasing the whole case file leaves nothing of it, and Folio open", async () => {
  const host = hostOn(await temporaryFolder());
  await createdOn(host);
  expect(await eraseWholeCase()).toEqual({ ok: true, value: { backups: "none" } });
  expect(session.get().kept).toBeNull();
  expect(listedCases.get()).toEqual([]);
  expect(await host.listCases()).toEqual([]);
});

test("a retention date only reminds, and can be taken back", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  expect(retentionOf(openFile(), day("2026-11-23"))).toBeNull();
  await tellRetention(day("2027-01-31"), "Set");
  expect(retentionOf(openFile(), day("2027-01-30"))).toEqual({ day: "2027-01-31", isDue: false });
  expect(retentionOf(openFile(), day("2027-01-31"))).toEqual({ day: "2027-01-31", isDue: true });
  await undoLast({ undone: (done) => done });
  expect(retentionOf(openFile(), day("2027-02-01"))).toBeNull();
});

test("a change of all keys that was cut short goes on when it is asked for again", async () => {
  const host = hostOn(await temporaryFolder());
  await createdOn(host);
  await addLetters([[letter]]);
  let isCut = true;
  const failing: typeof host.startObject = async (...args) => {
    if (isCut) throw new Problem("disk-full");
    return host.startObject(...args);
  };
  session.change((now) => ({ ...now, host: { ...host, startObject: failing } }));
  expect(await changeAllKeys(passphrase, "next")).toMatchObject({ ok: false, code: "disk-full" });
  expect(vaultFacts.get().keyChangeUnderWay).toBe(true);
  expect(openFile().exhibits).toHaveLength(1);
  await lockNow();
  expect(await unlock({ kind: "passphrase", passphrase: "next" })).toEqual({ ok: true, value: { reopened: true } });
  expect(vaultFacts.get().keyChangeUnderWay).toBe(true);
  isCut = false;
  expect(await changeAllKeys("wrong", "last")).toMatchObject({ ok: false, code: "wrong-passphrase" });
  expect(await changeAllKeys("next", "last")).toMatchObject({ ok: true });
  expect(vaultFacts.get().keyChangeUnderWay).toBe(false);
  expect(openFile().exhibits).toHaveLength(1);
  await lockNow();
  expect(await unlock({ kind: "passphrase", passphrase: "last" })).toMatchObject({ ok: true });
});

test("after a change of all keys the case file is open again, and only the new passphrase and words open it", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  const caseId = openFile().id;
  await addLetters([[letter]]);
  expect(await changeAllKeys("wrong", "next")).toMatchObject({ ok: false, code: "wrong-passphrase" });
  expect(openFile().id).toBe(caseId);
  expect(await changeAllKeys(passphrase, "next")).toMatchObject({ ok: true });
  expect([keyChange.get(), vaultFacts.get().keyChangeUnderWay]).toEqual([null, false]);
  expect(recoveryCheck.get().kind).toBe("showing");
  expect(openFile().id).toBe(caseId);
  await vi.waitFor(() => expect(search("zebra")).toHaveLength(1));
  await lockNow();
  expect(await unlockAgain()).toMatchObject({ ok: false, code: "wrong-passphrase" });
  expect(await unlock({ kind: "passphrase", passphrase: "next" })).toEqual({ ok: true, value: { reopened: true } });
  expect(openFile().exhibits).toHaveLength(1);
});
