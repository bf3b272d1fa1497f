import { describe, expect, test } from "vitest";
import type { KeyFiles } from "#core/host.ts";
import type { ProblemCode } from "#core/problems.ts";
import { newCaseKey, openCaseKey } from "#core/vault/case-key.ts";
import { argon2id } from "#core/vault/kdf.ts";
import { checkKeyFiles, createVault, unlockKeyFiles, unlockVault } from "#core/vault/vault.ts";
import { codeOf, fastKdf, flipped, keyDisk } from "./key-disk.ts";
import { first, firstSecret, passphrase, there, vaultWithAllSlots } from "./vaults.ts";

/** Runs `look` for each bit of a file of this size, a few hundred at a time. */
async function eachBit(sizeBytes: number, look: (bit: number) => Promise<ProblemCode | string>): Promise<string[]> {
  const found = new Set<string>();
  for (let bit = 0; bit < sizeBytes * 8; bit += 256) {
    const some = Array.from({ length: Math.min(256, sizeBytes * 8 - bit) }, (_, i) => look(bit + i));
    for (const code of await Promise.all(some)) found.add(code);
  }
  return [...found].sort();
}

const made = await vaultWithAllSlots();
const { files } = made.disk;
const whole = there(files.main);

async function notesOf(changed: KeyFiles): Promise<string> {
  return (await unlockKeyFiles(changed, firstSecret, fastKdf)).notes.join(" ");
}

describe("one changed bit, in a vault with a slot of each kind", () => {
  test.each(["main", "copy"] as const)("anywhere in %s is said", async (which) => {
    const found = await eachBit(whole.length, async (bit) =>
      checkKeyFiles({ ...files, [which]: flipped(whole, bit) }).join(" "),
    );
    expect(found).toEqual(["vault-copy-damaged"]);
  });

  test.each(["main", "copy"] as const)("in each byte of %s leaves the other copy open", async (which) => {
    const found = await eachBit(Math.ceil(whole.length / 8), (at) =>
      notesOf({ ...files, [which]: flipped(whole, 8 * at + (at % 8)) }),
    );
    expect(found).toEqual(["vault-copy-damaged"]);
  });

  test("anywhere in vault.json without its copy keeps it shut, and is named before anything is derived", async () => {
    const found = await eachBit(whole.length, async (bit) =>
      checkKeyFiles({ ...files, main: flipped(whole, bit), copy: null }).join(" "),
    );
    // a changed digit in the version reads as a later one where no sound copy stands beside it
    expect(found).toEqual(["vault-damaged", "vault-newer"]);
  });

  test("the same one in both copies keeps it shut, whatever the secret", async () => {
    const found = await eachBit(whole.length, (bit) => {
      const bytes = flipped(whole, bit);
      return codeOf(unlockKeyFiles({ ...files, main: bytes, copy: bytes }, firstSecret, fastKdf));
    });
    expect(found).toEqual(["vault-damaged", "vault-newer"]);
  });

  test("only the version's digit can read as a later version", async () => {
    const at = new TextDecoder().decode(whole).indexOf('"version":') + '"version":'.length;
    const bits: number[] = [];
    await eachBit(whole.length, async (bit) => {
      const [code = ""] = checkKeyFiles({ ...files, main: flipped(whole, bit), copy: null });
      if (code === "vault-newer") bits.push(bit >> 3);
      return code;
    });
    expect(new Set(bits)).toEqual(new Set([at]));
  });

  test("anywhere in vault.head is said, and the vault opens", async () => {
    const sealed = there(files.head);
    const found = await eachBit(sealed.length, (bit) => notesOf({ ...files, head: flipped(sealed, bit) }));
    expect(found).toEqual(["vault-head-damaged"]);
  });

  test("vault.json, its copy or the head cut short anywhere is said", async () => {
    for (let size = 0; size < whole.length; size += 1) {
      expect(checkKeyFiles({ ...files, main: whole.slice(0, size) })).toEqual(["vault-copy-damaged"]);
    }
    const sealed = there(files.head);
    for (let size = 0; size < sealed.length; size += 1) {
      expect(await notesOf({ ...files, head: sealed.slice(0, size) })).toBe("vault-head-damaged");
    }
  });
});

describe("one changed bit in a case's key file", () => {
  const caseId = "0123456789abcdef0123456789abcdef";

  test("in either copy is said, and the other copy opens", async () => {
    const { file } = await newCaseKey(made.vault, caseId);
    const found = await eachBit(file.length, async (bit) => {
      const bad = flipped(file, bit);
      const opened = [
        await openCaseKey(made.vault, caseId, [bad, file]),
        await openCaseKey(made.vault, caseId, [file, bad]),
      ];
      return opened.every(({ copyDamaged, sound }) => copyDamaged && sound === file) ? "said" : `unsaid ${bit}`;
    });
    expect(found).toEqual(["said"]);
  });

  test("in both copies keeps it shut", async () => {
    const { file } = await newCaseKey(made.vault, caseId);
    const found = await eachBit(file.length, (bit) => {
      const bad = flipped(file, bit);
      return codeOf(openCaseKey(made.vault, caseId, [bad, bad]));
    });
    expect(found).toEqual(["case-key-damaged", "vault-newer"]);
  });
});

test("with the real KDF, too: a bit of the passphrase slot's salt, key and parameters", async () => {
  const disk = keyDisk();
  await createVault(disk, first, argon2id);
  const bytes = there(disk.files.main);
  const text = new TextDecoder().decode(bytes);
  for (const name of ['"salt":"', '"key":"', '"memoryKiB":']) {
    const bad = flipped(bytes, 8 * (text.indexOf(name) + name.length));
    disk.files = { ...disk.files, main: bad };
    expect((await unlockVault(disk, firstSecret, argon2id)).notes).toEqual(["vault-copy-damaged"]);
    expect(disk.files.main).toEqual(bytes);
    expect(checkKeyFiles({ ...disk.files, main: bad, copy: bad })).toEqual(["vault-damaged"]);
  }
  expect(await codeOf(unlockVault(disk, passphrase("Correct horse"), argon2id))).toBe("wrong-passphrase");
});
