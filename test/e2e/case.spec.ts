import { expect, type Page } from "@playwright/test";
import { beginCase, goTo, openSample, test, unlock } from "./window.ts";

const screens = ["Overview", "Inbox", "Timeline", "Calls & messages", "Costs", "Complaint", "Pack", "Settings"];

test("the sample case is one click away, marked on every screen, and leaves nothing on this computer", async ({
  folio,
}) => {
  const { page } = folio;
  await openSample(page);
  for (const screen of screens) {
    await goTo(page, screen);
    await expect(page.getByText("This is the sample case")).toBeVisible();
  }
  await goTo(page, "Calls & messages");
  await expect(page.getByRole("article").first()).toBeVisible();
  await addCall(page, "Ash");
  const again = await folio.restart();
  await expect(again.getByRole("heading", { name: "How do you want to begin?" })).toBeVisible();
});

test("a sample left while it is being read brings nothing into the next case file", async ({ folio: { page } }) => {
  await openSample(page);
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /3 September 2025/ }).waitFor();
  await page.getByRole("button", { name: "Leave the sample" }).click();
  await beginCase(page, "My complaint");
  // Long enough for a letter that was under way to come in, if it could.
  await page.waitForTimeout(2500);
  await expect(page.getByText("No letters yet")).toBeVisible();
  await goTo(page, "Calls & messages");
  await expect(page.getByText("No calls or messages yet")).toBeVisible();
});

test("a call note is kept, stands in the timeline, and is there after a restart", async ({ folio }) => {
  const { page } = folio;
  await beginCase(page, "My complaint");
  await goTo(page, "Calls & messages");
  await addCall(page, "Ash, Complaints");
  await goTo(page, "Timeline");
  await expect(page.getByRole("button", { name: "Call to Ash, Complaints" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Promised by this day: Ring me back/ })).toBeVisible();
  const again = await folio.restart();
  await unlock(again);
  await goTo(again, "Calls & messages");
  await expect(again.getByRole("heading", { name: "You called Ash, Complaints" })).toBeVisible();
});

test("a cost that was removed comes back with undo, and the window's title never says more than Folio", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  await goTo(page, "Costs");
  await page.getByRole("button", { name: "Add a cost" }).click();
  await page.getByLabel("What for").fill("Bank charge");
  await page.getByLabel("Amount").fill("£1,204.5");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await expect(page.getByText("£1,204.50").first()).toBeVisible();
  await page.getByRole("button", { name: /^Remove: Bank charge/ }).click();
  await expect(page.getByText("No costs yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("£1,204.50").first()).toBeVisible();
  for (const screen of screens) {
    await goTo(page, screen);
    expect(await page.title()).toBe("Folio");
    expect(new URL(page.url()).hash).toBe("");
  }
});

async function addCall(page: Page, who: string): Promise<void> {
  await page.getByRole("button", { name: "Add a call note" }).click();
  await page.getByLabel("Who did you speak to?").fill(who);
  await page.getByLabel("Day", { exact: true }).fill("3 November 2026");
  await page.getByLabel("Time", { exact: true }).fill("9.05");
  await page.getByLabel("What they said", { exact: true }).fill("They would look into it.");
  await page.getByLabel("Promise 1").fill("Ring me back");
  await page.getByLabel("By which day?").fill("10/11/26");
  await page.getByRole("button", { name: "Keep the call note" }).click();
  await expect(page.getByText("Call note kept")).toBeVisible();
}
