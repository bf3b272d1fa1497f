import type { Page } from "@playwright/test";
import { expectFits, expectNoFaults } from "./axe.ts";
import {
  addFiles,
  allRead,
  beginCase,
  createCase,
  goTo,
  goToSettings,
  openPage,
  sampleLetter,
  sheetWords,
  test,
  unlock,
} from "./window.ts";

const settingsParts = ["Locking and keys", "Backups", "This case file", "Looks and keyboard", "About Folio"];

test("axe finds nothing on the first screen and its forms, in either theme, nor with something missing", async ({
  folio: { page },
}) => {
  await expectNoFaults(page, "Welcome");
  await page.getByRole("radio", { name: /^Somebody does/ }).check();
  await page.getByRole("button", { name: /^Create a case file/ }).click();
  await page.getByLabel("Passphrase", { exact: true }).fill("kettle");
  await page.getByText("This passphrase is weak.").waitFor();
  await page.getByRole("button", { name: "Create the case file", exact: true }).click();
  await expectNoFaults(page, "Create");
  for (const [way, button] of [
    ["Take over a bundle", "Take it over"],
    ["Restore a backup", ""],
  ] as const) {
    await page.getByRole("button", { name: new RegExp(`^${way}`) }).click();
    if (button !== "") await page.getByRole("button", { name: button }).click();
    await expectNoFaults(page, way);
  }
});

test("axe finds nothing on the recovery sheet, its dialogs and its check, nor on the locked window", async ({
  folio: { page },
}) => {
  await createCase(page, "My complaint");
  await expectNoFaults(page, "Recovery sheet");
  for (const name of ["Print the sheet", "Save it as a PDF"]) {
    await page.getByRole("button", { name }).click();
    await page.getByRole("dialog").waitFor();
    await expectNoFaults(page, name);
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  }
  await page.getByRole("button", { name: "I have them: check three words" }).click();
  await expectNoFaults(page, "Check of the sheet");
  await page.keyboard.press("ControlOrMeta+Shift+L");
  await unlock(page, "wrong");
  await page.getByText("That passphrase does not open").waitFor();
  await expectNoFaults(page, "Locked");
  await page.getByRole("button", { name: "Use recovery words" }).click();
  await page.getByRole("button", { name: "Unlock" }).click();
  await expectNoFaults(page, "Locked, by recovery words");
});

test("axe finds nothing on any part of the settings, with every form open, in either theme", async ({ folio }) => {
  const { page } = folio;
  await beginCase(page, "My complaint");
  for (const part of settingsParts) {
    await goToSettings(page, part);
    await openForms(page);
    await expectNoFaults(page, part);
  }
  await page.getByRole("button", { name: "Close this case file" }).click();
  await page.getByRole("heading", { name: "Your case files", level: 1 }).waitFor();
  await expectNoFaults(page, "List of case files");
  await page.getByRole("button", { name: "Settings" }).click();
  await expectNoFaults(page, "Settings without a case file");
});

test("axe finds nothing in the custody log, a history, the search, and a second window", async ({ folio }) => {
  const { page } = folio;
  await beginCase(page, "My complaint");
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await allRead(page);
  await goTo(page, "Costs");
  await page.getByRole("button", { name: "Add a cost" }).click();
  await page.getByLabel("What for").fill("Stamps");
  await page.getByLabel("Amount").fill("12.50");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await page.getByRole("button", { name: /^History: Stamps/ }).click();
  await page.getByText("£12.50").last().waitFor();
  await expectNoFaults(page, "History");
  await page.getByRole("button", { name: "Erase this for good…" }).click();
  await expectNoFaults(page, "Erasing");
  await page.getByRole("button", { name: "Cancel" }).click();
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /^Final response/ }).click();
  await page.getByRole("button", { name: "Where it comes from" }).click();
  await page.getByText(/^Added from/).waitFor();
  await expectNoFaults(page, "Custody log");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.getByLabel(/^Search letters/).fill("response");
  await page.getByText(/^\d+ places?/).waitFor();
  await expectNoFaults(page, "Search");
  const second = await openPage(page.context(), folio.url());
  await unlock(second);
  await second.getByRole("region", { name: "Read only here." }).waitFor();
  await expectNoFaults(second, "Second window");
});

test("nothing of the new screens scrolls sideways at 320 pixels, as at 400 % zoom", async ({ folio: { page } }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole("radio", { name: /^Somebody does/ }).check();
  await page.getByRole("button", { name: /^Take over a bundle/ }).click();
  await expectFits(page, "Take over");
  await createCase(page, "My complaint");
  await expectFits(page, "Recovery sheet");
  (await sheetWords(page)).forEach((word, at) => {
    if (word === "") throw new Error(`word ${at + 1} is empty`);
  });
  await page.getByRole("button", { name: "Later" }).click();
  for (const part of settingsParts) {
    await goToSettings(page, part);
    await openForms(page);
    await expectFits(page, part);
  }
  await page.keyboard.press("ControlOrMeta+Shift+L");
  await page.getByRole("button", { name: "Unlock" }).waitFor();
  await expectFits(page, "Locked");
});

/** Opens every form of the settings that opens when it is asked for. */
async function openForms(page: Page): Promise<void> {
  const names =
    /^(Change the passphrase|Check my sheet|Make a new recovery sheet|Change all keys|Hand it over…|Erase this case file)/;
  for (const button of (await page.getByRole("main").getByRole("button", { name: names }).all()).reverse()) {
    await button.click();
  }
}
