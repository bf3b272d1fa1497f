import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { PDFDocument } from "pdf-lib";
import { addFiles, allRead, beginCase, goTo, sampleLetter, unlock } from "../e2e/window.ts";
import { test } from "./folio.ts";

test("letters in, dates out, a pack saved: a PDF, a scan and a photo, read in Electron itself", async ({ folio }) => {
  test.setTimeout(180_000);
  const { page, app, dataFolder } = folio;
  await page.getByRole("heading", { name: "Folio", level: 1 }).waitFor();
  await beginCase(page, "In Electron");
  await addFiles(page, [
    sampleLetter("19-2026-09-14-final-response.pdf"),
    sampleLetter("15-2026-04-13-holding-letter.pdf"),
    sampleLetter("03-2025-10-02-school-letter.jpg"),
  ]);
  await allRead(page, 120_000);
  for (const date of ["14 September 2026", "13 April 2026", "2 October 2025"]) {
    await expect(page.getByText(date, { exact: true }).first()).toBeVisible();
  }
  const path = join(dataFolder, "saved-pack.pdf");
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await goTo(page, "Pack");
  await page.getByRole("button", { name: "Make the pack" }).click();
  await page.getByRole("heading", { name: /^The pack is ready: \d+ pages$/ }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Save the pack" }).click();
  await expect(page.getByText(/^Saved: /).first()).toBeVisible();
  const pdf = await PDFDocument.load(await readFile(path));
  expect(pdf.getPageCount()).toBeGreaterThan(5);
});

test("when the computer is locked, so is Folio, and it comes back where it was", async ({ folio }) => {
  const { page, app } = folio;
  await goTo(page, "Calls & messages");
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit("lock-screen"));
  await expect(page.getByLabel("Passphrase", { exact: true })).toBeVisible();
  await expect(page.getByText("In Electron")).toHaveCount(0);
  await unlock(page);
  await expect(page.getByRole("heading", { name: "Calls & messages", level: 1 })).toBeVisible();
});
