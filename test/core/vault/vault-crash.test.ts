import { describe, expect, test } from "vitest";
import type { Problem } from "#core/problems.ts";
import { createVault, type OpenVault, type Secret } from "#core/vault/vault.ts";
import { beginKeyChange, changePassphrase, endKeyChange, newRecoveryWords } from "#core/vault/vault-keys.ts";
import { codeOf, fastKdf, type KeyDisk, keyDisk } from "./key-disk.ts";
import { first, firstSecret, madeVault, passphrase, recovery, rootMark, unlock } from "./vaults.ts";

const second = passphrase("second");
/** Nothing replaced; the copy; the copy and main; all three. */
const steps = [0, 1, 2, 3];

/** Stops the next writing after this many files, as a killed process would: nobody hears of it. */
async function killed(disk: KeyDisk, after: number, work: () => Promise<unknown>): Promise<void> {
  disk.stopAfter = after;
  const { readKeyFiles } = disk;
  const goneAfterWriting = async () => {
    if (disk.writings > writings) throw new Error("killed");
    return readKeyFiles();
  };
  const { writings } = disk;
  disk.readKeyFiles = goneAfterWriting;
  await work().catch(() => undefined);
  disk.readKeyFiles = readKeyFiles;
  disk.stopAfter = null;
}

async function opens(disk: KeyDisk, secret: Secret): Promise<OpenVault | null> {
  const { files } = disk;
  try {
    return (await unlock(disk, secret)).vault;
  } catch (cause) {
    if (!/^wrong-/.test((cause as Problem).code)) throw cause; // any other code than a wrong secret's fails the test
    expect(disk.files).toBe(files);
    return null;
  }
}

describe("a change of passphrase that is killed", () => {
  test.each(steps)("after %i files leaves a vault that opens, with all its keys", async (after) => {
    const { disk, vault, words } = await madeVault();
    await killed(disk, after, () => changePassphrase(disk, vault, firstSecret, "second", fastKdf));
    const stopped = disk.files;
    // each secret is tried on the disk as the crash left it
    const opened = [];
    for (const secret of [firstSecret, second, recovery(words)]) {
      disk.files = stopped;
      const one = await opens(disk, secret);
      if (one !== null) expect(await rootMark(one)).toBe(await rootMark(vault));
      opened.push(one !== null);
    }
    expect(opened).toEqual([after < 2, after > 0, true]);
  });

  test.each([
    [firstSecret, second],
    [second, firstSecret],
  ])("after the copy alone is settled by the first secret that opens", async (used, other) => {
    const { disk, vault } = await madeVault();
    await killed(disk, 1, () => changePassphrase(disk, vault, firstSecret, "second", fastKdf));
    expect((await unlock(disk, used)).notes).toEqual([]);
    expect(disk.files.main).toEqual(disk.files.copy);
    expect(await codeOf(unlock(disk, other))).toBe("wrong-passphrase");
    const now = (await unlock(disk, used)).vault;
    const third = await changePassphrase(disk, now, used, "third", fastKdf);
    expect((await unlock(disk, passphrase("third"))).vault.generation).toBe(third.generation);
  });

  test.each(steps)("after %i files while mending finds nothing new", async (after) => {
    const { disk } = await madeVault();
    const whole = disk.files;
    disk.files = { ...whole, main: null };
    await killed(disk, after, () => unlock(disk, firstSecret));
    await unlock(disk, firstSecret);
    expect({ ...disk.files, head: null }).toEqual({ ...whole, head: null });
    expect((await unlock(disk, firstSecret)).notes).toEqual([]);
  });
});

describe("a change of passphrase that the disk refuses", () => {
  test.each([0, 1])(
    "after %i files is said, the present passphrase opens, and a second try succeeds",
    async (after) => {
      const { disk, vault } = await madeVault();
      disk.stopAfter = after;
      expect(await codeOf(changePassphrase(disk, vault, firstSecret, "second", fastKdf))).toBe("disk-full");
      const stopped = disk.files;
      expect(await opens(disk, firstSecret)).not.toBeNull();
      disk.files = stopped;
      disk.stopAfter = null;
      const changed = await changePassphrase(disk, vault, firstSecret, "third", fastKdf);
      expect((await unlock(disk, passphrase("third"))).vault.generation).toBe(changed.generation);
      expect(await codeOf(unlock(disk, second))).toBe("wrong-passphrase");
      expect(await codeOf(unlock(disk, firstSecret))).toBe("wrong-passphrase");
    },
  );

  test.each([2, 3])("after %i files is in force, and is not called a failure", async (after) => {
    const { disk, vault } = await madeVault();
    disk.stopAfter = after;
    const changed = await changePassphrase(disk, vault, firstSecret, "second", fastKdf);
    disk.stopAfter = null;
    const opened = await unlock(disk, second);
    expect(opened.notes).toEqual([]);
    expect(opened.vault.generation).toBe(changed.generation);
    const third = await changePassphrase(disk, changed, second, "third", fastKdf);
    expect(third.generation).toBe(3);
  });

  test("new words that the disk refused leave the earlier ones good", async () => {
    const { disk, vault, words } = await madeVault();
    for (const after of [0, 1]) {
      disk.stopAfter = after;
      expect(await codeOf(newRecoveryWords(disk, vault, firstSecret, fastKdf))).toBe("disk-full");
    }
    disk.stopAfter = null;
    expect((await unlock(disk, recovery(words))).notes).toEqual([]);
  });
});

describe("a change of all keys that is killed", () => {
  test.each(steps)("while beginning, after %i files, leaves the earlier root key within reach", async (after) => {
    const { disk, vault, words } = await madeVault();
    await killed(disk, after, () => beginKeyChange(disk, vault, firstSecret, "second", fastKdf));
    const stopped = disk.files;
    const opened = [];
    for (const secret of [firstSecret, second, recovery(words)]) {
      disk.files = stopped;
      const one = await opens(disk, secret);
      if (one !== null) expect(await rootMark(one.before ?? one)).toBe(await rootMark(vault));
      opened.push(one !== null);
    }
    expect(opened).toEqual([after < 2, after > 0, after < 2]);
  });

  test.each(steps)(
    "while ending, after %i files, opens with the new passphrase and its new root key",
    async (after) => {
      const { disk, vault } = await madeVault();
      const begun = await beginKeyChange(disk, vault, firstSecret, "second", fastKdf);
      await killed(disk, after, () => endKeyChange(disk, begun.vault));
      const one = await unlock(disk, second);
      expect(one.notes).toEqual([]);
      expect(await rootMark(one.vault)).toBe(await rootMark(begun.vault));
      expect(one.vault.before === undefined).toBe(after > 0);
      expect(await codeOf(unlock(disk, firstSecret))).toBe("wrong-passphrase");
    },
  );
});

describe("the making of a vault that is killed", () => {
  test.each(steps)("after %i files leaves no vault, or one that its passphrase opens", async (after) => {
    const disk = keyDisk();
    await killed(disk, after, () => createVault(disk, first, fastKdf));
    if (after === 0) {
      expect((await createVault(disk, first, fastKdf)).vault.generation).toBe(1);
      return;
    }
    const { vault } = await unlock(disk, firstSecret);
    const anew = await newRecoveryWords(disk, vault, firstSecret, fastKdf);
    expect((await unlock(disk, recovery(anew.words))).notes).toEqual([]);
  });
});
