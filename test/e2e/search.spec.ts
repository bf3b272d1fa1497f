import { expect } from "@playwright/test";
import { addFiles, allRead, beginCase, goTo, sampleLetter, test } from "./window.ts";

test("one key searches letters and entries; arrows and Enter open one, a letter at its page; nothing is said to be nothing", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await allRead(page);
  await goTo(page, "Calls & messages");
  await page.getByRole("button", { name: "Add a call note" }).click();
  await page.getByLabel("Who did you speak to?").fill("Ash");
  await page.getByLabel("What they said", { exact: true }).fill("The deduction order was never sent.");
  await page.getByRole("button", { name: "Keep the call note" }).click();
  await expect(page.getByText("Call note kept")).toBeVisible();
  await goTo(page, "Costs");
  await page.keyboard.press("/");
  const search = page.getByRole("dialog", { name: "Search this case file" });
  await expect(search.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("deduction order");
  await expect(search.getByRole("region", { name: "Letters" })).toBeVisible();
  await expect(search.getByRole("region", { name: "Calls" })).toBeVisible();
  await search.getByRole("region", { name: "Calls" }).getByRole("button", { name: /Ash/ }).waitFor();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("ArrowDown");
    if (/Ash/.test((await page.locator(":focus").textContent()) ?? "")) break;
  }
  await page.keyboard.press("Enter");
  await expect(search).toHaveCount(0);
  await expect(page.getByRole("article").filter({ hasText: "The deduction order was never sent." })).toBeFocused();

  await page.keyboard.press("/");
  await page.keyboard.type("zeppelin");
  await expect(page.getByText("Nothing in this case file has “zeppelin” in it.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search).toHaveCount(0);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.keyboard.type("independent case examiner");
  await page.getByRole("button", { name: /page 3/ }).click();
  await expect(page.getByText("Page 3 of 3")).toBeVisible();
});
