import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { PDFDocument } from "pdf-lib";
import { addFiles, allRead, beginCase, goTo, sampleLetter, test } from "./window.ts";

test("a pack is made, shown page by page, saved, and opens as the PDF it said it is", async ({ folio: { page } }) => {
  await caseWithLetters(page);
  await page.getByRole("button", { name: "Make the pack" }).click();
  const ready = page.getByRole("heading", { name: /^The pack is ready: \d+ pages$/ });
  await ready.waitFor({ timeout: 60_000 });
  const pages = Number(/\d+/.exec((await ready.textContent()) ?? "")?.[0]);
  await expect(page.getByRole("img", { name: `Page 1 of ${pages} of the pack` })).toBeVisible();
  await page.getByRole("region", { name: "Preview of the pack" }).getByRole("button", { name: "Next page" }).click();
  await expect(page.getByRole("img", { name: `Page 2 of ${pages} of the pack` })).toBeVisible();

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the pack" }).click();
  const download = await downloading;
  await expect(page.getByText(/^Saved: /).first()).toBeVisible();
  const pdf = await PDFDocument.load(await readFile(await download.path()));
  expect(pdf.getPageCount()).toBe(pages);
  expect(download.suggestedFilename()).toBe("Documents.pdf");
});

test("a word that must not get out stops the pack, and nothing is saved", async ({ folio: { page } }) => {
  await caseWithLetters(page);
  await page.getByLabel("Words that must not get out").fill("Lantern Row");
  await page.getByRole("button", { name: "Make the pack" }).click();
  await expect(page.getByText(/it holds words that must not get out/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Save the pack" })).toHaveCount(0);
});

test("a letter left out of the pack comes back with undo", async ({ folio: { page } }) => {
  await caseWithLetters(page);
  const box = page.getByRole("checkbox", { name: /^Exhibit 1:/ });
  await box.click();
  await expect(box).not.toBeChecked();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(box).toBeChecked();
});

async function caseWithLetters(page: Page): Promise<void> {
  await beginCase(page, "My complaint");
  await addFiles(page, [sampleLetter("01-2025-09-03-decision.pdf"), sampleLetter("19-2026-09-14-final-response.pdf")]);
  await allRead(page);
  await goTo(page, "Pack");
}
