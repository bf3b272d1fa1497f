import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { addLetters } from "../../src-renderer/flows/add-letters.ts";
import {
  backUpNow,
  backups,
  chooseBackupFolder,
  foundBackup,
  lookForBackup,
  needsSecret,
  restoreBeside,
  restoreEverything,
} from "../../src-renderer/flows/backups.ts";
import { openFile, session } from "../../src-renderer/flows/current-case.ts";
import { handOver, isRecipient, saveBag, saveBundle, takeOverBundle } from "../../src-renderer/flows/hand-over.ts";
import { lockNow } from "../../src-renderer/flows/lock.ts";
import { closeCase, listedCases, openListedCase } from "../../src-renderer/flows/open-case.ts";
import { createVault, leaveVault, vaultState } from "../../src-renderer/flows/vault.ts";
import { bytesOf, hostOn, temporaryFolder } from "../host/temporary.ts";
import { createdOn, passphrase, unlockAgain, windowOn } from "./window.ts";

vi.mock("../../src-renderer/flows/passphrase-kdf.ts", () => import("./quick-kdf.ts"));

const letter = { name: "letter.txt", bytes: async () => bytesOf("Dear Ms Zebra, your letter of 3 March 2026") };

/** Another computer: what was open here is left behind. */
async function anotherComputer(savePath: string | null = null) {
  await lockNow();
  leaveVault(null, Promise.resolve());
  const folder = await temporaryFolder();
  await windowOn(hostOn(folder, savePath));
  return folder;
}

test("a bundle goes out locked, is noted in the case file, and is taken over on another computer", async () => {
  const saved = join(await temporaryFolder(), "case.folio");
  await createdOn(hostOn(await temporaryFolder(), saved));
  await addLetters([[letter]]);
  const caseId = openFile().id;
  const out = await saveBundle({ passphrase: "for the adviser" });
  expect(out).toMatchObject({ ok: true, value: { head: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  expect(handOver.get()).toEqual({ kind: "none" });
  const bytes = await readFile(saved);
  expect(bytes.toString("latin1")).not.toContain("Zebra");
  await anotherComputer();
  expect(await createVault("another passphrase")).toMatchObject({ ok: true });
  const file = new File([bytes], "case.folio");
  expect(await takeOverBundle(file, { passphrase: "wrong" })).toMatchObject({ ok: false, code: "bundle-wrong-secret" });
  const cut = new File([bytes.subarray(0, bytes.length - 20)], "case.folio");
  expect(await takeOverBundle(cut, { passphrase: "for the adviser" })).toMatchObject({
    ok: false,
    code: "bundle-damaged",
  });
  expect(await session.get().host?.listCases()).toEqual([]);
  const taken = await takeOverBundle(file, { passphrase: "for the adviser" });
  expect(taken).toEqual({ ok: true, value: { caseId, did: "added" } });
  expect(await openListedCase(caseId)).toBe(true);
  expect(openFile().exhibits).toHaveLength(1);
  await closeCase();
  expect(await takeOverBundle(file, { passphrase: "for the adviser" })).toMatchObject({
    value: { did: "nothing-new" },
  });
});

test("a bundle without a passphrase or with a wrong public key is refused, and leaves no file", async () => {
  const saved = join(await temporaryFolder(), "case.folio");
  await createdOn(hostOn(await temporaryFolder(), saved));
  expect(await saveBundle({ passphrase: "" })).toMatchObject({ ok: false, code: "passphrase-empty" });
  expect(await saveBundle({ recipients: ["age1nobody"] })).toMatchObject({ ok: false, code: "recipient-wrong" });
  await expect(readFile(saved)).rejects.toThrow();
  expect(isRecipient("age1nobody")).toBe(false);
  expect(isRecipient("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p")).toBe(true);
});

test("a cancelled hand-over is no failure, and notes nothing", async () => {
  await createdOn(hostOn(await temporaryFolder(), null));
  const { latest } = session.get().kept ?? {};
  expect(await saveBag()).toEqual({ ok: true, value: null });
  expect(session.get().kept?.latest).toBe(latest);
});

test("a plain bag holds the letters readably", async () => {
  const saved = join(await temporaryFolder(), "case.tar");
  await createdOn(hostOn(await temporaryFolder(), saved));
  await addLetters([[letter]]);
  expect(await saveBag()).toMatchObject({ ok: true });
  expect((await readFile(saved)).toString("latin1")).toContain("Dear Ms Zebra");
});

test("a backup is made in the folder that was chosen, and restores all of it on an empty computer", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(await temporaryFolder()));
  await addLetters([[letter]]);
  expect(await chooseBackupFolder("relative")).toMatchObject({ ok: false, code: "backup-folder-wrong" });
  expect(await chooseBackupFolder(folder)).toEqual({ ok: true, value: true });
  expect(backups.get()).toMatchObject({ problem: null, lastGoodAt: expect.any(String) });
  expect(await backUpNow()).toMatchObject({ ok: true });
  await anotherComputer();
  expect(vaultState.get()).toBe("none");
  expect(await lookForBackup(await temporaryFolder())).toMatchObject({ ok: false, code: "backup-not-found" });
  expect(await lookForBackup(folder)).toEqual({ ok: true, value: true });
  const [set] = foundBackup.get()?.sets ?? [];
  expect(await restoreEverything(set?.id ?? "")).toMatchObject({ ok: true });
  expect(vaultState.get()).toBe("locked");
  expect(await unlockAgain()).toEqual({ ok: true, value: { reopened: false } });
  await vi.waitFor(() => expect(listedCases.get()).toMatchObject([{ name: "My complaint", problem: null }]));
  expect(await openListedCase(listedCases.get()?.[0]?.id ?? "")).toBe(true);
  expect(openFile().exhibits).toHaveLength(1);
});

test("a backup of another vault is added beside what is here, once its own passphrase opens it", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(await temporaryFolder()));
  const caseId = openFile().id;
  await chooseBackupFolder(folder);
  await anotherComputer();
  await createVault("another passphrase");
  await lookForBackup(folder);
  const [set] = foundBackup.get()?.sets ?? [];
  const id = set?.id ?? "";
  expect(await needsSecret(id)).toEqual({ ok: true, value: true });
  expect(await restoreBeside(id, null)).toMatchObject({ ok: false, code: "wrong-passphrase" });
  const secret = (text: string) => ({ kind: "passphrase", passphrase: text }) as const;
  expect(await restoreBeside(id, secret("wrong"))).toMatchObject({ ok: false, code: "wrong-passphrase" });
  expect(await restoreBeside(id, secret(passphrase))).toEqual({ ok: true, value: [{ caseId, did: "added" }] });
  expect(listedCases.get()).toMatchObject([{ id: caseId, name: "My complaint", problem: null }]);
});

test("a backup of this vault needs no secret, and nothing new is nothing new", async () => {
  const folder = await temporaryFolder();
  await createdOn(hostOn(await temporaryFolder()));
  const caseId = openFile().id;
  await chooseBackupFolder(folder);
  await lookForBackup(folder);
  const id = foundBackup.get()?.sets[0]?.id ?? "";
  expect(await needsSecret(id)).toEqual({ ok: true, value: false });
  expect(await restoreBeside(id, null)).toEqual({ ok: true, value: [{ caseId, did: "nothing-new" }] });
});
