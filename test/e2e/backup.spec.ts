import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { addFiles, allRead, beginCase, goTo, goToSettings, openWindow, sampleLetter, test, unlock } from "./window.ts";

test("a backup in a typed folder comes back whole in an empty data folder", async ({ folio, browser }) => {
  await withFolder(async (folder) => {
    const { page } = folio;
    await beginCase(page, "My complaint");
    await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
    await allRead(page);
    await goTo(page, "Overview");
    await expect(page.getByText("No backups yet.")).toBeVisible();
    await page.getByRole("button", { name: "Choose a place for backups" }).click();
    await chooseFolder(page, folder);
    await expect(page.getByText(/^Last good backup today at/)).toBeVisible({ timeout: 30_000 });
    await addCost(page, "Stamps");
    await goToSettings(page, "Backups");
    await page.getByRole("button", { name: "Back up now" }).click();
    await expect(page.getByText("Backed up and read back")).toBeVisible();
    await goTo(page, "Overview");
    await expect(page.getByText(/^Last good backup today at \d\d:\d\d\.$/)).toBeVisible();

    await inEmptyFolio(browser, async (other) => {
      await other.getByRole("button", { name: /^Restore a backup/ }).click();
      await other.getByLabel("Folder of the backup").fill(folder);
      await other.getByRole("button", { name: "Look in this folder" }).click();
      await expect(other.getByLabel("Which one?")).toContainText("1 case file (the latest)");
      await other.getByRole("button", { name: "Restore", exact: true }).click();
      await expect(other.getByText("The backup is restored. Its passphrase opens it.")).toBeVisible();
      await unlock(other);
      await goTo(other, "Costs");
      await expect(other.getByText("Stamps")).toBeVisible();
      await goTo(other, "Inbox");
      await other.getByRole("button", { name: /^Final response/ }).click();
      await expect(other.getByRole("img", { name: /^Picture of page 1/ })).toBeVisible();
    });
  });
});

test("a backup of another computer is united with what is here, and where the two differ Overview asks", async ({
  folio,
  browser,
}) => {
  await withFolder(async (folder) => {
    await beginCase(folio.page, "My complaint");
    await addCost(folio.page, "Stamps");
    await folio.stop();
    await onCopyOf(folio.dataFolder, browser, async (other) => {
      await changeCost(other, "Stamps", "13.40");
      await goToSettings(other, "Backups");
      await chooseFolder(other, folder);
      await expect(other.getByText(/^Last good backup today at/)).toBeVisible({ timeout: 30_000 });
    });
    const page = await folio.start();
    await unlock(page);
    await changeCost(page, "Stamps", "14.60");
    await addCost(page, "Train");
    await goToSettings(page, "Backups");
    await page.getByLabel("Folder of the backup").fill(folder);
    await page.getByRole("button", { name: "Look in this folder" }).click();
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(page.getByText("The backup is restored: 1 united with the one here.")).toBeVisible();
    await page.getByRole("button", { name: /^My complaint/ }).click();
    const question = page.getByRole("region", { name: "Which is right?" });
    await expect(question.getByRole("radio", { name: /^£14\.60/ })).toBeChecked();
    await question.getByRole("radio", { name: /^£13\.40/ }).check();
    await question.getByRole("button", { name: "Keep what is marked" }).click();
    await expect(question).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeFocused();
    await goTo(page, "Costs");
    await expect(page.getByText("£13.40").first()).toBeVisible();
    await expect(page.getByText("Train")).toBeVisible();
  });
});

test("a folder that isn't there is refused in words, and a backup whose disk was taken out says so", async ({
  folio: { page },
}) => {
  await withFolder(async (folder) => {
    await beginCase(page, "My complaint");
    await goToSettings(page, "Backups");
    await chooseFolder(page, join(folder, "nowhere"));
    await expect(page.getByRole("alert").filter({ hasText: "That folder cannot hold backups" })).toBeVisible();
    await chooseFolder(page, folder);
    await expect(page.getByText(/^Last good backup today at/)).toBeVisible({ timeout: 30_000 });
    expect((await readdir(folder)).length).toBeGreaterThan(0);
    await rm(folder, { recursive: true, force: true });
    await page.getByRole("button", { name: "Back up now" }).click();
    await expect(page.getByText("The folder for backups is not there").first()).toBeVisible();
    await goTo(page, "Overview");
    await expect(page.getByText(/^The last backup didn’t work/)).toBeVisible();
    await goToSettings(page, "Backups");
    await page.getByRole("button", { name: "Stop backups" }).click();
    await expect(page.getByText("No backups yet.")).toBeVisible();
  });
});

async function chooseFolder(page: Page, folder: string): Promise<void> {
  await page.getByLabel("Folder for backups").fill(folder);
  await page.getByRole("button", { name: "Use this folder" }).click();
}

async function addCost(page: Page, what: string): Promise<void> {
  await goTo(page, "Costs");
  await page.getByRole("button", { name: "Add a cost" }).click();
  await page.getByLabel("What for").fill(what);
  await page.getByLabel("Amount").fill("12.50");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await expect(page.getByText("Cost kept")).toBeVisible();
}

async function changeCost(page: Page, what: string, amount: string): Promise<void> {
  await goTo(page, "Costs");
  await page.getByRole("button", { name: `Change: ${what}` }).click();
  await page.getByLabel("Amount").fill(amount);
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await expect(page.getByText("Cost changed")).toBeVisible();
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "folio-e2e-backup-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inEmptyFolio(browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const other = await openWindow(browser);
  try {
    await work(other.page);
  } finally {
    await other.close();
  }
}

/** As on a second computer, whose data folder began as a copy. */
async function onCopyOf(dataFolder: string, browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const other = await openWindow(browser);
  try {
    await other.stop();
    await cp(dataFolder, other.dataFolder, { recursive: true });
    const page = await other.start();
    await unlock(page);
    await work(page);
  } finally {
    await other.close();
  }
}
