import { expect, type Page } from "@playwright/test";
import {
  addFiles,
  allRead,
  beginCase,
  createCase,
  goTo,
  goToSettings,
  passphrase,
  sampleLetter,
  sheetWords,
  test,
  unlock,
} from "./window.ts";

test("from the first run to a locked letter and back: the same screen, and what was being typed", async ({ folio }) => {
  const { page } = folio;
  await page.getByRole("button", { name: /^Create a case file/ }).click();
  await page.getByLabel("Name for this case file").fill("Larkwater");
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByLabel("The same passphrase again").fill(`${passphrase}s`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("These two are not the same. Show them and compare.")).toBeVisible();
  await page.getByRole("button", { name: "Show the passphrase" }).click();
  await expect(page.getByLabel("The same passphrase again")).toHaveAttribute("type", "text");
  await page.getByLabel("The same passphrase again").fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your recovery sheet", level: 1 }).waitFor();
  const words = await sheetWords(page);
  expect(words).toHaveLength(24);
  await page.getByRole("button", { name: "I have them: check three words" }).click();
  await checkSheet(page, words);
  await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await allRead(page);
  await goTo(page, "Calls & messages");
  await page.getByRole("button", { name: "Add a call note" }).click();
  await page.getByLabel("What they said", { exact: true }).fill("They would ring on Friday.");
  await page.keyboard.press("ControlOrMeta+Shift+L");
  await expect(page.getByLabel("Passphrase", { exact: true })).toBeFocused();

  await unlock(page, "plum tarpaulin seventeen");
  await expect(page.getByText("That passphrase does not open Folio's files on this computer.")).toBeVisible();
  await expect(page.getByText("Larkwater")).toHaveCount(0);
  await unlock(page);
  await expect(page.getByRole("heading", { name: "Calls & messages", level: 1 })).toBeVisible();
  await expect(page.getByLabel("What they said", { exact: true })).toHaveValue("They would ring on Friday.");
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /14 September 2026/ }).click();
  await expect(page.getByRole("img", { name: /^Picture of page 1/ })).toBeVisible();
});

test("the locked window shows the name Folio, one field, and nothing of the case file", async ({ folio: { page } }) => {
  await beginCase(page, "Larkwater");
  await goTo(page, "Complaint");
  await page.getByRole("button", { name: "Add something that went wrong" }).click();
  await page.getByLabel("In a few words").fill("Nobody answered");
  await page.getByRole("button", { name: "Lock", exact: false }).first().click();
  await page.getByRole("button", { name: "Unlock" }).waitFor();
  expect(await page.title()).toBe("Folio");
  expect(await page.getByRole("main").textContent()).toBe("FolioPassphraseShowUnlockUse recovery words");
  expect(await page.content()).not.toMatch(/Larkwater|Nobody|child maintenance/i);
});

test("the key locks while a dialog is open, while a passphrase is typed, and where letters are off as keys", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  await goToSettings(page, "Looks and keyboard");
  await page.getByRole("checkbox", { name: "Use single letters as keys" }).uncheck();
  await page.getByRole("button", { name: "Show all keys" }).click();
  await page.getByRole("dialog").waitFor();
  await lockByKey(page);
  await unlock(page);
  await goToSettings(page, "Locking and keys");
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await page.getByLabel("Your passphrase now").fill(passphrase);
  await lockByKey(page);
});

test("the sample is covered by the same screen before there is anything to lock", async ({ folio: { page } }) => {
  await page.getByRole("button", { name: /^Open the sample case/ }).click();
  await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
  await page.keyboard.press("ControlOrMeta+Shift+L");
  await expect(page.getByRole("button", { name: "Go on" })).toBeVisible();
  expect(await page.getByRole("main").textContent()).toBe("FolioGo on");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
});

test("a sheet that was put off is asked for on Overview, by the same three words", async ({ folio: { page } }) => {
  await createCase(page, "My complaint");
  const words = await sheetWords(page);
  await page.getByRole("button", { name: "Later" }).click();
  await goTo(page, "Overview");
  await expect(page.getByText("You have no checked recovery sheet")).toBeVisible();
  await page.getByRole("button", { name: "See to it" }).click();
  await page.getByRole("button", { name: "Check my sheet" }).click();
  await checkSheet(page, [...words].reverse());
  await expect(page.getByText("These three don’t fit together.")).toBeVisible();
  await checkSheet(page, words);
  await expect(page.getByText("Your recovery sheet is checked")).toBeVisible();
  await goTo(page, "Overview");
  await expect(page.getByText("You have no checked recovery sheet")).toHaveCount(0);
});

test("of many case files one is found by a part of its name and opened with Enter", async ({ folio: { page } }) => {
  await beginCase(page, "Ash");
  for (const name of ["Beech", "Cedar", "Elm", "Hazel", "Larch"]) {
    await page.getByRole("button", { name: "Close this case file" }).click();
    await page.getByRole("button", { name: "Create a case file" }).click();
    await page.getByLabel("Name for this case file").fill(name);
    await page.getByRole("button", { name: "Create the case file" }).click();
    await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
  }
  await page.getByRole("button", { name: "Close this case file" }).click();
  await expect(page.getByText("6 case files on this computer")).toBeVisible();
  await page.getByLabel("Find a case file").fill("ceda");
  await expect(page.getByText("1 of 6")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Where “Cedar” stands.")).toBeVisible();
});

async function lockByKey(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Shift+L");
  await expect(page.getByLabel("Passphrase", { exact: true })).toBeFocused();
}

/** Types the three words that are asked for. */
async function checkSheet(page: Page, words: readonly string[]): Promise<void> {
  const form = page.getByRole("form", { name: "Check your sheet" });
  for (const label of await form.locator("label").allTextContents()) {
    await form.getByLabel(label, { exact: true }).fill(words[Number(label.replace(/\D/g, "")) - 1] ?? "");
  }
  await form.getByRole("button", { name: "Check", exact: true }).click();
}
