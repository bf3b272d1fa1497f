import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { type Loopback, startLoopback } from "../../src-main/loopback/server.ts";
import { findChromium } from "../browser.ts";

const root = join(import.meta.dirname, "../..");

/** The letters of the sample case: real ones to drop. */
export const sampleFolder = join(root, "resources/sample-case");

/** Folio as a person meets it: the built window in a real Chromium, over the real host on a folder of its own. */
export interface OpenWindow {
  readonly page: Page;
  readonly dataFolder: string;
  /** as after closing the browser and starting Folio again: same folder, a new token, nothing remembered */
  restart(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the host and opens the window on its first screen. */
export async function openWindow(options: BrowserContextOptions = {}): Promise<OpenWindow> {
  const dataFolder = await mkdtemp(join(tmpdir(), "folio-e2e-"));
  const found = await findChromium();
  const browser = await chromium.launch(found);
  let served = await serve(dataFolder);
  let context: BrowserContext | null = null;
  const open = async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "en-GB", ...options });
    const page = await context.newPage();
    await page.goto(served.url);
    await page.getByRole("heading", { name: "Folio", level: 1 }).waitFor();
    return page;
  };
  const page = await open();
  return {
    page,
    dataFolder,
    restart: async () => {
      await context?.close();
      await served.close();
      served = await serve(dataFolder);
      return open();
    },
    close: async () => {
      await browser.close();
      await served.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function serve(dataFolder: string): Promise<Loopback> {
  return startLoopback({ dataFolder, version: "0.0.0", rendererFolder: join(root, "out/renderer"), port: 0 });
}

/** Begins a case file from the first screen. */
export async function beginCase(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name for this case file").fill(name);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
}

/** Opens the sample case; its letters are still being read then. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the sample case" }).click();
  await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
}

/** Waits, on the inbox, until every letter that was added has been read or refused. */
export async function allRead(page: Page, timeout = 180_000): Promise<void> {
  await page.getByText(/^Reading is finished/).waitFor({ state: "attached", timeout });
}

/** Goes to a screen by the rail. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: screen }).first().click();
  await page.getByRole("heading", { name: screen, level: 1 }).waitFor();
}

/** Adds files by the button's own file picker. */
export async function addFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page
    .locator("input[data-files]")
    .first()
    .setInputFiles([...paths]);
}
