import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startHostProcess } from "./host-process.ts";
import { beginCase, goTo, openPage, unlock } from "./window.ts";

/** What is typed reaches the disk within this time (design.md, "The record"). */
const draftMillis = 2_000;

test("the host killed while somebody types: what was kept is there, and the draft as of two seconds before", async ({
  browser,
}) => {
  const dataFolder = await mkdtemp(join(tmpdir(), "folio-e2e-"));
  let host = await startHostProcess(dataFolder);
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "en-GB" });
  const page = await openPage(context, host.url);
  await beginCase(page, "My complaint");
  await goTo(page, "Costs");
  await page.getByRole("button", { name: "Add a cost" }).click();
  await page.getByLabel("What for").fill("Stamps");
  await page.getByLabel("Amount").fill("12.50");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await expect(page.getByText("Cost kept")).toBeVisible();
  await goTo(page, "Complaint");
  await page.getByRole("button", { name: "Add something that went wrong" }).click();
  await page.getByLabel("What happened?").fill("They lost the letter.");
  await page.waitForTimeout(draftMillis);
  await page.getByLabel("What happened?").pressSequentially(" Twice.", { delay: 30 });
  await host.kill();

  // The window says that its host is gone, and loses nothing of what stands in it.
  await expect(page.getByRole("alert").filter({ hasText: "What was saved before is safe." })).toBeVisible();
  await expect(page.getByLabel("What happened?")).toHaveValue("They lost the letter. Twice.");
  await page.close();

  host = await startHostProcess(dataFolder, host.port);
  const again = await openPage(context, host.url);
  await unlock(again);
  await goTo(again, "Costs");
  await expect(again.getByText("£12.50").first()).toBeVisible();
  await goTo(again, "Complaint");
  await expect(again.getByLabel("What happened?")).toHaveValue(/^They lost the letter\./);
  await context.close();
  await host.kill();
  await rm(dataFolder, { recursive: true, force: true });
});
