import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, type Page, test } from "@playwright/test";
import { findChromium } from "../browser.ts";
import { startHostProcess } from "./host-process.ts";
import { addFiles, allRead, beginCase, goTo, goToSettings, openPage, passphrase } from "./window.ts";

/** A word that nothing else on this machine holds, typed into every field and written in every letter. */
const marker = "Quillfennerby";

test("what was typed and read stands nowhere on disk: data folder, backup, browser profile, temporary files", async () => {
  const folder = await mkdtemp(join(tmpdir(), "folio-e2e-marker-"));
  const [data, profile, temporary, backup] = ["data", "profile", "tmp", "backup"].map((name) => join(folder, name));
  if (data === undefined || profile === undefined || temporary === undefined || backup === undefined) return;
  await Promise.all([data, profile, temporary, backup].map((one) => mkdir(one)));
  const host = await startHostProcess(data);
  const context = await chromium.launchPersistentContext(profile, {
    ...(await findChromium()),
    env: { ...process.env, TMPDIR: temporary },
    locale: "en-GB",
  });
  const page = await openPage(context, host.url);
  await writeEverywhere(page, backup);
  await page.keyboard.press("ControlOrMeta+Shift+L");
  await page.getByRole("button", { name: "Unlock" }).waitFor();
  await lookEverywhere(folder, "after locking");
  await host.kill();
  await context.close();
  await lookEverywhere(folder, "after the host was killed and the browser closed");
  await rm(folder, { recursive: true, force: true });
});

async function writeEverywhere(page: Page, backup: string): Promise<void> {
  await beginCase(page, `${marker} and others`);
  await addFiles(page, [
    letter(`${marker}.txt`, `Child Maintenance Service\n\nDate: 4 May 2026\n\nDear ${marker}, reply by 1 June 2026.\n`),
    letter("second.txt", `Date: 5 May 2026\n\n${marker} again: payment due 7 June 2026.\n`),
  ]);
  await allRead(page);
  await page.getByRole("button", { name: /4 May 2026/ }).click();
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Change what it is" }).click();
  await page.getByLabel("Title, as the pack shows it").fill(`${marker} letter`);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await goTo(page, "Calls & messages");
  await page.getByRole("button", { name: "Add a call note" }).click();
  await fillAll(page);
  await page.getByRole("button", { name: "Keep the call note" }).click();
  await expect(page.getByText("Call note kept")).toBeVisible();
  await page.getByRole("button", { name: "Add a portal message" }).click();
  await fillAll(page);
  await goTo(page, "Complaint");
  await page.getByRole("button", { name: "Add something that went wrong" }).click();
  await fillAll(page);
  await page.getByRole("button", { name: "Keep it" }).click();
  await goTo(page, "Overview");
  await page.getByRole("button", { name: /^Change: About you/ }).click();
  await page.getByLabel("Your name").fill(marker);
  await page.getByLabel("Address, a line each").fill(marker);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
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
  await goToSettings(page, "Backups");
  await page.getByLabel("Folder for backups").fill(backup);
  await page.getByRole("button", { name: "Use this folder" }).click();
  await expect(page.getByText(/^Last good backup today at/)).toBeVisible({ timeout: 30_000 });
  // Long enough for drafts and the working copy to have been written.
  await page.waitForTimeout(4000);
}

/** Puts the marker into every line and box of the form on screen that takes words. */
async function fillAll(page: Page): Promise<void> {
  const form = page.getByRole("form").first();
  for (const field of await form.locator("textarea, input.input").all()) {
    const label = await field.evaluate((one) => document.querySelector(`label[for="${one.id}"]`)?.textContent ?? "");
    if (/day|time|minutes|hold/i.test(label)) continue;
    await field.fill(`${marker} in ${label}`);
  }
}

function letter(name: string, text: string) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
}

async function lookEverywhere(folder: string, when: string): Promise<void> {
  const needles = [marker, passphrase].flatMap((text) => [Buffer.from(text), Buffer.from(text, "utf16le")]);
  const found: string[] = [];
  let files = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (path.includes(marker)) found.push(`${path} (its name)`);
    if (!entry.isFile()) continue;
    // A browser that is running deletes files while they are looked for.
    const bytes = await readFile(path).catch(() => Buffer.from(""));
    files += 1;
    if (needles.some((needle) => bytes.includes(needle))) found.push(path.slice(folder.length));
  }
  expect(files, "there is something to look at").toBeGreaterThan(20);
  expect(found, when).toEqual([]);
}
