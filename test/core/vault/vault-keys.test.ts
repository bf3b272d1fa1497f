import { describe, expect, test } from "vitest";
import { newCaseKey, openCaseKey } from "#core/vault/case-key.ts";
import { createVault } from "#core/vault/vault.ts";
import {
  beginKeyChange,
  changePassphrase,
  dropFromComputer,
  endKeyChange,
  holdOnComputer,
  newRecoveryWords,
  slotKinds,
} from "#core/vault/vault-keys.ts";
import { codeOf, fastKdf, keyDisk, noKdf } from "./key-disk.ts";
import {
  computer,
  first,
  firstSecret,
  forged,
  madeVault,
  passphrase,
  recovery,
  rootMark,
  textOf,
  there,
  unlock,
  vaultWithAllSlots,
} from "./vaults.ts";

const slotOf = (text: string, kind: string) => new RegExp(`\\{"kind":"${kind}".*?\\}`).exec(text)?.[0];

describe("a change of passphrase", () => {
  test("writes one slot anew: the new passphrase opens, the earlier one doesn't, all else is as it was", async () => {
    const { disk, vault, words } = await vaultWithAllSlots();
    const before = textOf(disk.files.main);
    const changed = await changePassphrase(disk, vault, firstSecret, "second", fastKdf);
    const after = textOf(disk.files.main);
    expect(changed.generation).toBe(vault.generation + 1);
    expect(slotOf(after, "passphrase")).not.toBe(slotOf(before, "passphrase"));
    expect(slotOf(after, "recovery")).toBe(slotOf(before, "recovery"));
    expect(slotOf(after, "computer")).toBe(slotOf(before, "computer"));
    expect(await codeOf(unlock(disk, firstSecret))).toBe("wrong-passphrase");
    for (const secret of [passphrase("second"), recovery(words), computer]) {
      const opened = await unlock(disk, secret);
      expect(opened.notes).toEqual([]);
      expect(await rootMark(opened.vault)).toBe(await rootMark(vault));
    }
  });

  test("is made with the recovery words or the computer's slot by who forgot the passphrase", async () => {
    const { disk, vault, words } = await vaultWithAllSlots();
    const second = await changePassphrase(disk, vault, recovery(words), "second", fastKdf);
    await changePassphrase(disk, second, computer, "third", fastKdf);
    expect((await unlock(disk, passphrase("third"))).notes).toEqual([]);
  });

  test("by a wrong secret, or to nothing, writes nothing", async () => {
    const { disk, vault } = await madeVault();
    const { files } = disk;
    const tried = (secret: Parameters<typeof unlock>[1], next: string) =>
      codeOf(changePassphrase(disk, vault, secret, next, fastKdf));
    expect(await tried(passphrase("no"), "second")).toBe("wrong-passphrase");
    expect(await tried(recovery(["zoo"]), "second")).toBe("wrong-recovery-words");
    expect(await tried(computer, "second")).toBe("keyring-missing");
    expect(await tried(firstSecret, "")).toBe("passphrase-empty");
    expect(disk.files).toBe(files);
  });

  test("in two windows at once: the second is told, and nothing of the first is lost", async () => {
    const { disk, vault } = await madeVault();
    await changePassphrase(disk, vault, firstSecret, "second", fastKdf);
    const { files } = disk;
    const late = [
      changePassphrase(disk, vault, passphrase("second"), "third", fastKdf),
      newRecoveryWords(disk, vault, passphrase("second"), fastKdf),
      holdOnComputer(disk, vault, passphrase("second"), fastKdf),
      dropFromComputer(disk, vault),
      endKeyChange(disk, vault),
    ];
    for (const one of late) expect(await codeOf(one)).toBe("keys-changed-elsewhere");
    expect(disk.files).toBe(files);
  });

  test("that meets another window's between reading and writing is refused by the host", async () => {
    const { disk, vault } = await madeVault();
    const slow: typeof fastKdf = async (text, salt, parameters) => {
      if (text === "mine") await changePassphrase(disk, vault, firstSecret, "theirs", fastKdf);
      return fastKdf(text, salt, parameters);
    };
    expect(await codeOf(changePassphrase(disk, vault, firstSecret, "mine", slow))).toBe("keys-changed-elsewhere");
    expect((await unlock(disk, passphrase("theirs"))).notes).toEqual([]);
  });

  test("mends a copy that was damaged since the vault was opened", async () => {
    const { disk, vault } = await madeVault();
    disk.files = { ...disk.files, main: null };
    await changePassphrase(disk, vault, firstSecret, "second", fastKdf);
    expect(disk.files.main).toEqual(disk.files.copy);
    expect((await unlock(disk, passphrase("second"))).notes).toEqual([]);
  });

  test("of a vault.json that was altered since it was opened is refused", async () => {
    const { disk, vault } = await vaultWithAllSlots();
    const bytes = forged(disk.files.main, (text) => text.replace(/,\{"kind":"computer".*?\}/, ""));
    disk.files = { ...disk.files, main: bytes, copy: bytes };
    expect(await codeOf(changePassphrase(disk, vault, firstSecret, "second", noKdf))).toBe("vault-tampered");
  });
});

describe("new recovery words", () => {
  test("open, and the earlier ones don't", async () => {
    const { disk, vault, words } = await madeVault();
    const anew = await newRecoveryWords(disk, vault, firstSecret, fastKdf);
    expect(anew.words).not.toEqual(words);
    expect(await codeOf(unlock(disk, recovery(words)))).toBe("wrong-recovery-words");
    expect((await unlock(disk, recovery(anew.words))).notes).toEqual([]);
    expect((await unlock(disk, firstSecret)).vault.generation).toBe(anew.vault.generation);
  });
});

describe("this computer's slot", () => {
  test("comes, is renewed in its place, and goes", async () => {
    const { disk, vault } = await madeVault();
    const held = await holdOnComputer(disk, vault, firstSecret, fastKdf);
    const again = await holdOnComputer(disk, held, firstSecret, fastKdf);
    expect(slotKinds(disk.files)).toEqual(["passphrase", "recovery", "computer"]);
    expect((await unlock(disk, computer)).notes).toEqual([]);
    const dropped = await dropFromComputer(disk, again);
    expect(dropped.generation).toBe(4);
    expect(slotKinds(disk.files)).toEqual(["passphrase", "recovery"]);
    expect(await codeOf(unlock(disk, computer))).toBe("keyring-missing");
  });

  test("that isn't there is dropped without a writing", async () => {
    const { disk, vault } = await madeVault();
    expect(await dropFromComputer(disk, vault)).toBe(vault);
    expect(disk.writings).toBe(1);
  });

  test("needs a keyring, and writes nothing without one", async () => {
    const { disk, vault } = await madeVault();
    disk.keyring = false;
    expect(await codeOf(holdOnComputer(disk, vault, firstSecret, fastKdf))).toBe("keyring-missing");
    expect(disk.writings).toBe(1);
  });

  test("holds no root key: the keyring sees other bytes each time, and they open nothing by themselves", async () => {
    const { disk, vault } = await madeVault();
    const seen: string[] = [];
    disk.sealWithComputer = async (secret) => {
      seen.push(Buffer.from(secret).toString("hex"));
      return secret;
    };
    const held = await holdOnComputer(disk, vault, firstSecret, fastKdf);
    await holdOnComputer(disk, held, firstSecret, fastKdf);
    expect(seen.map((hex) => hex.length)).toEqual([64, 64]);
    expect(seen[0]).not.toBe(seen[1]);
  });
});

describe("a change of all keys", () => {
  const caseId = "a".repeat(32);

  test("gives a new root key; the earlier one opens beside it until the change ends", async () => {
    const { disk, vault, words } = await vaultWithAllSlots();
    const { file } = await newCaseKey(vault, caseId);
    const begun = await beginKeyChange(disk, vault, firstSecret, "second", fastKdf);
    expect(slotKinds(disk.files)).toEqual(["passphrase", "recovery"]);
    expect(begun.vault.id).toBe(vault.id);
    expect(await rootMark(begun.vault)).not.toBe(await rootMark(vault));
    expect(await rootMark(begun.before)).toBe(await rootMark(vault));
    for (const secret of [passphrase("second"), recovery(begun.words)]) {
      const opened = await unlock(disk, secret);
      expect(opened.notes).toEqual([]);
      expect(await rootMark(opened.vault.before ?? opened.vault)).toBe(await rootMark(vault));
      expect((await openCaseKey(opened.vault, caseId, [file, file])).sealedBefore).toBe(true);
    }
    expect(await codeOf(unlock(disk, firstSecret))).toBe("wrong-passphrase");
    expect(await codeOf(unlock(disk, recovery(words)))).toBe("wrong-recovery-words");

    const ended = await endKeyChange(disk, begun.vault);
    expect(ended.before).toBeUndefined();
    const after = await unlock(disk, passphrase("second"));
    expect(after.vault.before).toBeUndefined();
    expect(await codeOf(openCaseKey(after.vault, caseId, [file, file]))).toBe("case-key-damaged");
  });

  test("leaves the passphrase and words free to change while it is under way", async () => {
    const { disk, vault } = await madeVault();
    const begun = await beginKeyChange(disk, vault, firstSecret, "second", fastKdf);
    const third = await changePassphrase(disk, begun.vault, passphrase("second"), "third", fastKdf);
    const anew = await newRecoveryWords(disk, third, passphrase("third"), fastKdf);
    const opened = await unlock(disk, recovery(anew.words));
    expect(await rootMark(opened.vault.before ?? opened.vault)).toBe(await rootMark(vault));
    expect((await endKeyChange(disk, anew.vault)).generation).toBe(5);
    expect((await unlock(disk, passphrase("third"))).notes).toEqual([]);
  });

  test("is not begun twice, which would lose the earlier root key", async () => {
    const { disk, vault } = await madeVault();
    const begun = await beginKeyChange(disk, vault, firstSecret, "second", fastKdf);
    await expect(beginKeyChange(disk, begun.vault, passphrase("second"), "third", fastKdf)).rejects.toThrow(
      "under way",
    );
  });

  test("by a wrong secret or to nothing writes nothing", async () => {
    const { disk, vault } = await madeVault();
    expect(await codeOf(beginKeyChange(disk, vault, passphrase("no"), "second", fastKdf))).toBe("wrong-passphrase");
    expect(await codeOf(beginKeyChange(disk, vault, firstSecret, "", noKdf))).toBe("passphrase-empty");
    expect(disk.writings).toBe(1);
  });

  test("`before` put into another vault.json is refused", async () => {
    const [one, other] = [await madeVault(), await madeVault()];
    await beginKeyChange(one.disk, one.vault, firstSecret, "second", fastKdf);
    const sealed = /"before":"[^"]*"/.exec(textOf(one.disk.files.main))?.[0] ?? "";
    const bytes = forged(other.disk.files.main, (text) => text.replace('"before":null', sealed));
    other.disk.files = { ...other.disk.files, main: bytes, copy: bytes };
    expect(await codeOf(unlock(other.disk, firstSecret))).toBe("vault-tampered");
  });

  test("an older vault.json from before it is put back: it opens with the earlier passphrase, and this is said", async () => {
    const { disk, vault } = await madeVault();
    const earlier = disk.files;
    const begun = await beginKeyChange(disk, vault, firstSecret, "second", fastKdf);
    await endKeyChange(disk, begun.vault);
    disk.files = { ...disk.files, main: earlier.main, copy: earlier.copy };
    expect((await unlock(disk, firstSecret)).notes).toEqual(["vault-head-damaged"]);
  });
});

test("the generation grows with every writing, and no slot is lost on the way", async () => {
  const disk = keyDisk();
  const { vault } = await createVault(disk, first, fastKdf);
  let now = vault;
  for (let n = 2; n <= 12; n += 1) {
    now = n % 2 === 0 ? await holdOnComputer(disk, now, firstSecret, fastKdf) : await dropFromComputer(disk, now);
    expect(now.generation).toBe(n);
    expect(textOf(there(disk.files.main))).toContain(`"generation":${n},`);
  }
});
