import { expect } from "@playwright/test";
import { addFiles, allRead, beginCase, sampleLetter, test, unlock } from "./window.ts";

test("a correction that was begun is there after a lock", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, [sampleLetter("01-2025-09-03-decision.pdf")]);
  await allRead(page);
  await page
    .getByRole("button", { name: /Decision|decision|calculation|Check/i })
    .first()
    .click();
  await page.getByRole("button", { name: "Correct" }).first().click();
  await page.locator(".correct-form input").first().fill("9 September 2031");
  await page.keyboard.press("Control+Shift+L");
  await page.getByLabel("Passphrase", { exact: true }).waitFor();
  await unlock(page);
  await expect(page.locator(".correct-form input").first()).toHaveValue("9 September 2031");
  await page.locator(".correct-form").getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator(".correct-form")).toHaveCount(0);
});
