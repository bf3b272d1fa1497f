import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

test("every file is a letter, counted as people count, also in folders inside", async () => {
  put("10-b.pdf", "2-a.pdf", "older/1.pdf", "case.json", ".DS_Store", "Thumbs.db", ".hidden/x.pdf", "odd.xyz");
  expect(await folderLetters(folder, null)).toEqual(
    [["2-a.pdf"], ["10-b.pdf"], ["odd.xyz"], ["older/1.pdf"]].map((files) => ({ files })),
  );
});

test("an empty folder, or one that is not there, is a problem in words", async () => {
  put("case.json");
  await expect(folderLetters(folder, null)).rejects.toMatchObject({ code: "folder-empty" });
  await expect(folderLetters(join(folder, "gone"), null)).rejects.toMatchObject({ code: "file-unreadable" });
});
