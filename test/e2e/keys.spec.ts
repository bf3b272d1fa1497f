import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { beginCase, createCase, goTo, goToSettings, passphrase, sheetWords, test, unlock } from "./window.ts";

test("a changed passphrase and a change of all keys: only the last opens, all is there, an old backup stays apart", async ({
  folio,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "folio-e2e-keys-"));
  const { page } = folio;
  await beginCase(page, "My complaint");
  await goTo(page, "Costs");
  await page.getByRole("button", { name: "Add a cost" }).click();
  await page.getByLabel("What for").fill("Stamps");
  await page.getByLabel("Amount").fill("12.50");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await goToSettings(page, "Backups");
  await page.getByLabel("Folder for backups").fill(folder);
  await page.getByRole("button", { name: "Use this folder" }).click();
  await expect(page.getByText(/^Last good backup today at/)).toBeVisible();
  const earlier = `${folder}-earlier`;
  await cp(folder, earlier, { recursive: true });

  await goToSettings(page, "Locking and keys");
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await fillKeys(page, "not this one", "kettle");
  await expect(page.getByText("This passphrase is weak.")).toBeVisible();
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(page.getByText("This is not the passphrase that you use now.")).toBeVisible();
  await expect(page.getByLabel("Your passphrase now")).toBeFocused();
  await page.getByLabel("Your passphrase now").fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The passphrase is changed")).toBeVisible();

  await page.getByRole("button", { name: "Change all keys" }).click();
  await fillKeys(page, "kettle", "nine gulls over tarpaulin");
  await page.getByRole("button", { name: "Change all keys" }).click();
  await page.getByRole("heading", { name: "Your recovery sheet", level: 1 }).waitFor({ timeout: 30_000 });
  await expect(page.getByText("All keys are changed")).toBeVisible();
  await page.getByRole("button", { name: "Later" }).click();
  await goToSettings(page, "Backups");
  await page.getByLabel("Folder of the backup").fill(earlier);
  await page.getByRole("button", { name: "Look in this folder" }).click();
  await page.getByLabel("Passphrase of the backup").fill(passphrase);
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText("This case file is here already, but under other keys")).toBeVisible();

  const again = await folio.restart();
  for (const old of [passphrase, "kettle"]) {
    await unlock(again, old);
    await expect(again.getByText("That passphrase does not open")).toBeVisible();
  }
  await unlock(again, "nine gulls over tarpaulin");
  await goTo(again, "Costs");
  await expect(again.getByText("Stamps")).toBeVisible();
  for (const made of [folder, earlier]) await rm(made, { recursive: true, force: true });
});

test("a saved sheet is a PDF; a new sheet opens what the old one did, which opens nothing more", async ({ folio }) => {
  await createCase(folio.page, "My complaint");
  const old = await sheetWords(folio.page);
  await saveSheet(folio.page);
  await folio.page.getByRole("button", { name: "Later" }).click();
  await goToSettings(folio.page, "Locking and keys");
  await folio.page.getByRole("button", { name: "Make a new recovery sheet" }).click();
  await folio.page.getByLabel("Your passphrase now").fill(passphrase);
  await folio.page.keyboard.press("Enter");
  await folio.page.getByRole("heading", { name: "Your recovery sheet", level: 1 }).waitFor();
  const words = await sheetWords(folio.page);
  expect(words).not.toEqual(old);

  const page = await folio.restart();
  await page.getByRole("button", { name: "Use recovery words" }).click();
  await tryWords(page, words.slice(1));
  await expect(page.getByText("There are 23 words here. A recovery sheet has 24.")).toBeVisible();
  await expect(page.getByLabel("Your 24 recovery words")).toBeFocused();
  await tryWords(page, [...words.slice(1), "kettel"]);
  await expect(page.getByText("“kettel” is on no recovery sheet.")).toBeVisible();
  await tryWords(page, old);
  await expect(page.getByRole("alert").filter({ hasText: "Those recovery words do not open" })).toBeVisible();
  await tryWords(page, words);
  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
});

/** Saves the words on screen; nothing is saved by Enter alone. */
async function saveSheet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save it as a PDF" }).click();
  const dialog = page.getByRole("dialog", { name: "Don’t save it on this computer" });
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This window can’t ask where to save it.")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save it all the same" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Sheet.pdf");
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  expect(Buffer.concat(parts).subarray(0, 5).toString()).toBe("%PDF-");
  await expect(dialog.getByText(/^Saved: /)).toBeVisible();
  await expect(dialog.getByRole("heading")).toBeFocused();
  await dialog.getByRole("button", { name: "Close" }).click();
  // What is said stands in sight, also where there is no rail.
  const said = await page.getByText(/^Saved: /).boundingBox();
  expect(said?.x).toBeGreaterThan(0);
}

async function tryWords(page: Page, words: readonly string[]): Promise<void> {
  await page.getByLabel("Your 24 recovery words").fill(words.join("\n"));
  await page.getByRole("button", { name: "Unlock" }).click();
}

async function fillKeys(page: Page, present: string, next: string): Promise<void> {
  await page.getByLabel("Your passphrase now").fill(present);
  await page.getByLabel("New passphrase").fill(next);
  await page.getByLabel("The same passphrase again").fill(next);
}
