import { defineConfig } from "@playwright/test";
import { findChromium } from "./test/browser.ts";

/**
 * End to end: the built window in a real Chromium over the loopback host (test/e2e), and in Electron itself where
 * its runtime and a display are there (test/electron). One worker: each page reads letters on every core it finds.
 */
export default defineConfig({
  testDir: "test",
  outputDir: "out/test/playwright",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "out/test/playwright.json" }]],
  use: { locale: "en-GB", timezoneId: "Europe/London", screenshot: "only-on-failure" },
  projects: [
    {
      name: "window",
      testDir: "test/e2e",
      testMatch: "**/*.spec.ts",
      use: { launchOptions: await findChromium(), viewport: { width: 1280, height: 860 } },
    },
    { name: "electron", testDir: "test/electron", testMatch: "**/*.spec.ts" },
  ],
});
