import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Browser, type BrowserContext, test as base, type Page } from "@playwright/test";
import { type Loopback, startLoopback } from "../../src-main/loopback/server.ts";

const root = join(import.meta.dirname, "../..");

/** A letter of the sample case: a real file to add. */
export function sampleLetter(name: string): string {
  return join(root, "resources/sample-case", name);
}

/** What every case file of these tests is locked with. */
export const passphrase = "plum tarpaulin seventeen gulls";

/** Folio as a person meets it: the built window in a real Chromium, over the real host on a folder of its own. */
export interface OpenWindow {
  readonly page: Page;
  readonly dataFolder: string;
  /** where a further tab finds the same host */
  url(): string;
  /** as after closing the browser and starting Folio again: same folder, a new token, nothing remembered */
  restart(): Promise<Page>;
  /** the two halves of `restart`, for what happens in between */
  stop(): Promise<void>;
  start(): Promise<Page>;
  close(): Promise<void>;
}

/** Tests get a window on its first screen, with a data folder of their own. */
export const test = base.extend<{ readonly folio: OpenWindow }>({
  folio: async ({ browser }, use) => {
    const opened = await openWindow(browser);
    await use(opened);
    await opened.close();
  },
});

/** Starts the host and opens the window on its first screen. */
export async function openWindow(browser: Browser): Promise<OpenWindow> {
  const dataFolder = await mkdtemp(join(tmpdir(), "folio-e2e-"));
  let served = await serve(dataFolder);
  let context: BrowserContext | null = null;
  const open = async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "en-GB" });
    return openPage(context, served.url);
  };
  const stop = async () => {
    await context?.close();
    await served.close();
  };
  const start = async () => {
    served = await serve(dataFolder);
    return open();
  };
  return {
    page: await open(),
    dataFolder,
    url: () => served.url,
    stop,
    start,
    restart: async () => {
      await stop();
      return start();
    },
    close: async () => {
      await stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Opens a tab on its first screen. */
export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("heading", { name: "Folio", level: 1 }).waitFor();
  return page;
}

/** The host in this process. @param port the same one as before, where the browser's storage is to be found again */
export function serve(dataFolder: string, port = 0): Promise<Loopback> {
  return startLoopback({ dataFolder, version: "0.0.0", rendererFolder: join(root, "out/renderer"), port });
}

/** Fills in the first run's form and sends it; the recovery sheet is on screen then. */
export async function createCase(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Create a case file/ }).click();
  await page.getByLabel("Name for this case file").fill(name);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByLabel("The same passphrase again").fill(passphrase);
  await page.getByRole("button", { name: "Create the case file", exact: true }).click();
  await page.getByRole("heading", { name: "Your recovery sheet", level: 1 }).waitFor();
}

/** Begins a case file from the first screen, and leaves the recovery sheet for later. */
export async function beginCase(page: Page, name: string): Promise<void> {
  await createCase(page, name);
  await page.getByRole("button", { name: "Later" }).click();
  await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
}

/** Unlocks; the only case file opens by itself, as does the one that was open. */
export async function unlock(page: Page, typed = passphrase): Promise<void> {
  await page.getByLabel("Passphrase", { exact: true }).fill(typed);
  await page.keyboard.press("Enter");
}

/** The words on the recovery sheet that is on screen, in their order. */
export async function sheetWords(page: Page): Promise<readonly string[]> {
  const lines = await page.getByRole("list", { name: "The 24 recovery words" }).getByRole("listitem").allTextContents();
  return lines.map((line) => line.replace(/^\d+\s*/, "").trim());
}

/** Opens the sample case; its letters are still being read then. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Open the sample case/ }).click();
  await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
}

/** Waits, on the inbox, until every letter that was added has been read or refused. */
export async function allRead(page: Page, timeout = 60_000): Promise<void> {
  await page.getByText(/^Reading is finished/).waitFor({ state: "attached", timeout });
}

/** Goes to a screen by the rail. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: screen }).first().click();
  await page.getByRole("heading", { name: screen, level: 1 }).waitFor();
}

/** Goes to a part of the settings. */
export async function goToSettings(page: Page, part: string): Promise<void> {
  await goTo(page, "Settings");
  await page.getByRole("navigation", { name: "Parts of the settings" }).getByRole("button", { name: part }).click();
}

/** Adds files through the button's own picker. */
export async function addFiles(page: Page, files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]) {
  await page.locator("input[data-files]").first().setInputFiles(files);
}

/** Drops files in the middle of the window, as from a folder beside it. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), base64: (await readFile(path)).toString("base64") })),
  );
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    const target = document.querySelector("main");
    for (const type of ["dragover", "drop"]) {
      target?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, files);
}
