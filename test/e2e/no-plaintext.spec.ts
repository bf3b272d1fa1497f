import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { findChromium } from "../browser.ts";
import { findWords, openToOthers } from "./find-words.ts";
import { startHostProcess } from "./host-process.ts";
import { makeMarkedCase, marker } from "./marked-case.ts";
import { goToSettings, openPage, unlock } from "./window.ts";

test("what was typed and read stands nowhere on disk: data folder, backup, browser profile, home, temporary files", async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), "folio-e2e-marker-"));
  const letters = await mkdtemp(join(tmpdir(), "folio-e2e-letters-"));
  const [data, backup] = [join(folder, "data"), join(folder, "backup")];
  for (const name of ["data", "profile", "home", "tmp", "backup"]) await mkdir(join(folder, name));
  const before = process.umask(0);
  const host = await startHostProcess(data);
  process.umask(before);
  const context = await browserIn(folder);
  context.setDefaultTimeout(30_000);
  const page = await openPage(context, host.url);
  const words = await makeMarkedCase(page, letters);
  await backUp(page, backup);
  // A second window reads the same case file, letters and all, while the first has it.
  const second = await openPage(context, host.url);
  await unlock(second);
  await second.getByRole("navigation").first().waitFor();
  await second.waitForTimeout(3_000);
  await nowhere(folder, words, "while it is open, in two windows");

  for (const one of [page, second]) {
    await one.keyboard.press("ControlOrMeta+Shift+L");
    await one.getByRole("button", { name: "Unlock" }).waitFor();
    expect(await one.content(), "in the locked page").not.toContain(marker);
  }
  await nowhere(folder, words, "after locking");

  await unlock(page);
  await page.getByRole("navigation").first().waitFor();
  await host.kill();
  killBrowserOf(join(folder, "profile"));
  await context.close().catch(() => undefined);
  await nowhere(folder, words, "after host and browser were killed");
  expect(await openToOthers(data), "open to other users").toEqual([]);
  expect(await openToOthers(backup), "open to other users").toEqual([]);
  await Promise.all([folder, letters].map((one) => rm(one, { recursive: true, force: true, maxRetries: 5 })));
});

test("words are found in every form in which they could have been left", async () => {
  const folder = await mkdtemp(join(tmpdir(), "folio-e2e-found-"));
  const text = `before ${marker.toUpperCase()} after`;
  const forms: Readonly<Record<string, Buffer>> = {
    "as-it-is": Buffer.from(text),
    "two-bytes": Buffer.concat([Buffer.from("x"), Buffer.from(text, "utf16le")]),
    base64: Buffer.from(Buffer.from(`1 ${marker}`).toString("base64")),
    hex: Buffer.from(Buffer.from(marker).toString("hex")),
    packed: Buffer.concat([Buffer.from("head"), gzipSync(text), Buffer.from("tail")]),
    [`name-${marker}`]: Buffer.from(""),
  };
  for (const [name, bytes] of Object.entries(forms)) await writeFile(join(folder, name), bytes);
  const { found } = await findWords(folder, [marker]);
  expect(found).toHaveLength(Object.keys(forms).length);
  await rm(folder, { recursive: true, force: true });
});

async function browserIn(folder: string): Promise<BrowserContext> {
  const home = join(folder, "home");
  const places = { TMPDIR: join(folder, "tmp"), HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
  return chromium.launchPersistentContext(join(folder, "profile"), {
    ...(await findChromium()),
    env: { ...process.env, ...places, XDG_DATA_HOME: home },
    locale: "en-GB",
  });
}

async function backUp(page: Page, backup: string): Promise<void> {
  await goToSettings(page, "Backups");
  await page.getByLabel("Folder for backups").fill(backup);
  await page.getByRole("button", { name: "Use this folder" }).click();
  await expect(page.getByText(/^Last good backup today at/)).toBeVisible({ timeout: 30_000 });
}

async function nowhere(folder: string, words: readonly string[], when: string): Promise<void> {
  const { found, files } = await findWords(folder, words);
  expect(files, "there is something to look at").toBeGreaterThan(20);
  expect(found, when).toEqual([]);
  // Neither originals nor pictures of pages, which no word would give away.
  const kept = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    ({ parentPath }) => !parentPath.includes("profile") || /IndexedDB|blob_storage|Local Storage/.test(parentPath),
  );
  for (const entry of kept.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.from(""));
    expect(
      ["%PDF-", "JFIF"].filter((mark) => bytes.includes(mark)),
      `${entry.name} ${when}`,
    ).toEqual([]);
  }
}

/** The browser of this profile and no other, with `kill -9`. */
function killBrowserOf(profile: string): void {
  if (process.platform === "win32") return;
  const lines = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n");
  for (const line of lines.filter((one) => one.includes(`--user-data-dir=${profile}`))) {
    const pid = Number.parseInt(line, 10);
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It went with the ones before it.
    }
  }
}
