import { expectFits, expectNoFaults, expectNone } from "./axe.ts";
import { addFiles, allRead, beginCase, goTo, openSample, sampleLetter, test } from "./window.ts";

const screens = ["Overview", "Inbox", "Timeline", "Calls & messages", "Costs", "Complaint", "Pack", "Settings"];

test("axe finds nothing on any screen of a full case file, in either theme", async ({ folio: { page } }) => {
  await openSample(page);
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /12 September 2025/ }).waitFor();
  // Two letters show everything there is; the other nineteen would only be read against axe.
  await page.getByRole("button", { name: "Cancel all" }).click();
  for (const screen of screens) {
    await goTo(page, screen);
    await expectNoFaults(page, screen);
  }
});

test("axe finds nothing on any screen of an empty case file, nor in the forms", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  for (const screen of screens) {
    await goTo(page, screen);
    await expectNone(page, screen);
    const add = page.getByRole("main").getByRole("button", { name: /^Add (a call|a cost|something)/ });
    if ((await add.count()) === 0) continue;
    await add.click();
    await page.getByRole("button", { name: /^Keep/ }).click();
    await expectNoFaults(page, `${screen}, form with something missing`);
  }
  await page.keyboard.press("?");
  await expectNone(page, "Keys");
});

test("axe finds nothing in the reader and beside a finished pack", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await allRead(page);
  await page.getByRole("button", { name: /^Final response/ }).click();
  await page.keyboard.press("a");
  await page.keyboard.press("x");
  await page.keyboard.press("c");
  await expectNoFaults(page, "Reader");
  await goTo(page, "Pack");
  await page.getByRole("button", { name: "Make the pack" }).click();
  await page.getByRole("heading", { name: /^The pack is ready/ }).waitFor({ timeout: 60_000 });
  await expectNoFaults(page, "Pack");
});

test("nothing scrolls sideways at 320 pixels, as at 400 % zoom", async ({ folio: { page } }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFits(page, "Welcome");
  await openSample(page);
  for (const screen of screens) {
    await goTo(page, screen);
    await expectFits(page, screen);
  }
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /3 September 2025/ }).click();
  await page.getByRole("heading", { name: "Dates in this letter" }).waitFor();
  await expectFits(page, "Reader");
});
