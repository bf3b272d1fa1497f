import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import type { MadePack } from "#core/pack/order.ts";
import { Problem } from "#core/problems.ts";
import { changeCase, openFile, session, undoLast } from "../../src-renderer/flows/current-case.ts";
import { checkCase } from "../../src-renderer/flows/custody.ts";
import { saveBundle } from "../../src-renderer/flows/hand-over.ts";
import { keepEntry } from "../../src-renderer/flows/keep-entries.ts";
import { changeAllKeys, makeNewRecoveryWords } from "../../src-renderer/flows/keys.ts";
import { lockNow } from "../../src-renderer/flows/lock.ts";
import { isReadOnly, openListedCase } from "../../src-renderer/flows/open-case.ts";
import { recoveryCheck, saveRecoverySheet } from "../../src-renderer/flows/recovery-sheet.ts";
import { savePack } from "../../src-renderer/flows/save-pack.ts";
import { asCall, typedCall } from "../../src-renderer/flows/typed-entries.ts";
import { typeInto } from "../../src-renderer/flows/typed-fields.ts";
import { vaultState } from "../../src-renderer/flows/vault.ts";
import { bytesOf, hostOn, temporaryFolder } from "../host/temporary.ts";
import { heldHost } from "./held-host.ts";
import { createdOn, passphrase, unlockAgain } from "./window.ts";

vi.mock("../../src-renderer/flows/passphrase-kdf.ts", () => import("./quick-kdf.ts"));
vi.mock("../../src-renderer/flows/shipped-fonts.ts", async () => {
  const { readFile } = await import("node:fs/promises");
  const font = async (name: string) => new Uint8Array(await readFile(`resources/fonts/OpenSans-${name}.ttf`));
  return {
    shippedFonts: async () => ({
      regular: await font("Regular"),
      bold: await font("Bold"),
      italic: await font("Italic"),
    }),
  };
});

/** What is under way when Folio locks, and answers later. */
const pack = { pdf: bytesOf("%PDF a pack"), pageCount: 1, head: "" } as unknown as MadePack;

/** Everything a window knows of the vault, as it must be once Folio is locked. */
const locked = () => ({ vault: session.get().vault, kept: session.get().kept, state: vaultState.get() });
const nothing = { vault: null, kept: null, state: "locked" };

const aCall = (words: string) => asCall("c".repeat(32), { ...typedCall(null), day: "4 March 2026", theySaid: words });

async function keepCall(words: string): Promise<boolean> {
  const call = aCall(words);
  return call !== null && keepEntry({ kind: "call-kept", call }, `Kept ${words}`);
}

test.each([
  ["a pack", () => savePack(pack, "mp", "Pack.pdf")],
  ["the recovery sheet", () => saveRecoverySheet()],
  ["a bundle", () => saveBundle({ passphrase: "handed over" })],
])("a save dialog that is answered after Folio was locked writes nothing of %s", async (_what, save) => {
  const out = await temporaryFolder();
  const held = heldHost(hostOn(await temporaryFolder(), join(out, "saved")));
  await createdOn(held.host, { showsWords: true });
  held.hold("startFile");
  const saving = save();
  await vi.waitFor(() => expect(held.waiting("startFile")).toBe(1));
  await lockNow();
  held.letGo("startFile");
  await saving;
  expect(held.called).not.toContain("writePart");
  expect(await readdir(out)).toEqual([]);
  expect([session.get().said, session.get().problem]).toEqual(["", null]);
});

test.each(["listCases", "readKeyFiles", "readCase", "takeCase", "readDrafts"] as const)(
  "locked while unlocking waits for %s, Folio stays locked, and unlocks again",
  async (call) => {
    const held = heldHost(hostOn(await temporaryFolder()));
    await createdOn(held.host);
    await lockNow();
    held.hold(call);
    const unlocking = unlockAgain();
    await vi.waitFor(() => expect(held.waiting(call)).toBeGreaterThan(0));
    const locking = lockNow();
    await wait(20);
    held.letGo(call);
    await Promise.all([locking, unlocking]);
    await wait(20);
    expect(locked()).toEqual(nothing);
    expect(await unlockAgain()).toMatchObject({ ok: true });
    expect(vaultState.get()).toBe("open");
    expect(session.get().vault).not.toBeNull();
  },
);

test("locked in the middle of unlocking, with the key there already, Folio stays locked", async () => {
  const held = heldHost(hostOn(await temporaryFolder()));
  await createdOn(held.host);
  await lockNow();
  held.hold("listCases");
  const unlocking = unlockAgain();
  // The key is in the session, and plain case files are being looked for.
  await vi.waitFor(() => expect(session.get().vault).not.toBeNull());
  await vi.waitFor(() => expect(held.waiting("listCases")).toBeGreaterThan(0));
  await lockNow();
  held.letGo("listCases");
  await unlocking;
  await wait(50);
  expect(locked()).toEqual(nothing);
  expect(recoveryCheck.get()).toEqual({ kind: "done" });
  expect(await unlockAgain()).toMatchObject({ ok: true });
});

test("of two passphrases that are tried at once, the second doesn't open what was locked after the first", async () => {
  const held = heldHost(hostOn(await temporaryFolder()));
  await createdOn(held.host);
  await lockNow();
  held.hold("readKeyFiles");
  const second = unlockAgain();
  await vi.waitFor(() => expect(held.waiting("readKeyFiles")).toBe(1));
  const first = unlockAgain();
  await vi.waitFor(() => expect(held.waiting("readKeyFiles")).toBe(2));
  const locking = lockNow();
  held.letGo("readKeyFiles");
  await Promise.all([first, second, locking]);
  await wait(50);
  expect(locked()).toEqual(nothing);
});

test("new recovery words that come once Folio is locked are not held for the next who opens it", async () => {
  const held = heldHost(hostOn(await temporaryFolder()));
  await createdOn(held.host);
  held.hold("writeKeyFiles");
  const making = makeNewRecoveryWords(passphrase);
  await vi.waitFor(() => expect(held.waiting("writeKeyFiles")).toBe(1));
  await lockNow();
  held.letGo("writeKeyFiles");
  await making;
  expect(recoveryCheck.get()).toEqual({ kind: "done" });
  await unlockAgain();
  await vi.waitFor(() => expect(recoveryCheck.get().kind).toBe("waiting"));
});

test("what is taken back while Folio locks is not said on the locked screen", async () => {
  const held = heldHost(hostOn(await temporaryFolder()));
  await createdOn(held.host);
  await keepCall("MARKER");
  held.hold("appendJournal");
  const undoing = undoLast({ undone: (done) => `Taken back: ${done}` });
  await vi.waitFor(() => expect(held.waiting("appendJournal")).toBe(1));
  await lockNow();
  held.letGo("appendJournal");
  await undoing;
  expect(session.get().said).toBe("");
});

test("a case file that a slow disk still holds when Folio is opened again is waited for, and can be written", async () => {
  const held = heldHost(hostOn(await temporaryFolder()));
  await createdOn(held.host);
  held.hold("appendJournal");
  const keeping = keepCall("slow");
  await vi.waitFor(() => expect(held.waiting("appendJournal")).toBe(1));
  await lockNow();
  const unlocking = unlockAgain();
  await wait(500);
  held.letGo("appendJournal");
  await Promise.all([unlocking, keeping]);
  expect(isReadOnly(session.get())).toBe(false);
  expect(openFile().calls.map(({ theySaid }) => theySaid)).toEqual(["slow"]);
  expect(await keepCall("after")).toBe(true);
});

test("a change that is answered once its case file was opened anew doesn't bring back what was closed", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  const { promise, resolve } = Promise.withResolvers<void>();
  const changing = changeCase(async (kept) => {
    await promise;
    return kept;
  });
  const before = session.get().kept;
  session.change((now) => ({ ...now, kept: null }));
  const { host, vault } = session.get();
  if (host === null || vault === null || before?.disk?.lease == null) throw new Error("nothing is open");
  await host.releaseCase(before.disk.lease);
  const { kept } = await openCase(host, vault, before.file.id);
  session.change((now) => ({ ...now, kept }));
  resolve();
  await changing;
  expect(session.get().kept).toBe(kept);
});

test("a draft that could not be written when Folio was locked is not tried for ever", async () => {
  const held = heldHost(hostOn(await temporaryFolder()));
  let tries = 0;
  const writeDraft: Host["writeDraft"] = async () => {
    tries += 1;
    await wait(400);
    throw new Problem("disk-full");
  };
  await createdOn({ ...held.host, writeDraft });
  typeInto("one", "MARKER");
  await vi.waitFor(() => expect(tries).toBe(1), { timeout: 3_000 });
  await lockNow();
  await wait(500);
  const before = tries;
  session.change((now) => ({ ...now, problem: null }));
  await wait(5_000);
  expect([tries, session.get().problem]).toEqual([before, null]);
});

test("checking a case file ends when Folio is locked", async () => {
  const held = heldHost(hostOn(await temporaryFolder()));
  await createdOn(held.host);
  await keepCall("one");
  held.hold("readSegment");
  const checking = checkCase(() => undefined);
  await vi.waitFor(() => expect(held.waiting("readSegment")).toBe(1));
  await lockNow();
  const before = held.called.length;
  held.letGo("readSegment");
  expect(await checking).toMatchObject({ ok: false, code: "vault-missing" });
  expect(held.called.slice(before).filter((name) => name.startsWith("read"))).toEqual([]);
});

test("changing all keys stops between case files when Folio is locked, and goes on when it is asked again", async () => {
  const held = heldHost(hostOn(await temporaryFolder()));
  await createdOn(held.host);
  await keepCall("one");
  const caseId = openFile().id;
  held.hold("startSegment");
  const changing = changeAllKeys(passphrase, passphrase);
  await vi.waitFor(() => expect(held.waiting("startSegment")).toBeGreaterThan(0));
  await lockNow();
  held.letGo("startSegment");
  expect(await changing).toMatchObject({ ok: false, code: "vault-missing" });
  expect(locked()).toEqual(nothing);
  expect(recoveryCheck.get()).toEqual({ kind: "done" });
  expect(await unlockAgain()).toMatchObject({ ok: true });
  expect(await changeAllKeys(passphrase, passphrase)).toMatchObject({ ok: true });
  expect(await openListedCase(caseId)).toBe(true);
  expect(openFile().calls).toHaveLength(1);
});
