/**
 * Pictures of every screen, light and dark, from the sample case and a locked one: `node test/screenshots.ts FOLDER`.
 * Wants the window built (`npm run build`). With `--readme`, also the small ones that README shows.
 */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findChromium } from "./browser.ts";
import { allRead, goTo, goToSettings, type OpenWindow, openSample, openWindow } from "./e2e/window.ts";
import { vaultPictures } from "./screenshots-vault.ts";

const [folder = "screenshots", ...options] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch(await findChromium());
const opened = await openWindow(browser);
const other = await openWindow(browser);
try {
  await takeAll(opened);
  await vaultPictures(other, (page, name) => both(page, name, true));
} finally {
  await opened.close();
  await other.close();
  await browser.close();
}
console.log(resolve(folder));

async function takeAll({ page }: OpenWindow): Promise<void> {
  await both(page, "01-welcome", true);
  await openSample(page);
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /19 November 2025/ }).waitFor({ timeout: 240_000 });
  await both(page, "02-inbox-reading");
  await allRead(page, 240_000);
  await both(page, "03-inbox");
  await goTo(page, "Overview");
  await both(page, "04-overview", true);
  await readerPictures(page);
  await goTo(page, "Timeline");
  await both(page, "07-timeline");
  await formPictures(page);
  await packPictures(page);
  await goToSettings(page, "Looks and keyboard");
  await both(page, "14-settings", true);
  await page.keyboard.press("?");
  await both(page, "15-keys");
  await page.keyboard.press("Escape");
  await narrowPictures(page);
}

async function readerPictures(page: Page): Promise<void> {
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /^Final response/ }).click();
  await settled(page);
  for (const key of ["a", "a", "x", "a"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await both(page, "05-reader");
  if (options.includes("--readme")) await page.screenshot({ path: join(folder, "reader-light.png") });
  await page.keyboard.press("c");
  await both(page, "06-reader-correcting");
  await page.keyboard.press("Escape");
}

async function formPictures(page: Page): Promise<void> {
  await goTo(page, "Calls & messages");
  await both(page, "08-calls");
  await page.getByRole("button", { name: "Add a call note" }).click();
  await both(page, "09-call-form", true);
  await goTo(page, "Costs");
  await both(page, "10-costs", true);
  await goTo(page, "Complaint");
  await both(page, "11-complaint", true);
}

async function packPictures(page: Page): Promise<void> {
  await goTo(page, "Pack");
  await both(page, "12-pack");
  await page.getByRole("button", { name: "Make the pack" }).click();
  await page.getByRole("heading", { name: /^The pack is ready/ }).waitFor({ timeout: 120_000 });
  await page.getByRole("region", { name: "Preview of the pack" }).scrollIntoViewIfNeeded();
  await settled(page);
  await both(page, "13-pack-ready", true);
  if (options.includes("--readme")) await packPagesPicture(page);
}

/** Three pages of the pack side by side, from the preview's own canvas, as README shows them. */
async function packPagesPicture(page: Page): Promise<void> {
  const preview = page.getByRole("region", { name: "Preview of the pack" });
  const pictures: string[] = [];
  for (const number of ["1", "4", "21"]) {
    await preview.getByLabel("Page", { exact: true }).fill(number);
    await page.keyboard.press("Enter");
    await settled(page);
    pictures.push(await preview.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL()));
  }
  await page
    .context()
    .newPage()
    .then((blank) => sideBySide(blank, pictures));
}

async function sideBySide(blank: Page, pictures: readonly string[]): Promise<void> {
  const sheets = pictures.map((data) => `<img src="${data}" width="400" style="border:1px solid #bbb">`);
  await blank.setContent(`<div id="all" style="display:inline-flex;gap:16px;padding:8px">${sheets.join("")}</div>`);
  await blank.locator("#all").screenshot({ path: join(folder, "pack-pages.png") });
  await blank.close();
}

/** At 320 CSS pixels: a phone, or a desktop window at 400 % zoom. */
async function narrowPictures(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 780 });
  await goTo(page, "Inbox");
  await both(page, "16-narrow-inbox");
  await page.getByRole("button", { name: /^Final response/ }).click();
  await settled(page);
  await both(page, "17-narrow-reader", true);
  await goTo(page, "Timeline");
  await both(page, "18-narrow-timeline");
}

/** The screen as it is, in light and in dark; `whole` for all of it, else what the window shows. */
async function both(page: Page, name: string, whole = false): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage: whole });
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Until no page is being drawn any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.getByText("Drawing the page…").first().waitFor({ state: "hidden", timeout: 30_000 });
  await page.waitForTimeout(200);
}
