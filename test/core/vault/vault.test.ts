import { describe, expect, test } from "vitest";
import { checkKeyFiles, createVault, unlockKeyFiles } from "#core/vault/vault.ts";
import { changePassphrase } from "#core/vault/vault-keys.ts";
import { codeOf, fastKdf, flipped, keyDisk, noFiles, noKdf } from "./key-disk.ts";
import {
  computer,
  filesBeforeChange,
  first,
  firstSecret,
  forged,
  madeVault,
  passphrase,
  recovery,
  rootMark,
  there,
  unlock,
  vaultWithAllSlots,
} from "./vaults.ts";

describe("a new vault", () => {
  test("opens with its passphrase and with its recovery words, to the same keys", async () => {
    const { disk, vault, words } = await madeVault();
    expect(words.length).toBe(24);
    expect(vault.generation).toBe(1);
    for (const secret of [firstSecret, recovery(words)]) {
      const opened = await unlock(disk, secret);
      expect(opened.notes).toEqual([]);
      expect(opened.vault.id).toBe(vault.id);
      expect(await rootMark(opened.vault)).toBe(await rootMark(vault));
    }
    expect(checkKeyFiles(disk.files)).toEqual([]);
    expect(disk.writings).toBe(1);
  });

  test("is not made over one that is there, nor over what is left of one", async () => {
    const { disk } = await madeVault();
    const { main, copy, head } = disk.files;
    for (const left of [{ main }, { copy }, { head }, { main, copy, head }]) {
      expect(await codeOf(createVault(keyDisk({ ...noFiles, ...left }), "another", noKdf))).toBe("vault-there");
    }
  });

  test("needs a passphrase, and writes nothing without one", async () => {
    const disk = keyDisk();
    expect(await codeOf(createVault(disk, "", noKdf))).toBe("passphrase-empty");
    expect(disk.files).toEqual(noFiles);
  });

  test("has keys and words that no other has", async () => {
    const [one, other] = [await madeVault(), await madeVault()];
    expect(one.vault.id).not.toBe(other.vault.id);
    expect(one.words).not.toEqual(other.words);
    expect(await rootMark(one.vault)).not.toBe(await rootMark(other.vault));
  });

  test("writes neither passphrase nor words", async () => {
    const { disk, words } = await madeVault();
    for (const bytes of [disk.files.main, disk.files.copy, disk.files.head]) {
      const text = new TextDecoder("latin1").decode(there(bytes));
      expect(text).not.toContain(first);
      expect(words.filter((word) => word.length > 6 && text.includes(word))).toEqual([]);
    }
  });

  test("that the disk had no room for leaves nothing behind", async () => {
    const disk = keyDisk();
    disk.stopAfter = 0;
    expect(await codeOf(createVault(disk, first, fastKdf))).toBe("disk-full");
    disk.stopAfter = null;
    expect((await createVault(disk, first, fastKdf)).vault.generation).toBe(1);
  });
});

describe("unlocking", () => {
  test("a wrong passphrase is said, changes nothing, and locks nobody out after a hundred tries", async () => {
    const { disk } = await vaultWithAllSlots();
    const { files, writings } = disk;
    for (let n = 0; n < 100; n += 1) expect(await codeOf(unlock(disk, passphrase(`no ${n}`)))).toBe("wrong-passphrase");
    expect(await codeOf(unlock(disk, passphrase("")))).toBe("wrong-passphrase");
    expect(await codeOf(unlock(disk, passphrase(`${first} `)))).toBe("wrong-passphrase");
    expect(disk.files).toBe(files);
    expect(disk.writings).toBe(writings);
    expect((await unlock(disk, firstSecret)).notes).toEqual([]);
  });

  test("a wrong passphrase mends nothing either", async () => {
    const { disk } = await madeVault();
    disk.files = { ...disk.files, copy: null, head: null };
    const { files } = disk;
    expect(await codeOf(unlock(disk, passphrase("no")))).toBe("wrong-passphrase");
    expect(disk.files).toBe(files);
  });

  test("recovery words of another vault, or no such words, are said to be wrong", async () => {
    const [one, other] = [await madeVault(), await madeVault()];
    expect(await codeOf(unlock(one.disk, recovery(other.words)))).toBe("wrong-recovery-words");
    expect(await codeOf(unlock(one.disk, recovery(["folio"])))).toBe("wrong-recovery-words");
  });

  test("one spelling of a passphrase opens as well as another", async () => {
    const disk = keyDisk();
    await createVault(disk, "Crème brûlée ½", fastKdf);
    for (const spelling of ["Cre\u0300me bru\u0302le\u0301e ½", "Ｃrème brûlée 1⁄2"]) {
      expect((await unlock(disk, passphrase(spelling))).notes).toEqual([]);
    }
    expect(await codeOf(unlock(disk, passphrase("Creme brulee ½")))).toBe("wrong-passphrase");
  });

  test("where no vault was made, that is what is said", async () => {
    expect(await codeOf(unlock(keyDisk(), firstSecret))).toBe("vault-missing");
    expect(checkKeyFiles(noFiles)).toEqual(["vault-missing"]);
  });

  test("this computer's keyring opens where it was asked to, and not elsewhere", async () => {
    const { disk, vault } = await vaultWithAllSlots();
    expect(await rootMark((await unlock(disk, computer)).vault)).toBe(await rootMark(vault));
    disk.keyring = false;
    expect(await codeOf(unlock(disk, computer))).toBe("keyring-missing");
    expect(await codeOf(unlockKeyFiles(disk.files, computer, fastKdf))).toBe("keyring-missing");
    expect(await codeOf(unlock((await madeVault()).disk, computer))).toBe("keyring-missing");
  });

  test("a keyring that gives back something else opens nothing", async () => {
    const { disk } = await vaultWithAllSlots();
    for (const size of [0, 31, 32, 64]) {
      disk.openWithComputer = async () => new Uint8Array(size);
      expect(await codeOf(unlock(disk, computer))).toBe("keyring-missing");
    }
  });

  test("key files of a backup open without anything being written", async () => {
    const { disk, vault, words } = await madeVault();
    const files = { ...disk.files, copy: null };
    for (const secret of [firstSecret, recovery(words)]) {
      const opened = await unlockKeyFiles(files, secret, fastKdf);
      expect(opened.notes).toEqual(["vault-copy-damaged"]);
      expect(await rootMark(opened.vault)).toBe(await rootMark(vault));
    }
    expect(disk.writings).toBe(1);
  });
});

describe("mending", () => {
  test.each(["main", "copy"] as const)("a missing %s is said once and written anew", async (which) => {
    const { disk } = await madeVault();
    const whole = disk.files;
    disk.files = { ...whole, [which]: null };
    expect(checkKeyFiles(disk.files)).toEqual(["vault-copy-damaged"]);
    expect((await unlock(disk, firstSecret)).notes).toEqual(["vault-copy-damaged"]);
    expect(disk.files).toEqual(whole);
    expect((await unlock(disk, firstSecret)).notes).toEqual([]);
  });

  test("a damaged or missing head is said once and written anew, at the first generation too", async () => {
    const made = await vaultWithAllSlots();
    const { disk } = made;
    for (const head of [null, new Uint8Array(0), flipped(there(disk.files.head), 999)]) {
      disk.files = { ...disk.files, head };
      expect((await unlock(disk, firstSecret)).notes).toEqual(["vault-head-damaged"]);
      expect((await unlock(disk, firstSecret)).notes).toEqual([]);
    }
    const young = (await madeVault()).disk;
    young.files = { ...young.files, head: null };
    expect((await unlock(young, firstSecret)).notes).toEqual(["vault-head-damaged"]);
    expect((await unlock(young, firstSecret)).notes).toEqual([]);
  });

  test("the first vault.json put back without its head does not pass for a vault that never changed", async () => {
    const { disk, vault } = await madeVault();
    const first = disk.files;
    await changePassphrase(disk, vault, firstSecret, "second", fastKdf);
    disk.files = { ...first, head: null };
    expect((await unlock(disk, firstSecret)).notes).toEqual(["vault-head-damaged"]);
  });

  test("a disk that takes no writing keeps nobody out", async () => {
    const { disk } = await madeVault();
    disk.files = { ...disk.files, main: null };
    disk.stopAfter = 0;
    disk.stopWith = "cannot-write";
    expect((await unlock(disk, firstSecret)).notes).toEqual(["vault-copy-damaged"]);
    expect(disk.files.main).toBeNull();
  });

  test("what is damaged in both copies is not guessed at", async () => {
    const { disk } = await madeVault();
    const { main } = disk.files;
    disk.files = { ...disk.files, main: flipped(there(main), 700), copy: there(main).slice(0, 500) };
    const { files } = disk;
    expect(checkKeyFiles(files)).toEqual(["vault-damaged"]);
    expect(await codeOf(unlock(disk, firstSecret))).toBe("vault-damaged");
    expect(disk.files).toBe(files);
    expect(checkKeyFiles({ ...noFiles, head: files.head })).toEqual(["vault-damaged"]);
  });
});

describe("an older vault.json that was put back", () => {
  test("with its copy: it opens with the older passphrase, and this is said each time until a key is changed", async () => {
    const made = await madeVault();
    const { disk } = made;
    const earlier = await filesBeforeChange(made, "second");
    disk.files = { ...disk.files, main: earlier.main, copy: earlier.copy };
    expect(await codeOf(unlock(disk, passphrase("second")))).toBe("wrong-passphrase");
    for (let n = 0; n < 2; n += 1) expect((await unlock(disk, firstSecret)).notes).toEqual(["vault-rolled-back"]);
    const { vault } = await unlock(disk, firstSecret);
    const changed = await changePassphrase(disk, vault, firstSecret, "third", fastKdf);
    expect(changed.generation).toBe(3);
    expect((await unlock(disk, passphrase("third"))).notes).toEqual([]);
  });

  test("and is damaged in one copy: the copy is mended, the head still speaks of the later one", async () => {
    const made = await madeVault();
    const earlier = await filesBeforeChange(made, "second");
    made.disk.files = { ...made.disk.files, main: earlier.main, copy: null };
    expect((await unlock(made.disk, firstSecret)).notes).toEqual(["vault-copy-damaged", "vault-rolled-back"]);
    expect(made.disk.files.copy).toEqual(earlier.main);
    expect((await unlock(made.disk, firstSecret)).notes).toEqual(["vault-rolled-back"]);
  });

  test.each(["main", "copy"] as const)("as %s alone: the later one counts, and is put in its place", async (which) => {
    const made = await madeVault();
    const { disk } = made;
    const earlier = await filesBeforeChange(made, "second");
    const later = disk.files;
    disk.files = { ...later, [which]: earlier.main };
    expect(await codeOf(unlock(disk, firstSecret))).toBe("wrong-passphrase");
    expect((await unlock(disk, passphrase("second"))).notes).toEqual(["vault-rolled-back"]);
    expect(disk.files).toEqual(later);
    expect((await unlock(disk, passphrase("second"))).notes).toEqual([]);
  });

  test("as main alone with the head gone: the older passphrase opens nothing", async () => {
    const made = await madeVault();
    const { disk } = made;
    const earlier = await filesBeforeChange(made, "second");
    for (const head of [null, new Uint8Array(301)]) {
      disk.files = { ...disk.files, main: earlier.main, head };
      expect(await codeOf(unlock(disk, firstSecret))).toBe("wrong-passphrase");
    }
    expect((await unlock(disk, passphrase("second"))).notes).toEqual(["vault-head-damaged"]);
  });

  test("of the same generation as the head's, but another writing, is said", async () => {
    const { disk, vault } = await madeVault();
    const young = disk.files;
    await changePassphrase(disk, vault, firstSecret, "second", fastKdf);
    const { head } = disk.files;
    disk.files = young;
    await changePassphrase(disk, vault, firstSecret, "third", fastKdf);
    disk.files = { ...disk.files, head };
    for (let n = 0; n < 2; n += 1) {
      expect((await unlock(disk, passphrase("third"))).notes).toEqual(["vault-rolled-back"]);
    }
  });

  test("with its head too can't be told from inside", async () => {
    const made = await madeVault();
    made.disk.files = await filesBeforeChange(made, "second");
    expect((await unlock(made.disk, firstSecret)).notes).toEqual([]);
  });
});

describe("a vault.json that somebody altered and summed again", () => {
  test("is refused once a slot opens: its mac is under a key they haven't", async () => {
    const { disk, words } = await vaultWithAllSlots();
    const whole = there(disk.files.main);
    const alter: readonly ((text: string) => string)[] = [
      (text) => text.replace('"generation":2', '"generation":3'),
      (text) => text.replace(/,\{"kind":"computer".*?\}/, ""),
      (text) => text.replace(/"mac":"./, (start) => `${start.slice(0, -1)}${start.endsWith("0") ? "1" : "0"}`),
      (text) => text.replace(/"kind":"computer","id":".{4}/, '"kind":"computer","id":"0123'),
    ];
    for (const [i, each] of alter.entries()) {
      const bytes = forged(whole, each);
      disk.files = { ...disk.files, main: bytes, copy: bytes };
      const { files } = disk;
      const code = await codeOf(unlock(disk, firstSecret));
      expect([i, code]).toEqual([i, "vault-tampered"]);
      expect(await codeOf(unlock(disk, recovery(words)))).toBe("vault-tampered");
      expect(disk.files).toBe(files);
    }
  });

  test("beside an unaltered copy of the same generation is refused before anything is derived", async () => {
    const { disk } = await vaultWithAllSlots();
    const bytes = forged(disk.files.main, (text) => text.replace(/,\{"kind":"computer".*?\}/, ""));
    for (const which of ["main", "copy"]) {
      const files = { ...disk.files, [which]: bytes };
      expect(checkKeyFiles(files)).toEqual(["vault-tampered"]);
      expect(await codeOf(unlockKeyFiles(files, firstSecret, noKdf))).toBe("vault-tampered");
    }
  });

  test("or another vault's beside ours, is refused before anything is derived", async () => {
    const [one, other] = [await vaultWithAllSlots(), await madeVault()];
    const files = { ...one.disk.files, main: other.disk.files.main };
    expect(await codeOf(unlockKeyFiles(files, firstSecret, noKdf))).toBe("vault-tampered");
  });

  test("a slot moved into another vault opens nothing there, even with the right passphrase", async () => {
    const [one, other] = [await madeVault(), await madeVault()];
    const slot = /\{"kind":"passphrase".*?\}/;
    const theirs = slot.exec(new TextDecoder().decode(there(other.disk.files.main)))?.[0] ?? "";
    const bytes = forged(one.disk.files.main, (text) => text.replace(slot, theirs));
    expect(await codeOf(unlockKeyFiles({ main: bytes, copy: bytes, head: null }, firstSecret, fastKdf))).toBe(
      "wrong-passphrase",
    );
  });
});
