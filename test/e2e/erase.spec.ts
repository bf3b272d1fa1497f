import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { addFiles, allRead, beginCase, goTo, goToSettings, sampleLetter, test, unlock } from "./window.ts";

test("a letter erased for good is gone from screen and disk, and its number is not used again", async ({ folio }) => {
  const { page } = folio;
  await beginCase(page, "My complaint");
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await allRead(page);
  const before = await objects(folio.dataFolder);
  expect(before).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^Final response/ }).click();
  await page.getByRole("button", { name: "Where it comes from" }).click();
  await page.getByRole("button", { name: "Erase this letter for good…" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase this letter for good" });
  await expect(dialog.getByText(/^traces on a modern disk/)).toBeVisible();
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByText("Type erase here, or cancel.")).toBeVisible();
  await dialog.getByLabel(/^Type erase/).fill("erase");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("The letter is erased.")).toBeVisible();
  expect(await objects(folio.dataFolder)).toBeLessThan(before);
  const again = await folio.restart();
  await unlock(again);
  await goTo(again, "Inbox");
  await expect(again.getByText("No letters yet")).toBeVisible();
  await addFiles(again, sampleLetter("01-2025-09-03-decision.pdf"));
  await allRead(again);
  await expect(again.getByText(/^Exhibit 2 ·/)).toBeVisible();
});

test("a call erased for good leaves no earlier version behind, and undo does not bring it back", async ({ folio }) => {
  const { page } = folio;
  await beginCase(page, "My complaint");
  await goTo(page, "Complaint");
  await page.getByRole("button", { name: "Add something that went wrong" }).click();
  await page.getByLabel("In a few words").fill("Nobody answered");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: /^History: Nobody answered/ }).click();
  await page.getByRole("button", { name: "Erase this for good…" }).click();
  await page.getByLabel(/^Type erase/).fill("erase");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("The entry is erased.")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("Nothing written down yet")).toBeVisible();
});

test("a case file erased for good leaves nothing of itself in the data folder", async ({ folio }) => {
  const { page, dataFolder } = folio;
  await beginCase(page, "My complaint");
  await goToSettings(page, "This case file");
  await page.getByRole("button", { name: "Erase this case file for good…" }).click();
  await page.getByLabel(/^Type erase/).fill("erase");
  await page.getByRole("button", { name: "Erase for good", exact: true }).click();
  await expect(page.getByText("There is no case file here yet.")).toBeVisible();
  await expect(page.getByText("The case file is erased.")).toBeVisible();
  // What stays is a note of random ids, so that a backup or a bundle can't bring it back.
  const [id] = await readdir(join(dataFolder, "cases"));
  expect(await readdir(join(dataFolder, "cases", id ?? ""))).toEqual(["erased.json"]);
});

test("a date to decide only reminds", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await goToSettings(page, "This case file");
  await page.getByLabel("Remind me on").fill("1 May 2024");
  await page.getByRole("button", { name: "Set the reminder" }).click();
  await expect(page.getByText("Reminder on 1 May 2024")).toBeVisible();
  await goTo(page, "Overview");
  await expect(page.getByText("You wanted to decide by 1 May 2024")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("You wanted to decide by 1 May 2024")).toHaveCount(0);
});

async function objects(dataFolder: string): Promise<number> {
  const [id] = await readdir(join(dataFolder, "cases"));
  return (await readdir(join(dataFolder, "cases", id ?? "", "objects"))).length;
}
