import type { Page } from "@playwright/test";
import {
  addFiles,
  allRead,
  createCase,
  goTo,
  goToSettings,
  type OpenWindow,
  openPage,
  passphrase,
  sampleLetter,
  unlock,
} from "./e2e/window.ts";

/** Takes a picture of the screen as it is, whole. */
export type Shoot = (page: Page, name: string) => Promise<void>;

/** Pictures of the first run, the locked window, the recovery sheet, and everything about keys, backups and custody. */
export async function vaultPictures({ page, url }: OpenWindow, shoot: Shoot): Promise<void> {
  await page.getByRole("radio", { name: /^Somebody does/ }).check();
  await shoot(page, "20-first-run");
  await page.getByRole("button", { name: /^Create a case file/ }).click();
  await page.getByLabel("Passphrase", { exact: true }).fill("kettle");
  await page.getByText("This passphrase is weak.").waitFor();
  await page.getByRole("button", { name: "Create the case file", exact: true }).click();
  await shoot(page, "21-create-weak");
  await page.getByRole("button", { name: /^Take over a bundle/ }).click();
  await shoot(page, "22-take-over");
  await page.getByRole("button", { name: /^Restore a backup/ }).click();
  await shoot(page, "23-restore");
  await createCase(page, "Larkwater");
  await shoot(page, "24-recovery-sheet");
  await page.getByRole("button", { name: "Save it as a PDF" }).click();
  await shoot(page, "25-recovery-save");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "I have them: check three words" }).click();
  await shoot(page, "26-recovery-check");
  await page.getByRole("button", { name: "Show the words again" }).click();
  await page.getByRole("button", { name: "Later" }).click();
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await allRead(page);
  await goTo(page, "Overview");
  await shoot(page, "27-overview-reminders");
  await recordPictures(page, shoot);
  await settingsPictures(page, shoot);
  const second = await openPage(page.context(), url());
  await second.setViewportSize(page.viewportSize() ?? { width: 1280, height: 860 });
  await unlock(second);
  await goTo(second, "Costs");
  await shoot(second, "40-read-only");
  await second.close();
  await page.getByRole("button", { name: "Close this case file" }).click();
  await page.getByRole("button", { name: /^Larkwater/ }).waitFor();
  await shoot(page, "41-case-files");
  await page.keyboard.press("ControlOrMeta+Shift+L");
  await shoot(page, "42-locked");
  await unlock(page, `${passphrase}s`);
  await page.getByText("That passphrase does not open").waitFor();
  await shoot(page, "43-wrong-passphrase");
  await page.getByRole("button", { name: "Use recovery words" }).click();
  await shoot(page, "44-recovery-words");
}

async function recordPictures(page: Page, shoot: Shoot): Promise<void> {
  await goTo(page, "Costs");
  await page.getByRole("button", { name: "Add a cost" }).click();
  await page.getByLabel("What for").fill("Stamps for the final response");
  await page.getByLabel("Amount").fill("12.50");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await page.getByRole("button", { name: /^Change: Stamps/ }).click();
  await page.getByLabel("Amount").fill("13.40");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await page.getByRole("button", { name: /^History: Stamps/ }).click();
  await page.getByText("£13.40").last().waitFor();
  await shoot(page, "30-history");
  await page.keyboard.press("Escape");
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /^Final response/ }).click();
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Where it comes from" }).click();
  await page.getByText(/^Added from/).waitFor();
  await shoot(page, "31-custody");
  await page.getByRole("button", { name: "Erase this letter for good…" }).click();
  await shoot(page, "32-erase");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.keyboard.press("/");
  await page.getByLabel(/^Search letters/).fill("response");
  await page.getByText(/^\d+ places?/).waitFor();
  await page.keyboard.press("ArrowDown");
  await shoot(page, "33-search");
  await page.keyboard.press("Escape");
}

async function settingsPictures(page: Page, shoot: Shoot): Promise<void> {
  for (const [at, part] of ["Locking and keys", "Backups", "This case file", "About Folio"].entries()) {
    await goToSettings(page, part);
    if (part === "Locking and keys") await page.getByRole("button", { name: "Change the passphrase" }).click();
    if (part === "This case file") {
      await page.getByRole("button", { name: "Hand it over…" }).click();
      await page.getByRole("radio", { name: "Plain folder, not locked" }).check();
    }
    await shoot(page, `${34 + at}-settings-${part.split(" ")[0]?.toLowerCase()}`);
  }
}
