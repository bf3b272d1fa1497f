import { createHash } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { beginCase, goTo, goToSettings, test, unlock } from "./window.ts";

/** Copies what is chosen, locks, and says whether the host was asked to clear what the clipboard really holds. */
async function clearsWhatIsCopied(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.length).toBeGreaterThan(3);
  const asked = page.waitForRequest((request) => request.url().endsWith("/host/clearClipboard"), { timeout: 5_000 });
  await page.keyboard.press("ControlOrMeta+Shift+L");
  const body = (await asked).postDataBuffer()?.toString("latin1") ?? "";
  expect(body).toContain(createHash("sha256").update(copied).digest("hex"));
  await unlock(page);
}

test("whatever is copied, locking asks for just that to be taken off the clipboard", async ({ folio }) => {
  const { page } = folio;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(folio.url()).origin });
  await beginCase(page, "My complaint");

  await goTo(page, "Calls & messages");
  await page.getByRole("button", { name: "Add a call note" }).click();
  await page.getByLabel("What they said").fill("One line.\nAnother.");
  await page.keyboard.press("ControlOrMeta+a");
  await clearsWhatIsCopied(page);

  await goTo(page, "Overview");
  await page.getByRole("button", { name: /^Change: About you/ }).click();
  await page.getByLabel(/^E-mail/).fill("somebody@example.org");
  await page.getByLabel(/^E-mail/).selectText();
  await clearsWhatIsCopied(page);

  // A page, lists and all, that a browser copies with other line ends than it says.
  const choosePage = () =>
    page.evaluate(() => document.getSelection()?.selectAllChildren(document.querySelector("main") ?? document.body));
  await goTo(page, "Timeline");
  await choosePage();
  await clearsWhatIsCopied(page);

  // The same with the focus on a choice that holds no text.
  await goToSettings(page, "Looks");
  await page.getByRole("radio").first().focus();
  await choosePage();
  await clearsWhatIsCopied(page);
});
