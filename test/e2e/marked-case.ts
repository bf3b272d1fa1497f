import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { PDFDocument } from "pdf-lib";
import { addFiles, allRead, createCase, goTo, passphrase, sheetWords } from "./window.ts";

/** A word that nothing else on this machine holds, typed into every field and written in every letter. */
export const marker = "Quillfennerby";

/**
 * Makes a case file with the marker wherever a person could put it, and leaves the window with things half typed.
 * @param letters an empty folder for the letters' files, apart from what is looked through afterwards
 * @returns every word that must be found nowhere
 */
export async function makeMarkedCase(page: Page, letters: string): Promise<readonly string[]> {
  await createCase(page, `${marker} and others`);
  const recovery = await sheetWords(page);
  await page.getByRole("button", { name: "Later" }).click();
  await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
  await addFiles(page, await writeLetters(letters));
  await allRead(page);
  await nameALetter(page);
  await keepEntries(page);
  await tellAboutYou(page);
  await leaveHalfTyped(page);
  // Long enough for drafts and the working copy to have been written.
  await page.waitForTimeout(9_500);
  return [marker, passphrase, ...inThrees(recovery)];
}

/** A text, a PDF with words of its own, and a file that is refused: in a folder that is named by the marker, too. */
async function writeLetters(letters: string): Promise<string[]> {
  const folder = join(letters, marker);
  await mkdir(folder);
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]).drawText(`Child Maintenance Service 6 May 2026 Dear ${marker}, reply by 2 June 2026`, {
    x: 40,
    y: 700,
    size: 14,
  });
  const files: Readonly<Record<string, string | Uint8Array>> = {
    [`${marker}.txt`]: `Child Maintenance Service\n\nDate: 4 May 2026\n\nDear ${marker}, reply by 1 June 2026.\n`,
    "second.txt": `Date: 5 May 2026\n\n${marker} again: payment due 7 June 2026.\n`,
    "third.pdf": await pdf.save(),
    [`${marker}.exe`]: `MZ ${marker}`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return Object.keys(files).map((name) => join(folder, name));
}

async function nameALetter(page: Page): Promise<void> {
  await page.getByRole("button", { name: /4 May 2026/ }).click();
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Change what it is" }).click();
  await page.getByLabel("Title, as the pack shows it").fill(`${marker} letter`);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
}

/** Kept, and changed once more: both versions are in the history. */
async function keepEntries(page: Page): Promise<void> {
  for (const [screen, add, keep] of [
    ["Calls & messages", "Add a call note", "Keep the call note"],
    ["Calls & messages", "Add a portal message", "Keep the message"],
    ["Costs", "Add a cost", "Keep the cost"],
    ["Complaint", "Add something that went wrong", "Keep it"],
  ] as const) {
    await goTo(page, screen);
    await page.getByRole("button", { name: add, exact: true }).first().click();
    await fillAll(page);
    await page.getByRole("button", { name: keep }).click();
    await expect(page.getByRole("button", { name: keep })).toHaveCount(0);
  }
  await goTo(page, "Costs");
  await page
    .getByRole("button", { name: /^Change/ })
    .first()
    .click();
  await page.getByLabel("What for").fill(`${marker} once more`);
  await page.getByRole("button", { name: "Keep the cost" }).click();
}

async function tellAboutYou(page: Page): Promise<void> {
  await goTo(page, "Overview");
  await page.getByRole("button", { name: /^Change: About you/ }).click();
  await fillAll(page);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
}

async function leaveHalfTyped(page: Page): Promise<void> {
  await goTo(page, "Calls & messages");
  await page.getByRole("button", { name: "Add a call note", exact: true }).first().click();
  await fillAll(page);
  await goTo(page, "Timeline");
  await page.getByLabel("Search", { exact: true }).fill(marker);
  await goTo(page, "Pack");
  await page.getByLabel("Words that must not get out").fill(`not ${marker} either`);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await page.keyboard.press("/");
  await page.getByLabel("Search letters, calls").fill(marker);
  await page
    .getByRole("button", { name: new RegExp(marker) })
    .first()
    .waitFor();
  await page.keyboard.press("Escape");
}

/** Puts the marker into every line and box of the form on screen that takes words. */
async function fillAll(page: Page): Promise<void> {
  const form = page.getByRole("form").first();
  let filled = 0;
  for (const field of await form.locator("textarea, input.input").all()) {
    const label = await field.evaluate((one) => document.querySelector(`label[for="${one.id}"]`)?.textContent ?? "");
    if (/day|time|minutes|hold|birth|reference|page/i.test(label)) continue;
    await field.fill(/amount/i.test(label) ? "12.50" : `${marker} in ${label}`);
    filled += 1;
  }
  expect(filled, "the form has fields").toBeGreaterThan(1);
}

/** Single words of the list stand in many programs; three in a row stand nowhere else. */
function inThrees(words: readonly string[]): readonly string[] {
  const threes = words.slice(2).map((word, at) => [words[at] ?? "", words[at + 1] ?? "", word]);
  return threes.flatMap((three) => [three.join(" "), three.join('","')]);
}
