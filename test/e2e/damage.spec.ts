import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { beginCase, goTo, test, unlock } from "./window.ts";

test("a damaged journal is an alarm that stays and leads to the backups; the rest is shown", async ({ folio }) => {
  await caseWithCosts(folio.page);
  await folio.stop();
  const [segment] = await segments(folio.dataFolder);
  if (segment === undefined) throw new Error("no segment");
  await flipByte(segment, 0.6);
  const page = await folio.start();
  await unlock(page);
  const alarm = page.getByRole("alert").filter({ hasText: "A part of this case file has been damaged on disk." });
  await expect(alarm).toBeVisible();
  await expect(alarm.getByRole("button", { name: "Close" })).toHaveCount(0);
  await goTo(page, "Costs");
  await expect(page.getByText("Stamps 1", { exact: true })).toBeVisible();
  await alarm.getByRole("button", { name: "Restore from a backup" }).click();
  await expect(page.getByRole("heading", { name: "Restore a backup" })).toBeVisible();
});

test("an end that was cut short is a note that can be closed, and what was kept before is there", async ({ folio }) => {
  await caseWithCosts(folio.page);
  await folio.stop();
  const [segment] = await segments(folio.dataFolder);
  if (segment === undefined) throw new Error("no segment");
  const bytes = await readFile(segment);
  await writeFile(segment, Buffer.concat([bytes, bytes.subarray(0, 9)]));
  const page = await folio.start();
  await unlock(page);
  const note = page.getByRole("alert").filter({ hasText: "was cut short" });
  await note.getByRole("button", { name: "Close" }).click();
  await expect(note).toHaveCount(0);
  await goTo(page, "Costs");
  await expect(page.getByText("Stamps 6", { exact: true })).toBeVisible();
});

test("one damaged copy of the keys is mended and said; two are an alarm that offers the backup", async ({ folio }) => {
  const vault = join(folio.dataFolder, "vault.json");
  await beginCase(folio.page, "My complaint");
  await flipByte(vault, 0.5);
  const page = await folio.restart();
  await unlock(page);
  await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
  await expect(page.getByRole("alert").filter({ hasText: "The other is sound and was used." })).toBeVisible();
  await flipByte(vault, 0.5);
  await flipByte(`${vault}.2`, 0.5);
  const again = await folio.restart();
  await expect(again.getByRole("alert").filter({ hasText: "and so is its second copy" })).toBeVisible();
  await again.getByRole("button", { name: "Restore a backup" }).click();
  await expect(again.getByLabel("Folder of the backup")).toBeVisible();
});

async function caseWithCosts(page: Page): Promise<void> {
  await beginCase(page, "My complaint");
  await goTo(page, "Costs");
  for (let at = 1; at <= 6; at += 1) {
    await page.getByRole("button", { name: "Add a cost" }).click();
    await page.getByLabel("What for").fill(`Stamps ${at}`);
    await page.getByLabel("Amount").fill(`${at}`);
    await page.getByRole("button", { name: "Keep the cost" }).click();
    await expect(page.getByText(`Stamps ${at}`, { exact: true })).toBeVisible();
  }
}

async function segments(dataFolder: string): Promise<readonly string[]> {
  const [id] = await readdir(join(dataFolder, "cases"));
  const folder = join(dataFolder, "cases", id ?? "", "journal");
  return (await readdir(folder)).filter((name) => name.endsWith(".seg")).map((name) => join(folder, name));
}

/** @param where in the file, as a part of its length */
async function flipByte(path: string, where: number): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length * where);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
