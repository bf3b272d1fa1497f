import { chmod, copyFile, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Host } from "#core/host.ts";
import { addCaseKey, newCaseKey, openCaseKey } from "#core/vault/case-key.ts";
import { argon2id } from "#core/vault/kdf.ts";
import { checkKeyFiles, createVault, unlockVault } from "#core/vault/vault.ts";
import { changePassphrase, holdOnComputer, newRecoveryWords } from "#core/vault/vault-keys.ts";
import { nodeHost } from "../../../src-main/host/node-host.ts";
import { endAfterTest, hostOn, idOf, taken, temporaryFolder } from "../../host/temporary.ts";
import { codeOf, fastKdf } from "./key-disk.ts";
import { computer, first, firstSecret, passphrase, recovery, rootMark } from "./vaults.ts";

const unlock = (host: Host, secret = firstSecret) => unlockVault(host, secret, fastKdf);

/** A data folder with a vault, its host, and where its three files are. */
async function vaultOnDisk() {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const made = await createVault(host, first, fastKdf);
  const [main, copy, head] = ["vault.json", "vault.json.2", "vault.head"].map((name) => join(folder, name));
  if (main === undefined || copy === undefined || head === undefined) throw new Error("three names");
  return { folder, host, ...made, main, copy, head };
}

async function everything(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const paths = names.map((one) => join(one.parentPath, one.name)).sort();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, "base64")] as const)));
}

describe("a vault in a folder", () => {
  test("with the real KDF: made, opened by another host, its passphrase changed, opened again", async () => {
    const folder = await temporaryFolder();
    const { vault, words } = await createVault(hostOn(folder), first, argon2id);
    const opened = await unlockVault(hostOn(folder), firstSecret, argon2id);
    expect(await rootMark(opened.vault)).toBe(await rootMark(vault));
    await changePassphrase(hostOn(folder), opened.vault, firstSecret, "second", argon2id);
    const host = hostOn(folder);
    expect(await codeOf(unlockVault(host, firstSecret, argon2id))).toBe("wrong-passphrase");
    expect((await unlockVault(host, passphrase("second"), argon2id)).notes).toEqual([]);
    expect((await unlockVault(host, recovery(words), argon2id)).notes).toEqual([]);
    expect(checkKeyFiles(await host.readKeyFiles())).toEqual([]);
  });

  test("holds its two copies and its head, and nothing else", async () => {
    const { folder } = await vaultOnDisk();
    expect((await readdir(folder)).sort()).toEqual(["vault.head", "vault.json", "vault.json.2"]);
  });

  test("is not touched by wrong secrets", async () => {
    const { folder, host, main } = await vaultOnDisk();
    const before = await everything(folder);
    const { mtimeMs } = await stat(main);
    for (let n = 0; n < 20; n += 1) expect(await codeOf(unlock(host, passphrase(`${n}`)))).toBe("wrong-passphrase");
    expect(await codeOf(unlock(host, recovery(["zoo"])))).toBe("wrong-recovery-words");
    expect(await everything(folder)).toEqual(before);
    expect((await stat(main)).mtimeMs).toBe(mtimeMs);
  });

  test.each(["main", "copy"] as const)("whose %s is damaged, emptied or gone is mended by unlocking", async (which) => {
    const made = await vaultOnDisk();
    const whole = await everything(made.folder);
    const ways = [
      async () => writeFile(made[which], (await readFile(made[which])).fill(0, 40, 44)),
      () => writeFile(made[which], ""),
      () => rm(made[which]),
    ];
    for (const damage of ways) {
      await damage();
      expect((await unlock(made.host)).notes).toEqual(["vault-copy-damaged"]);
      expect(await everything(made.folder)).toEqual(whole);
      expect((await unlock(made.host)).notes).toEqual([]);
    }
  });

  test("whose passphrase is changed while a copy is gone has both copies again", async () => {
    const { host, vault, main, copy } = await vaultOnDisk();
    await rm(main);
    await changePassphrase(host, vault, firstSecret, "second", fastKdf);
    expect(await readFile(main)).toEqual(await readFile(copy));
    expect((await unlock(host, passphrase("second"))).notes).toEqual([]);
  });

  test("says that an older vault.json was put back, alone or with its copy", async () => {
    const { folder, host, vault, main, copy } = await vaultOnDisk();
    const kept = join(folder, "kept");
    await copyFile(main, kept);
    await changePassphrase(host, vault, firstSecret, "second", fastKdf);
    await copyFile(kept, main);
    expect((await unlock(host, passphrase("second"))).notes).toEqual(["vault-rolled-back"]);
    expect((await unlock(host, passphrase("second"))).notes).toEqual([]);
    await copyFile(kept, main);
    await copyFile(kept, copy);
    expect(await codeOf(unlock(host, passphrase("second")))).toBe("wrong-passphrase");
    expect((await unlock(host)).notes).toEqual(["vault-rolled-back"]);
  });

  const writesEverywhere = process.getuid?.() === 0;
  test.skipIf(writesEverywhere)("that can't be written opens, and refuses a change only", async () => {
    const { folder, host, vault, main } = await vaultOnDisk();
    await rm(main);
    await chmod(folder, 0o500);
    expect((await unlock(host)).notes).toEqual(["vault-copy-damaged"]);
    expect(await codeOf(changePassphrase(host, vault, firstSecret, "second", fastKdf))).toBe("cannot-write");
    await chmod(folder, 0o700);
  });

  test("whose passphrase two windows change at once has the passphrase of the one that was told it is done", async () => {
    const { folder, host, vault } = await vaultOnDisk();
    const tried = ["second", "third"].map((next) => codeOf(changePassphrase(host, vault, firstSecret, next, fastKdf)));
    const [one, other] = await Promise.all(tried);
    expect([one, other].sort()).toEqual(["keys-changed-elsewhere", "opened"]);
    const right = one === "opened" ? "second" : "third";
    expect((await unlock(hostOn(folder), passphrase(right))).notes).toEqual([]);
  });

  test("is made once, though two windows begin it at once", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const codes = await Promise.all(["a", "b"].map((text) => codeOf(createVault(host, text, fastKdf))));
    expect(codes.filter((code) => code === "opened").length).toBe(1);
    const right = codes[0] === "opened" ? "a" : "b";
    expect((await unlock(host, passphrase(right))).notes).toEqual([]);
  });

  test("holds on disk neither passphrase, words nor what the keyring was given", async () => {
    const folder = await temporaryFolder();
    const given: Uint8Array[] = [];
    const host = nodeHost({
      dataFolder: folder,
      version: "0.0.0",
      kind: "electron",
      machine: {
        sealWithComputer: async (secret) => {
          given.push(secret);
          return secret.map((byte) => byte ^ 0xff);
        },
        openWithComputer: async (sealed) => sealed.map((byte) => byte ^ 0xff),
      },
    });
    endAfterTest(() => host.close());
    const { vault, words } = await createVault(host, "marker-of-a-passphrase", fastKdf);
    const held = await holdOnComputer(host, vault, passphrase("marker-of-a-passphrase"), fastKdf);
    const anew = await newRecoveryWords(host, held, computer, fastKdf);
    expect((await unlock(host, computer)).notes).toEqual([]);
    const all = [...(await everything(folder)).values()].map((text) => Buffer.from(text, "base64").toString("latin1"));
    const secret = Buffer.from(given[0] ?? []).toString("base64");
    for (const mark of ["marker-of-a-passphrase", words.join(" "), anew.words.join(" "), secret]) {
      expect(mark.length).toBeGreaterThan(20);
      expect(all.some((text) => text.includes(mark))).toBe(false);
    }
  });
});

describe("a case's key on disk", () => {
  const caseId = idOf("a");

  test("is written with its case, read back, and written anew", async () => {
    const { host, vault } = await vaultOnDisk();
    const { file } = await newCaseKey(vault, caseId);
    await host.releaseCase(await host.beginCase(caseId, file));
    const { keys: copies } = await host.readCase(caseId);
    expect((await openCaseKey(vault, caseId, copies)).copyDamaged).toBe(false);
    const both = await addCaseKey(vault, caseId, copies);
    await host.writeCaseKey(await taken(host, caseId), both.file);
    const again = await openCaseKey(vault, caseId, (await host.readCase(caseId)).keys);
    expect([again.keys.keys.length, again.copyDamaged]).toEqual([2, false]);
  });

  test("opens from its second copy where the first is damaged or gone", async () => {
    const { folder, host, vault } = await vaultOnDisk();
    const { file } = await newCaseKey(vault, caseId);
    const lease = await host.beginCase(caseId, file);
    const path = join(folder, "cases", caseId, "key");
    for (const damage of [() => writeFile(path, "{}"), () => rm(path)]) {
      await damage();
      const opened = await openCaseKey(vault, caseId, (await host.readCase(caseId)).keys);
      expect(opened.copyDamaged).toBe(true);
      await host.writeCaseKey(lease, opened.sound);
      expect((await openCaseKey(vault, caseId, (await host.readCase(caseId)).keys)).copyDamaged).toBe(false);
    }
  });
});
