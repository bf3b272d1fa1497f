import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { beginCase, goTo, goToSettings, serve, unlock } from "./window.ts";

test("nobody there for the time that was set: locked, with what was typed", async ({ page }) => {
  const dataFolder = await mkdtemp(join(tmpdir(), "folio-e2e-"));
  const served = await serve(dataFolder);
  // The window's clock is the test's, so that minutes take no time.
  await page.clock.install();
  await page.goto(served.url);
  await beginCase(page, "My complaint");
  await goToSettings(page, "Locking and keys");
  await page.getByLabel("Lock when nobody has been here for").selectOption({ label: "5 minutes" });
  await goTo(page, "Costs");
  await page.getByRole("button", { name: "Add a cost" }).click();
  await page.getByLabel("What for").fill("Stamps");
  await page.clock.fastForward("04:30");
  await expect(page.getByLabel("What for")).toBeVisible();
  await page.keyboard.press("Shift");
  await page.clock.fastForward("04:30");
  await expect(page.getByLabel("What for")).toBeVisible();
  await page.clock.fastForward("00:40");
  await expect(page.getByLabel("Passphrase", { exact: true })).toBeVisible();
  await page.clock.resume();
  await unlock(page);
  await expect(page.getByLabel("What for")).toHaveValue("Stamps");
  await page.close();
  await served.close();
  await rm(dataFolder, { recursive: true, force: true });
});
