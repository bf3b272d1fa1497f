/**
 * `npm test`: unit, property and fault tests (Vitest), then the window built and driven end to end in a real
 * Chromium, and the Electron specs where a runtime is there (Playwright). Ends with one line of figures.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfStale } from "../src-main/launch/build-if-stale.ts";

interface Figures {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = fileURLToPath(new URL("../", import.meta.url));
const reports = join(root, "out", "test");
const findModule = createRequire(import.meta.url);

process.chdir(root);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
await buildIfStale(root);
const unit = runTool("vitest/package.json", "vitest.mjs", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${join(reports, "vitest.json")}`,
]);
const endToEnd = runTool("@playwright/test/package.json", "cli.js", ["test"]);
const figures = [vitestFigures(), playwrightFigures()];
const [passed, failed, skipped] = (["passed", "failed", "skipped"] as const).map((name) =>
  figures.reduce((sum, one) => sum + one[name], 0),
);
const broken = (unit !== 0 || endToEnd !== 0) && failed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${(failed ?? 0) + broken} failed, ${skipped} skipped`);
process.exitCode = unit === 0 && endToEnd === 0 ? 0 : 1;

/** Runs a package's command with this very Node, so that PATH has no say. */
function runTool(packageJson: string, script: string, args: readonly string[]): number {
  const tool = join(dirname(findModule.resolve(packageJson)), script);
  const { status } = spawnSync(process.execPath, [tool, ...args], { stdio: "inherit", cwd: root });
  return status ?? 1;
}

function vitestFigures(): Figures {
  const report = readReport("vitest.json");
  return {
    passed: numberIn(report, "numPassedTests"),
    failed: numberIn(report, "numFailedTests"),
    skipped: numberIn(report, "numPendingTests"),
  };
}

function playwrightFigures(): Figures {
  const report = readReport("playwright.json");
  const stats = report !== null && "stats" in report ? (report.stats as object) : null;
  return {
    passed: numberIn(stats, "expected") + numberIn(stats, "flaky"),
    failed: numberIn(stats, "unexpected"),
    skipped: numberIn(stats, "skipped"),
  };
}

/** A run that died before its report counts nothing: its exit code fails the whole all the same. */
function readReport(name: string): object | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(reports, name), "utf8"));
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function numberIn(report: object | null, name: string): number {
  const value: unknown = report === null ? undefined : (report as Record<string, unknown>)[name];
  return typeof value === "number" ? value : 0;
}
