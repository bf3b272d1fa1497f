import { expect, type Page } from "@playwright/test";
import { addFiles, allRead, beginCase, goTo, goToSettings, openSample, test } from "./window.ts";

test("a call note is changed in the form it was written in, and undo brings the old one back", async ({ folio }) => {
  const { page } = folio;
  await openSample(page);
  await goTo(page, "Calls & messages");
  await page.getByRole("button", { name: /^Change: You called Sam, Complaints, 3 September 2026/ }).click();
  const form = page.getByRole("form", { name: "Change the call note" });
  await expect(form.getByLabel("Promise 1")).toHaveValue("Post the final response");
  await expect(form.getByLabel("By which day?")).toHaveValue("8 September 2026");
  await form.getByLabel("Who did you speak to?").fill("Alex, Complaints");
  await form.getByRole("button", { name: "Keep the call note" }).click();
  await expect(page.getByRole("button", { name: /^Change: You called Alex/ })).toBeFocused();
  await expect(page.getByRole("article")).toHaveCount(12);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "You called Sam, Complaints" })).toHaveCount(2);
});

test("messages, costs and issues can be changed, and nothing is added by it", async ({ folio: { page } }) => {
  await openSample(page);
  await goTo(page, "Calls & messages");
  await page.getByRole("button", { name: /^Change: You sent a portal message: Payment not received/ }).click();
  await page.getByLabel("Subject").fill("Payment missing");
  await page.getByRole("button", { name: "Keep the message" }).click();
  await expect(page.getByRole("heading", { name: "You sent a portal message: Payment missing" })).toBeVisible();

  await goTo(page, "Costs");
  await page.getByRole("button", { name: /^Change: One session/ }).click();
  await expect(page.getByLabel("Amount")).toHaveValue("£35.00");
  await page.getByLabel("Amount").fill("40");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await expect(page.getByText("£156.91").last()).toBeVisible();

  await goTo(page, "Complaint");
  await page.getByRole("button", { name: "Change: You lost my evidence twice" }).click();
  await page.getByLabel("In a few words").fill("You lost my evidence three times");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("heading", { name: "You lost my evidence three times" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(3);
});

test("a half-written note is still there after a look at another screen and after closing the case", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  await goTo(page, "Calls & messages");
  await page.getByRole("button", { name: "Add a call note" }).click();
  await page.getByLabel("What they said", { exact: true }).fill("They would ring on Friday.");
  await goTo(page, "Timeline");
  await goTo(page, "Calls & messages");
  await expect(page.getByLabel("What they said", { exact: true })).toHaveValue("They would ring on Friday.");
  await reopen(page);
  await goTo(page, "Calls & messages");
  await expect(page.getByLabel("What they said", { exact: true })).toHaveValue("They would ring on Friday.");
});

test("a note that could not be kept stays in its form, and says why", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await goTo(page, "Complaint");
  await page.getByRole("button", { name: "Add something that went wrong" }).click();
  await page.getByLabel("In a few words").fill("Nobody answered");
  await page.route("**/*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("alert")).toContainText("What was saved before is safe.");
  await expect(page.getByLabel("In a few words")).toHaveValue("Nobody answered");
  await page.unroute("**/*");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("heading", { name: "Nobody answered" })).toBeVisible();
});

test("N asks what is new from any screen, its form is ready to type in, and single letters can be turned off", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  await goTo(page, "Pack");
  await page.keyboard.press("n");
  const menu = page.getByRole("dialog", { name: "What is new?" });
  await expect(menu.getByRole("button")).toHaveCount(6);
  await menu.getByRole("button", { name: "Add a cost" }).press("Enter");
  await expect(page.getByLabel("What for")).toBeFocused();
  await page.keyboard.type("Stamps");
  await expect(page.getByLabel("What for")).toHaveValue("Stamps");
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await goToSettings(page, "Looks and keyboard");
  await page.getByRole("checkbox", { name: "Use single letters as keys" }).uncheck();
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Use single letters as keys" }).check();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "All keys" })).toBeVisible();
});

test("a letter that could not be added stays listed until it is cleared", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, { name: "empty.pdf", mimeType: "application/pdf", buffer: Buffer.from("") });
  await allRead(page);
  const why = page.getByText("This file is empty, so there is nothing in it to keep.");
  await expect(why).toBeVisible();
  await goTo(page, "Costs");
  await reopen(page);
  await goTo(page, "Inbox");
  await expect(why).toBeVisible();
  await page.getByRole("button", { name: "Clear this list" }).click();
  await expect(why).toHaveCount(0);
});

test("other dates begin hidden and counted, and the choice lasts", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, plainLetter);
  await allRead(page);
  await goTo(page, "Timeline");
  await expect(page.getByText(/^\d+ other dates are not shown/)).toBeVisible();
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(page.getByText(/^\d+ entries$/)).toBeVisible();
  await goTo(page, "Costs");
  await goTo(page, "Timeline");
  await expect(page.getByRole("checkbox", { name: /^Other dates/ })).toBeChecked();
});

test("what a pack would lack is said before it is made, with the way to mend it", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, plainLetter);
  await allRead(page);
  await goTo(page, "Pack");
  await page.getByRole("radio", { name: "Independent Case Examiner" }).check();
  await expect(page.getByText(/The Independent Case Examiner asks for it/)).toBeVisible();
  await page.getByRole("button", { name: "Say what you want" }).click();
  const wants = page.getByLabel("What you want, a line each, most important first");
  await expect(wants).toBeFocused();
  await wants.fill("Say sorry");
  await page.getByLabel("Date of birth").fill("14/5/89");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByText("Your details are kept")).toBeVisible();
  await goTo(page, "Pack");
  await expect(page.getByRole("button", { name: "Say what you want" })).toHaveCount(0);
  await expect(page.getByText(/^Not given for the front page: (?!.*birth)/)).toBeVisible();
});

test("an error that nobody caught is said in a sentence", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await page.evaluate(() => void Promise.reject(new Error("planted")));
  await expect(page.getByRole("alert")).toContainText("Something went wrong inside Folio.");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.evaluate(() => setTimeout(() => Reflect.apply(() => Reflect.get(Object(null), "x").y, null, [])));
  await expect(page.getByRole("alert")).toContainText("Everything you kept before is safe.");
});

test("a screen that fails says so, and the others still work", async ({ folio: { page } }) => {
  await openSample(page);
  await page.evaluate(() => {
    const { flatMap } = Array.prototype;
    Object.assign(window, { mend: () => Object.assign(Array.prototype, { flatMap }) });
    Object.assign(Array.prototype, { flatMap: () => Reflect.get(Object(null), "x").y });
  });
  await page.getByRole("navigation").getByRole("button", { name: "Costs" }).click();
  await expect(page.getByRole("heading", { name: "This screen can't be shown" })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("Everything you kept before is safe.");
  await goTo(page, "Settings");
  await page.evaluate(() => Reflect.apply(Reflect.get(window, "mend"), null, []));
  await goTo(page, "Costs");
  await expect(page.getByText("£151.91").last()).toBeVisible();
});

/** Plain text is read at once; it has a date of its own, a limit and a period. */
const plainLetter = {
  name: "letter.txt",
  mimeType: "text/plain",
  buffer: Buffer.from(
    "Child Maintenance Service\n\nDate: 4 May 2026\n\nReply by 1 June 2026.\n\nYour payment is due on 7 June 2026.\n\nPayments are due on 14 June 2026.\n",
  ),
};

/** Closes the case file and opens it again, Folio still running. */
async function reopen(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Close this case file" }).click();
  await page.getByRole("button", { name: /^My complaint/ }).click();
  await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
}
