import { expect, type Page } from "@playwright/test";
import { addFiles, allRead, beginCase, dropFiles, goTo, sampleLetter, test, unlock } from "./window.ts";

const decision = sampleLetter("01-2025-09-03-decision.pdf");
const finalResponse = sampleLetter("19-2026-09-14-final-response.pdf");

test("letters dropped on any screen are read, and their dates show in the inbox", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await goTo(page, "Costs");
  await dropFiles(page, [decision, finalResponse]);
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  await allRead(page);
  await expect(page.getByRole("button", { name: /14 September 2026/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /3 September 2025/ })).toBeVisible();
});

test("forty letters with a bad one in the middle: thirty-nine come in", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  const letters = Array.from({ length: 40 }, (_, at) =>
    asFile(
      `letter-${at + 1}.txt`,
      Buffer.from(at === 20 ? "" : `Letter ${at + 1}\nDate: ${(at % 28) + 1} May 2026\n\nWe will write.\n`),
    ),
  );
  await addFiles(page, letters);
  await allRead(page);
  await expect(page.getByText("39 letters were added, 1 could not be.")).toBeAttached();
  await expect(page.getByText("This file is empty, so there is nothing in it to keep.")).toBeVisible();
});

test("a bad file in the middle says what is wrong with it, and the others go on", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, [
    asFile("decision.pdf", Buffer.from("")),
    asFile("letter.txt", Buffer.from("Child Maintenance Service\n\nDate: 4 May 2026\n\nReply by 1 June 2026.\n")),
    asFile("broken.pdf", Buffer.from("%PDF-1.4 and then nothing")),
    asFile("virus.pdf", Buffer.from("MZ\u0090\u0000 this is not a letter")),
    asFile("note.txt", Buffer.from("Date: 5 May 2026\n\nWe will write again.\n")),
  ]);
  await allRead(page);
  await expect(page.getByText("This file is empty, so there is nothing in it to keep.")).toBeVisible();
  await expect(page.getByText("2 letters were added, 3 could not be.")).toBeAttached();
  await expect(page.getByRole("button", { name: /4 May 2026/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /5 May 2026/ })).toBeVisible();
});

test("a date put right by keyboard is still right after Folio was closed and opened again", async ({ folio }) => {
  const { page } = folio;
  await beginCase(page, "My complaint");
  await addFiles(page, finalResponse);
  await allRead(page);
  await page.getByRole("button", { name: /14 September 2026/ }).click();
  await expect(page.getByText(/^0 of \d+ checked$/)).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("15/9/26");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Corrected to 15 September 2026")).toBeVisible();

  const again = await folio.restart();
  await unlock(again);
  await goTo(again, "Inbox");
  await again.getByRole("button", { name: /15 September 2026/ }).click();
  await expect(again.getByText("Corrected by you")).toBeVisible();
  await expect(again.getByRole("img", { name: /^Picture of page 1/ })).toBeVisible();
});

test("a whole letter is checked with the keyboard alone, and undo takes a step back", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, finalResponse);
  await allRead(page);
  await tabTo(page, /^Final response/);
  await page.keyboard.press("Enter");
  const checked = page.getByText(/^\d+ of \d+ checked$/);
  const count = Number(/of (\d+)/.exec((await checked.textContent()) ?? "")?.[1]);
  expect(count).toBeGreaterThan(5);
  await page.keyboard.press("x");
  await expect(checked).toHaveText(`1 of ${count} checked`);
  await page.keyboard.press("u");
  await expect(checked).toHaveText(`0 of ${count} checked`);
  for (let at = 1; at <= count; at += 1) {
    await page.keyboard.press(at % 2 === 0 ? "a" : "Enter");
    await expect(checked).toHaveText(`${at} of ${count} checked`);
  }
  await expect(page.getByText("Every date in this letter is checked.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("All checked")).toBeVisible();
});

test("a correction that was begun is there after a lock, and goes when it is given up", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, finalResponse);
  await allRead(page);
  await page.getByRole("button", { name: /^Final response/ }).click();
  await page.keyboard.press("c");
  const typed = page.locator(".correct-form").getByRole("textbox");
  await typed.fill("9 September 2031");
  await page.keyboard.press("Control+Shift+L");
  await unlock(page);
  await expect(typed).toHaveValue("9 September 2031");
  await page.locator(".correct-form").getByRole("button", { name: "Cancel" }).click();
  await expect(typed).toHaveCount(0);
});

test("an outline on the page and its row in the list choose each other", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, finalResponse);
  await allRead(page);
  await page.getByRole("button", { name: /^Final response/ }).click();
  await page.locator('.mark[data-position="2"]').first().click();
  await expect(page.locator('[data-row="2"]')).toHaveAttribute("aria-current", "true");
  await page.locator('[data-row="1"]').click();
  await expect(page.locator('.mark[data-position="1"]').first()).toHaveClass(/chosen/);
});

test("several pictures at once can be the pages of one letter", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, [
    sampleLetter("07-2025-12-03-evidence-request-A.jpg"),
    sampleLetter("07-2025-12-03-evidence-request-B.jpg"),
  ]);
  await page.getByRole("button", { name: "Pages of one letter, in this order" }).click();
  await allRead(page);
  await expect(page.getByText(/2 pages/)).toBeVisible();
});

test("a date that reading missed is added by hand, and stands in the timeline", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, asFile("note.txt", Buffer.from("Child Maintenance Service\n\nWe will write again.\n")));
  await allRead(page);
  await page.getByRole("button", { name: /no date read/ }).click();
  await page.getByRole("button", { name: "Add a date that was missed" }).click();
  await page.getByLabel("Date on page 1").fill("5 May 2026");
  await expect(page.getByLabel("What it is for")).toHaveValue("letter-date");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Added by you")).toBeVisible();
  await goTo(page, "Timeline");
  await expect(page.getByText("5 May 2026").first()).toBeVisible();
});

function asFile(name: string, buffer: Buffer) {
  return { name, mimeType: "application/octet-stream", buffer };
}

/** Presses Tab until the named button has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = (await page.locator(":focus").textContent()) ?? "";
    if (name.test(focused.trim())) return;
  }
  throw new Error(`no Tab stop is called ${name}`);
}

test("a letter taken for another kind is put right, and its title follows", async ({ folio: { page } }) => {
  await beginCase(page, "Kinds");
  await addFiles(page, [sampleLetter("05-2025-11-05-missed-payment.pdf")]);
  await allRead(page);
  await page.getByRole("button", { name: /^Missed payment notice/ }).click();
  await page.getByRole("button", { name: "Change what it is" }).click();
  await page.getByLabel("Kind of letter").selectOption({ label: "Final response" });
  await expect(page.getByLabel("Title, as the pack shows it")).toHaveValue(/^Final response, .* 5 November 2025$/);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Final response/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Missed payment notice/ })).toBeVisible();
});
