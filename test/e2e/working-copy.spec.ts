import { expect, type Page } from "@playwright/test";
import { addFiles, allRead, beginCase, goTo, openPage, sampleLetter, test, unlock } from "./window.ts";

/** What can happen to the browser's database between two starts; none of it may cost anything. */
const mishaps: readonly (readonly [name: string, happens: (page: Page) => Promise<void>])[] = [
  ["wiped", wipe],
  ["filled with other bytes", (page) => alterRows(page, "noise")],
  ["replaced by another case file's rows", (page) => alterRows(page, "other case")],
  ["cut back to its first rows", (page) => alterRows(page, "cut")],
];

test("the browser's database wiped, spoilt, mixed up or cut back between two starts: nothing is lost", async ({
  folio,
}) => {
  await twoCases(folio.page);
  const context = folio.page.context();
  for (const [name, happens] of mishaps) {
    await test.step(name, async () => {
      const between = await openPage(context, folio.url());
      for (const one of context.pages()) if (one !== between) await one.close();
      await happens(between);
      await between.close();
      await everythingIsThere(await openPage(context, folio.url()));
    });
  }
});

async function twoCases(page: Page): Promise<void> {
  await beginCase(page, "Ash");
  await addFiles(page, sampleLetter("19-2026-09-14-final-response.pdf"));
  await allRead(page);
  await page.getByRole("button", { name: /^Final response/ }).click();
  await page.keyboard.press("a");
  await expect(page.getByText(/^1 of \d+ checked$/)).toBeVisible();
  await page.getByRole("button", { name: "Close this case file" }).click();
  await page.getByRole("button", { name: "Create a case file" }).click();
  await page.getByLabel("Name for this case file").fill("Beech");
  await page.getByRole("button", { name: "Create the case file" }).click();
  await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
  await goTo(page, "Costs");
  await page.getByRole("button", { name: "Add a cost" }).click();
  await page.getByLabel("What for").fill("Stamps");
  await page.getByLabel("Amount").fill("12.50");
  await page.getByRole("button", { name: "Keep the cost" }).click();
  await expect(page.getByText("Cost kept")).toBeVisible();
  await page.getByRole("button", { name: "Close this case file" }).click();
  await page.getByRole("button", { name: /^Ash/ }).waitFor();
}

async function everythingIsThere(page: Page): Promise<void> {
  await unlock(page);
  await page.getByRole("button", { name: /^Beech/ }).click();
  await goTo(page, "Costs");
  await expect(page.getByText("£12.50").first()).toBeVisible();
  await page.getByRole("button", { name: "Close this case file" }).click();
  await page.getByRole("button", { name: /^Ash/ }).click();
  await goTo(page, "Inbox");
  await page.getByRole("button", { name: /^Final response/ }).click();
  await expect(page.getByText(/^1 of \d+ checked$/)).toBeVisible();
  await expect(page.getByRole("img", { name: /^Picture of page 1/ })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
}

async function wipe(page: Page): Promise<void> {
  const left = await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const asked = indexedDB.deleteDatabase(name ?? "");
        asked.onsuccess = resolve;
        asked.onerror = reject;
        asked.onblocked = reject;
      });
    }
    return (await indexedDB.databases()).length;
  });
  expect(left).toBe(0);
}

/** Alters every sealed row in place. @returns once it is on disk; fails where there was nothing to alter */
async function alterRows(page: Page, how: "noise" | "other case" | "cut"): Promise<void> {
  const altered = await page.evaluate(async (way) => {
    const [found] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(found?.name ?? "");
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = reject;
    });
    let count = 0;
    for (const name of database.objectStoreNames) {
      const table = database.transaction(name, "readwrite").objectStore(name);
      const rows = await new Promise<{ id: string; case: string; sealed: Uint8Array<ArrayBuffer> }[]>(
        (resolve, reject) => {
          const asked = table.getAll();
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = reject;
        },
      );
      const writes = rows.map((row, at) => {
        const other = rows[(at + 1) % rows.length] ?? row;
        const sealed =
          way === "noise"
            ? crypto.getRandomValues(new Uint8Array(Math.min(row.sealed.length, 65_536)))
            : way === "cut"
              ? row.sealed.slice(0, row.sealed.length >> 1)
              : other.sealed;
        count += 1;
        return new Promise((resolve, reject) => {
          const asked = table.put({ ...row, sealed });
          asked.onsuccess = resolve;
          asked.onerror = reject;
        });
      });
      await Promise.all(writes);
    }
    database.close();
    return count;
  }, how);
  expect(altered).toBeGreaterThan(1);
}
