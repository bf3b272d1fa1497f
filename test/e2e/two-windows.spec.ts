import { expect } from "@playwright/test";
import { beginCase, goTo, openPage, test, unlock } from "./window.ts";

test("a second window can only read, says so, and takes over once the first is closed", async ({ folio }) => {
  const first = folio.page;
  await beginCase(first, "My complaint");
  await goTo(first, "Costs");
  await first.getByRole("button", { name: "Add a cost" }).click();
  await first.getByLabel("What for").fill("Stamps");
  await first.getByLabel("Amount").fill("12.50");
  await first.getByRole("button", { name: "Keep the cost" }).click();
  await expect(first.getByText("Cost kept")).toBeVisible();

  const second = await openPage(first.context(), folio.url());
  await unlock(second);
  const band = second.getByRole("region", { name: "Read only here." });
  await expect(band).toContainText("open in another window or program");
  await goTo(second, "Costs");
  await expect(second.getByText("£12.50").first()).toBeVisible();
  await expect(second.getByRole("button", { name: "Add a cost" })).toBeDisabled();
  await expect(second.getByRole("button", { name: /^Remove: Stamps/ })).toBeDisabled();
  await expect(second.getByRole("button", { name: "New", exact: true })).toBeDisabled();
  await second.keyboard.press("n");
  await expect(second.getByRole("dialog")).toHaveCount(0);
  await band.getByRole("button", { name: "Try again" }).click();
  await expect(second.getByText("It is still open elsewhere.")).toBeVisible();

  await first.close();
  await expect(async () => {
    await band.getByRole("button", { name: "Try again" }).click({ timeout: 2000 });
    await expect(band).toHaveCount(0, { timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await second.getByRole("button", { name: /^Remove: Stamps/ }).click();
  await expect(second.getByText("No costs yet")).toBeVisible();
});
