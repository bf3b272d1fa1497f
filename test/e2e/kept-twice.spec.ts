import { expect } from "@playwright/test";
import { expectNoFaults } from "./axe.ts";
import { addFiles, allRead, beginCase, goTo, sampleLetter, test, unlock } from "./window.ts";

const decision = `Child Maintenance Service

Date: 3 May 2026
Your reference: 121770012943

Dear Ms Pryce

We have decided how much child maintenance you will get. From 11 May 2026 the paying parent has to pay £61.40 a week.
If you think that our decision is wrong you can ask us to look at it again by 3 June 2026. This is called a mandatory
reconsideration. Please tell us which part of the decision you think is wrong and send any evidence that you have.

Yours sincerely

Page 1 of 3
`;

function asFile(name: string, text: string) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
}

test("a file that is in the case file already is said to be, before it is added, and can be left out", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await allRead(page);
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  const asked = page.getByRole("region", { name: "This file is in your case file already" });
  await expect(asked.getByText(/^The same as exhibit 1: Final response/)).toBeVisible();
  await expect(page.getByRole("list").getByRole("button", { name: /^Final response/ })).toHaveCount(1);
  await asked.getByRole("button", { name: "Leave it out" }).click();
  await expect(asked).toHaveCount(0);

  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await asked.getByRole("button", { name: "Add it all the same" }).click();
  await expect(page.getByRole("button", { name: /^Final response/ })).toHaveCount(2);
  await expect(page.getByRole("region", { name: /kept twice/ })).toHaveCount(0);
});

test("a letter that was added in another form is offered to be withdrawn, and undo takes it in again", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  await addFiles(page, [
    asFile("decision.txt", decision),
    asFile("decision again.txt", decision.replace("evidence", "evldence")),
  ]);
  await allRead(page);
  const offer = page.getByRole("region", { name: "Is this one letter, kept twice?" });
  await expect(offer.getByText("This looks like exhibit 1 again.")).toBeVisible();
  await offer.getByRole("button", { name: "Withdraw this one" }).click();
  await expect(page.getByText("Exhibit 2 is left out of packs")).toBeVisible();
  await expect(offer).toHaveCount(0);
  await expect(page.getByText("Left out of packs", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(offer).toBeVisible();
  await offer.getByRole("button", { name: "Look at exhibit 1" }).click();
  await expect(page.getByText(/^Exhibit 1 · /)).toBeVisible();
});

test("axe finds nothing in what is asked and said of letters that are kept twice", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, [
    asFile("decision.txt", decision),
    asFile("decision again.txt", decision.replace("evidence", "evldence")),
    asFile("copy of decision.txt", decision),
  ]);
  await allRead(page);
  await expect(page.getByRole("region", { name: "Is this one letter, kept twice?" })).toBeVisible();
  await expect(page.getByRole("region", { name: "This file is in your case file already" })).toBeVisible();
  await expectNoFaults(page, "Inbox");
  await page.getByRole("button", { name: /Exhibit 2/ }).click();
  await expect(page.getByRole("button", { name: "Withdraw this one" })).toBeVisible();
  await expectNoFaults(page, "Reader");
});

test("two letters that are both to stay are not asked about again after unlocking", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await addFiles(page, [asFile("one.txt", decision), asFile("two.txt", decision.replace("evidence", "evldence"))]);
  await allRead(page);
  await page.getByRole("button", { name: /^Maintenance calculation decision.*Exhibit 2/ }).click();
  await expect(page.getByText("This looks like exhibit 1 again")).toBeVisible();
  await page.getByRole("button", { name: "Keep both" }).click();
  await expect(page.getByText("Exhibits 1 and 2 are both kept")).toBeVisible();
  await expect(page.getByText("This looks like exhibit 1 again")).toHaveCount(0);
  await page.keyboard.press("Control+Shift+L");
  await unlock(page);
  await goTo(page, "Inbox");
  await expect(page.getByRole("button", { name: /Exhibit 2/ })).toBeVisible();
  await page.waitForTimeout(500);
  await expect(page.getByRole("region", { name: /kept twice/ })).toHaveCount(0);
});

test("pages that are missing and another case reference are said in the list and beside the letter", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  await addFiles(page, asFile("decision.txt", decision));
  await allRead(page);
  await expect(page.getByText("Pages 2 and 3 of 3 not here")).toBeVisible();
  await expect(page.getByText("Another case reference than yours")).toHaveCount(0);
  await goTo(page, "Overview");
  await page
    .getByRole("button", { name: /^Change: / })
    .first()
    .click();
  await page.getByLabel(/reference/i).fill("121304558871");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await goTo(page, "Inbox");
  await expect(page.getByText("Another case reference than yours")).toBeVisible();
  await page.getByRole("button", { name: /Exhibit 1/ }).click();
  await expect(page.getByText("This letter has another case reference: 121770012943")).toBeVisible();
  await expect(page.getByText("Pages 2 and 3 of this letter are not here")).toBeVisible();
});
