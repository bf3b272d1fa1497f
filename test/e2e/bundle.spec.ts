import { mkdtemp, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { generateIdentity, identityToRecipient } from "age-encryption";
import {
  addFiles,
  allRead,
  beginCase,
  goTo,
  goToSettings,
  openWindow,
  passphrase,
  sampleLetter,
  test,
  unlock,
} from "./window.ts";

const bundlePassphrase = "said over the phone";

interface Key {
  /** AGE-SECRET-KEY-1… */
  readonly identity: string;
  /** age1… */
  readonly recipient: string;
}

test("a bundle goes out with a passphrase of its own and comes in on another computer, letters and all", async ({
  folio,
  browser,
}) => {
  await withBundle(folio.page, async (path) => {
    const other = await openWindow(browser);
    const { page } = other;
    await page.getByRole("button", { name: /^Take over a bundle/ }).click();
    await page.locator("input[data-bundle]").setInputFiles(path);
    await page.getByLabel("Passphrase of the bundle").fill("not that one");
    await page.getByLabel("A passphrase of your own, for this computer").fill(passphrase);
    await page.getByLabel("The same passphrase again").fill(passphrase);
    await page.getByRole("button", { name: "Take it over" }).click();
    await expect(page.getByText("That passphrase or key does not open this bundle.")).toBeVisible({ timeout: 30_000 });
    await page.getByLabel("Passphrase of the bundle").fill(bundlePassphrase);
    await page.getByRole("button", { name: "Take it over" }).click();
    await page.getByRole("heading", { name: "Your recovery sheet", level: 1 }).waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Later" }).click();
    await expect(page.getByText("Where “My complaint” stands.")).toBeVisible();
    await goTo(page, "Costs");
    await expect(page.getByText("Stamps")).toBeVisible();
    await goTo(page, "Inbox");
    await page.getByRole("button", { name: /^Final response/ }).click();
    await expect(page.getByRole("img", { name: /^Picture of page 1/ })).toBeVisible();
    await page.getByRole("button", { name: "Where it comes from" }).click();
    await expect(page.getByText(/^Added from 19-2026-09-14-final-response\.pdf/)).toBeVisible();
    await other.close();
  });
});

test("a bundle for a public key opens with its secret key alone; the same twice adds nothing, cut short nothing is changed", async ({
  folio,
}) => {
  const { page } = folio;
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  await withBundle(
    page,
    async (path) => {
      await page.getByRole("button", { name: "Close this case file" }).click();
      await takeOver(page, path, await generateIdentity());
      await expect(page.getByText("That passphrase or key does not open this bundle.")).toBeVisible();
      await page.getByLabel("Secret key", { exact: true }).fill(identity);
      await page.getByRole("button", { name: "Take it over" }).click();
      await expect(page.getByText("Nothing in it that isn’t here already")).toBeVisible({ timeout: 30_000 });
      await page.getByRole("button", { name: "Close this case file" }).click();
      await truncate(path, 60_000);
      await takeOver(page, path, identity);
      await expect(page.getByText(/^This bundle is damaged, cut short/)).toBeVisible({ timeout: 30_000 });
      const again = await folio.restart();
      await unlock(again);
      await goTo(again, "Costs");
      await expect(again.getByText("Stamps")).toBeVisible();
    },
    { identity, recipient },
  );
});

test("a plain copy is saved only after its warning was understood", async ({ folio: { page } }) => {
  await beginCase(page, "My complaint");
  await goToSettings(page, "This case file");
  await page.getByRole("button", { name: "Hand it over…" }).click();
  await page.getByRole("radio", { name: "Plain folder, not locked" }).check();
  await expect(page.getByText("A plain copy is not locked.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the plain copy" })).toBeDisabled();
  await page.getByRole("checkbox", { name: "I understand that anyone can read it" }).check();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the plain copy" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.tar$/);
  await expect(page.getByText(/^Saved: /).first()).toBeVisible();
});

/** A case file with a letter and a cost, handed over as a bundle that lies at `path`. */
async function withBundle(page: Page, work: (path: string) => Promise<void>, key?: Key): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "folio-e2e-bundle-"));
  try {
    await beginCase(page, "My complaint");
    await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
    await allRead(page);
    await goTo(page, "Costs");
    await page.getByRole("button", { name: "Add a cost" }).click();
    await page.getByLabel("What for").fill("Stamps");
    await page.getByLabel("Amount").fill("12.50");
    await page.getByRole("button", { name: "Keep the cost" }).click();
    await expect(page.getByText("Cost kept")).toBeVisible();
    await goToSettings(page, "This case file");
    await page.getByRole("button", { name: "Hand it over…" }).click();
    if (key === undefined) await lockWithPassphrase(page);
    else await lockForKey(page, key);
    const downloading = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("button", { name: "Save the bundle" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.folio$/);
    const path = join(folder, "bundle.folio");
    await download.saveAs(path);
    await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function lockWithPassphrase(page: Page): Promise<void> {
  await page.getByLabel("Passphrase for this bundle").fill(bundlePassphrase);
  await page.getByLabel("The same passphrase again").fill(bundlePassphrase);
}

/** Tries the secret key first, as somebody might who was sent the wrong one: it is refused and not said again. */
async function lockForKey(page: Page, { identity, recipient }: Key): Promise<void> {
  await page.getByRole("radio", { name: "Only the holder of a public key" }).check();
  const keys = page.getByLabel("Public keys, one on each line");
  await keys.fill(identity);
  await page.getByRole("button", { name: "Save the bundle" }).click();
  await expect(page.getByText("This is a secret key, which is for its owner alone.")).toBeVisible();
  await expect(keys).toBeFocused();
  await keys.fill(`${recipient}\n${recipient.slice(0, 30)}`);
  await expect(page.getByText(`This is not a public key: ${recipient.slice(0, 20)}…`)).toBeVisible();
  await keys.fill(recipient);
}

async function takeOver(page: Page, path: string, identity: string): Promise<void> {
  await page.getByRole("button", { name: "Take over a bundle" }).click();
  await page.locator("input[data-bundle]").setInputFiles(path);
  await page.getByLabel("Passphrase of the bundle").fill("typed before looking");
  await page.getByRole("radio", { name: "With my secret key" }).check();
  await expect(page.getByLabel("Secret key", { exact: true })).toHaveValue("");
  await page.getByLabel("Secret key", { exact: true }).fill(identity);
  await page.getByRole("button", { name: "Take it over" }).click();
}
