import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderLetters } from "../../src-main/cli/folder-letters.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "folio-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), "x");
  }
}

async function namesIn(besides: readonly string[] = []): Promise<readonly string[]> {
  return (await folderLetters(folder, null, besides)).letters.flatMap(({ files }) => files);
}

test("every file is a letter, counted as people count, also in folders inside", async () => {
  put("10-b.pdf", "2-a.pdf", "older/1.pdf", "case.json", ".DS_Store", "Thumbs.db", ".hidden/x.pdf", "odd.xyz");
  expect(await namesIn()).toEqual(["2-a.pdf", "10-b.pdf", "odd.xyz", "older/1.pdf"]);
});

test("a link to a file is a letter, even when it leads nowhere; one to a folder is said to be left out", async () => {
  put("a.pdf", "inside/b.pdf");
  symlinkSync(join(folder, "a.pdf"), join(folder, "again.pdf"));
  symlinkSync(join(folder, "gone"), join(folder, "gone.pdf"));
  symlinkSync(join(folder, "inside"), join(folder, "shortcut"));
  const { leftOut } = await folderLetters(folder, null);
  expect(await namesIn()).toEqual(["a.pdf", "again.pdf", "gone.pdf", "inside/b.pdf"]);
  expect(leftOut).toEqual(["shortcut: this is no file, so it is not in the pack."]);
});

test("what the command writes, and its list of words, are no letters", async () => {
  put("a.pdf", "pack.pdf", "words.txt");
  expect(await namesIn([join(folder, "pack.pdf"), join(folder, "words.txt"), join(folder, "new.json")])).toEqual([
    "a.pdf",
  ]);
});

test("an empty folder, or one that is not there, is a problem in words", async () => {
  put("case.json");
  await expect(folderLetters(folder, null)).rejects.toMatchObject({ code: "folder-empty" });
  await expect(folderLetters(join(folder, "gone"), null)).rejects.toMatchObject({ code: "file-unreadable" });
});
