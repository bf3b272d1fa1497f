import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { closeProblem, openFile, session } from "../../src-renderer/flows/current-case.ts";
import { callDrafts } from "../../src-renderer/flows/drafts.ts";
import { keepEntry } from "../../src-renderer/flows/keep-entries.ts";
import { changePassphrase, makeNewRecoveryWords, mayHoldOnComputer } from "../../src-renderer/flows/keys.ts";
import { locking, lockNow } from "../../src-renderer/flows/lock.ts";
import { closeCase, isReadOnly, listedCases, openListedCase, tryWriting } from "../../src-renderer/flows/open-case.ts";
import {
  checkThreeWords,
  checkWholeSheet,
  postponeRecoveryCheck,
  recoveryCheck,
} from "../../src-renderer/flows/recovery-sheet.ts";
import { asCall, typedCall } from "../../src-renderer/flows/typed-entries.ts";
import { typedFields, typeInto } from "../../src-renderer/flows/typed-fields.ts";
import { createVaultAndCase, unlock, unlocking, vaultFacts, vaultState } from "../../src-renderer/flows/vault.ts";
import { hostOn, temporaryFolder } from "../host/temporary.ts";
import { createdOn, passphrase, told, unlockAgain, windowOn } from "./window.ts";

vi.mock("../../src-renderer/flows/passphrase-kdf.ts", () => import("./quick-kdf.ts"));

const aCall = { ...typedCall(null), day: "4 March 2026", who: "A caseworker", theySaid: "MARKER-they" };

test("first run makes a vault and a case file, and shows the recovery words", async () => {
  const host = hostOn(await temporaryFolder());
  await windowOn(host);
  expect(vaultState.get()).toBe("none");
  expect(await createVaultAndCase(told)).toMatchObject({ ok: true });
  expect(vaultState.get()).toBe("open");
  expect(unlocking.get()).toBe(false);
  expect(vaultFacts.get()).toEqual({ ways: ["passphrase", "recovery"], problems: [], keyChangeUnderWay: false });
  expect(openFile()).toMatchObject({ name: "My complaint", person: { nation: "wales", role: "receiving" } });
  expect(isReadOnly(session.get())).toBe(false);
  const sheet = recoveryCheck.get();
  if (sheet.kind !== "showing") throw new Error("the words are not shown");
  expect(sheet.words).toHaveLength(24);
  expect(new Set(sheet.asked).size).toBe(3);
});

test("a vault that another window made meanwhile is found, and is to be unlocked", async () => {
  const folder = await temporaryFolder();
  await windowOn(hostOn(folder));
  const { createVault } = await import("#core/vault/vault.ts");
  const { passphraseKdf } = await import("./quick-kdf.ts");
  await createVault(hostOn(folder), "another's", passphraseKdf);
  expect(await createVaultAndCase(told)).toMatchObject({ ok: false, code: "vault-there" });
  expect(vaultState.get()).toBe("locked");
});

test("a lock that is asked for while a passphrase is being tried comes as soon as it is through", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  await lockNow();
  const unlockingNow = unlockAgain();
  await lockNow();
  await unlockingNow;
  expect([vaultState.get(), session.get().vault, session.get().kept]).toEqual(["locked", null, null]);
});

test("an empty passphrase is refused, and nothing is made", async () => {
  const host = hostOn(await temporaryFolder());
  await windowOn(host);
  expect(await createVaultAndCase({ ...told, passphrase: "" })).toMatchObject({ ok: false, code: "passphrase-empty" });
  expect(vaultState.get()).toBe("none");
  expect((await host.readKeyFiles()).main).toBeNull();
});

test("a wrong passphrase says so and changes nothing, as often as it is tried", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  await lockNow();
  for (const wrong of ["", "gravel", `${passphrase} `]) {
    expect(await unlock({ kind: "passphrase", passphrase: wrong })).toMatchObject({
      ok: false,
      code: "wrong-passphrase",
    });
  }
  expect(vaultState.get()).toBe("locked");
  expect(await unlockAgain()).toEqual({ ok: true, value: { reopened: true } });
});

test("locking and unlocking comes back to the same case file with everything that was typed", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  const caseId = openFile().id;
  callDrafts.begin();
  const [draft] = callDrafts.store.get();
  callDrafts.type(draft?.id ?? "", aCall);
  typeInto("correct-1-0", { text: "4 Mar", role: "event" });
  await lockNow();
  expect(vaultState.get()).toBe("locked");
  expect(session.get()).toMatchObject({ kept: null, vault: null, undo: [], notes: [] });
  expect([callDrafts.store.get(), typedFields.get().size, listedCases.get()]).toEqual([[], 0, null]);
  expect(await unlockAgain()).toEqual({ ok: true, value: { reopened: true } });
  expect(openFile().id).toBe(caseId);
  expect(callDrafts.store.get()).toEqual([{ id: draft?.id, isNew: true, typed: aCall }]);
  expect(typedFields.get().get("correct-1-0")).toEqual({ text: "4 Mar", role: "event" });
  await vi.waitFor(() =>
    expect(listedCases.get()).toMatchObject([{ id: caseId, name: "My complaint", problem: null }]),
  );
});

test("a change that was begun when Folio was locked is kept", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  const call = asCall("a".repeat(32), aCall);
  if (call === null) throw new Error("no call");
  const keeping = keepEntry({ kind: "call-kept", call }, "Kept");
  await Promise.all([lockNow(), keeping]);
  expect(session.get().undo).toEqual([]);
  await unlockAgain();
  expect(openFile().calls).toEqual([call]);
});

test("what is typed is on disk within two seconds, sealed, and goes when it is dropped", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(folder));
  callDrafts.begin();
  const id = callDrafts.store.get()[0]?.id ?? "";
  const typedAt = Date.now();
  callDrafts.type(id, aCall);
  const drafts = join(folder, "cases", openFile().id, "drafts");
  const names = () => readdir(drafts).catch((): string[] => []);
  await vi.waitFor(async () => expect(await names()).toHaveLength(1), { timeout: 5_000, interval: 20 });
  expect(Date.now() - typedAt).toBeLessThan(2_000);
  const [name] = await names();
  expect((await readFile(join(drafts, name ?? ""))).toString("latin1")).not.toContain("MARKER");
  callDrafts.drop(id);
  await vi.waitFor(async () => expect(await names()).toEqual([]), { timeout: 5_000 });
});

test("the draft of an entry that was kept just before a crash doesn't come back as another one", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(folder));
  const caseId = openFile().id;
  callDrafts.begin();
  const id = callDrafts.store.get()[0]?.id ?? "";
  callDrafts.type(id, { ...aCall, theySaid: "an earlier state" });
  const call = asCall(id, aCall);
  if (call === null) throw new Error("no call");
  // The crash came before the form was closed: its draft is on disk still.
  await keepEntry({ kind: "call-kept", call }, "Kept");
  await lockNow();
  await unlockAgain();
  expect([openFile().calls, callDrafts.store.get()]).toEqual([[call], []]);
  const drafts = join(folder, "cases", caseId, "drafts");
  await vi.waitFor(async () => expect(await readdir(drafts)).toEqual([]), { timeout: 5_000 });
});

test("a draft that is damaged is told of, and the others come back", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(folder));
  callDrafts.begin();
  const id = callDrafts.store.get()[0]?.id ?? "";
  callDrafts.type(id, aCall);
  typeInto("one", "two");
  const caseId = openFile().id;
  await lockNow();
  const drafts = join(folder, "cases", caseId, "drafts");
  const { writeFile } = await import("node:fs/promises");
  await writeFile(join(drafts, "f".repeat(32)), "not a draft");
  await unlockAgain();
  expect(session.get().notes).toContain("draft-damaged");
  expect(callDrafts.store.get()).toHaveLength(1);
  expect(typedFields.get().get("one")).toBe("two");
});

test("a second window can only read, and writes once the first has closed the case file", async () => {
  const folder = await temporaryFolder();
  const first = hostOn(folder);
  await createdOn(first);
  const caseId = openFile().id;
  await closeCase();
  const { vault } = session.get();
  if (vault === null) throw new Error("locked");
  const { openCase, closeKept } = await import("#core/case-work/open-case.ts");
  const other = await openCase(hostOn(folder), vault, caseId);
  expect(await openListedCase(caseId)).toBe(true);
  expect(isReadOnly(session.get())).toBe(true);
  const call = asCall("b".repeat(32), aCall);
  if (call === null) throw new Error("no call");
  expect(await keepEntry({ kind: "call-kept", call }, "Kept")).toBe(false);
  expect(session.get().problem).toBe("case-open-elsewhere");
  closeProblem();
  expect(await tryWriting()).toBe(false);
  await closeKept(other.kept);
  expect(await tryWriting()).toBe(true);
  expect(await keepEntry({ kind: "call-kept", call }, "Kept")).toBe(true);
});

test("opening a case file twice at once leaves it open for writing", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  const caseId = openFile().id;
  await closeCase();
  await Promise.all([openListedCase(caseId), openListedCase(caseId)]);
  expect(isReadOnly(session.get())).toBe(false);
});

test("a lease that ends makes the case file readable only, and says so", async () => {
  const host = hostOn(await temporaryFolder());
  await createdOn(host);
  const lease = session.get().kept?.disk?.lease;
  await host.releaseCase(lease ?? "");
  await vi.waitFor(() => expect(isReadOnly(session.get())).toBe(true));
  expect(session.get().problem).toBe("case-open-elsewhere");
  expect(await tryWriting()).toBe(true);
});

test("the sheet can be checked later, after a lock, by its three words or the whole of it", async () => {
  await createdOn(hostOn(await temporaryFolder()), { showsWords: true });
  const sheet = recoveryCheck.get();
  if (sheet.kind !== "showing") throw new Error("the words are not shown");
  postponeRecoveryCheck();
  expect(recoveryCheck.get()).toEqual({ kind: "waiting", asked: sheet.asked });
  await lockNow();
  await unlockAgain();
  await vi.waitFor(() => expect(recoveryCheck.get()).toEqual({ kind: "waiting", asked: sheet.asked }));
  expect(await checkThreeWords(["abandon", "ability", "able"])).toBe(false);
  expect(await checkThreeWords(sheet.asked.map((place) => sheet.words[place - 1] ?? ""))).toBe(true);
  expect(recoveryCheck.get()).toEqual({ kind: "done" });
  await lockNow();
  await unlockAgain();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(recoveryCheck.get()).toEqual({ kind: "done" });
  expect(await checkWholeSheet(sheet.words.join(" "))).toMatchObject({ ok: true });
  expect(await checkWholeSheet(sheet.words.toReversed().join(" "))).toMatchObject({
    ok: false,
    code: "wrong-recovery-words",
  });
});

test("recovery words unlock, and new ones end the old ones", async () => {
  await createdOn(hostOn(await temporaryFolder()), { showsWords: true });
  const sheet = recoveryCheck.get();
  if (sheet.kind !== "showing") throw new Error("the words are not shown");
  await lockNow();
  const secret = { kind: "recovery", words: sheet.words.join(" ") } as const;
  expect(await unlock(secret)).toMatchObject({ ok: true });
  expect(await makeNewRecoveryWords("wrong")).toMatchObject({ ok: false, code: "wrong-passphrase" });
  expect(await makeNewRecoveryWords(passphrase)).toMatchObject({ ok: true });
  expect(recoveryCheck.get().kind).toBe("showing");
  await lockNow();
  expect(await unlock(secret)).toMatchObject({ ok: false, code: "wrong-recovery-words" });
});

test("a changed passphrase opens, the one before doesn't", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  expect(await changePassphrase("wrong", "next")).toMatchObject({ ok: false, code: "wrong-passphrase" });
  expect(await changePassphrase(passphrase, "next")).toEqual({ ok: true, value: null });
  await lockNow();
  expect(await unlockAgain()).toMatchObject({ ok: false });
  expect(await unlock({ kind: "passphrase", passphrase: "next" })).toMatchObject({ ok: true });
});

test("keeping the key on this computer isn't offered where there is no keyring", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  expect(mayHoldOnComputer()).toBe(false);
  await lockNow();
  expect(await unlock({ kind: "computer" })).toMatchObject({ ok: false, code: "keyring-missing" });
});

test("unlocking while Folio is still locking waits until everything is put away", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  typeInto("one", "two");
  const locked = lockNow();
  expect(locking.get()).toBe(true);
  expect(vaultState.get()).toBe("locked");
  const [, outcome] = await Promise.all([locked, unlockAgain()]);
  expect(outcome).toEqual({ ok: true, value: { reopened: true } });
  expect(isReadOnly(session.get())).toBe(false);
  expect(typedFields.get().get("one")).toBe("two");
  expect(vaultState.get()).toBe("open");
});
