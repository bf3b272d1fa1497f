/**
 * `npm run bench`: how long Folio takes and how much memory, beside a peer on the same work in the same run.
 * Machines differ and are noisy: the ratio is the figure to quote, and it is the median of paired runs.
 *
 *   OCR:   `folio read` of typed A4 pages at 300 dpi, against native tesseract, a page
 *   packs: `folio pack` of 60 PDFs of 1,000 pages, against qpdf, which merges only
 *   vault: bench-vault.ts says what. `npm run bench -- vault` runs one part alone (reading, packs, vault).
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makePdfs, makePictures } from "./bench-letters.ts";
import { benchVault } from "./bench-vault.ts";
import { type Measured, measuredRun } from "./measured-run.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folio = join(root, "src-main/launch/folio.ts");
const rounds = 3;

const folder = await mkdtemp(join(tmpdir(), "folio-bench-"));
try {
  const asked = process.argv[2];
  if (asked === undefined || asked === "reading") await benchReading(folder);
  if (asked === undefined || asked === "packs") await benchPacks(folder);
  if (asked === undefined || asked === "vault") await benchVault(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function benchReading(into: string): Promise<void> {
  const pages = await makePictures(into, 3);
  const peer = isThere("tesseract", "--version");
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await measuredRun(process.execPath, [folio, "read", ...pages, "--json"], into));
    if (!peer) continue;
    const each: Measured[] = [];
    for (const page of pages) each.push(await measuredRun("tesseract", [page, join(into, "read"), "quiet"], into));
    theirs.push(sumOf(each));
  }
  console.log(`Reading, ${pages.length} typed pages at 300 dpi (start-up included), median of ${rounds}`);
  report("  folio read", ours, pages.length, "page");
  if (peer) compare("  tesseract", ours, theirs, pages.length, "page");
  else console.log("  native tesseract is not installed here: no ratio");
  await Promise.all(pages.map((page) => rm(page)));
}

async function benchPacks(into: string): Promise<void> {
  const pages = 1000;
  const files = await makePdfs(into, 60, pages);
  const peer = isThere("qpdf", "--version");
  const [pack, merged] = [
    join(tmpdir(), `folio-bench-${process.pid}.pdf`),
    join(into, "..", `merged-${process.pid}.pdf`),
  ];
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const asked = [folio, "pack", "--from", into, "--for", "ice", "--out", pack];
    ours.push(await measuredRun(process.execPath, asked, into));
    if (peer) theirs.push(await measuredRun("qpdf", ["--empty", "--pages", ...files, "--", merged], into));
  }
  console.log(`Packs, ${files.length} PDFs of ${pages} pages, median of ${rounds}`);
  report("  folio pack", ours, pages / 1000, "1,000 pages");
  if (peer) compare("  qpdf (merging only)", ours, theirs, pages / 1000, "1,000 pages");
  else console.log("  qpdf is not installed here: no ratio");
  console.log(`  size: ${((await stat(pack)).size / 1e6).toFixed(1)} MB`);
  await rm(pack, { force: true });
  await rm(merged, { force: true });
}

function compare(
  name: string,
  ours: readonly Measured[],
  theirs: readonly Measured[],
  units: number,
  unit: string,
): void {
  report(name, theirs, units, unit);
  const ratio = (of: (run: Measured) => number | null) =>
    median(ours.map((run, position) => (of(run) ?? Number.NaN) / (of(theirs[position] ?? run) ?? Number.NaN)));
  const figures = [
    `wall ${ratio((run) => run.wallSeconds).toFixed(2)}`,
    `CPU ${ratio((run) => run.cpuSeconds).toFixed(2)}`,
    `peak memory ${ratio((run) => run.peakMegabytes).toFixed(2)}`,
  ];
  console.log(`  Folio to peer: ${figures.join(", ")}`);
}

function report(name: string, runs: readonly Measured[], units: number, unit: string): void {
  const failed = runs.filter((run) => run.exitCode !== 0).length;
  const per = (of: (run: Measured) => number | null) => median(runs.map((run) => of(run) ?? Number.NaN)) / units;
  const peak = median(runs.map((run) => run.peakMegabytes ?? Number.NaN));
  console.log(
    `${name}: ${per((run) => run.wallSeconds).toFixed(2)} s wall, ${per((run) => run.cpuSeconds).toFixed(2)} s CPU a ` +
      `${unit}; peak ${peak.toFixed(0)} MB${failed === 0 ? "" : `; ${failed} of ${runs.length} runs FAILED`}`,
  );
}

/** Runs one after another as one: times add up, the peak is the highest. */
function sumOf(runs: readonly Measured[]): Measured {
  const add = (of: (run: Measured) => number | null) => runs.reduce((sum, run) => sum + (of(run) ?? Number.NaN), 0);
  return {
    wallSeconds: add((run) => run.wallSeconds),
    cpuSeconds: add((run) => run.cpuSeconds),
    peakMegabytes: Math.max(...runs.map((run) => run.peakMegabytes ?? Number.NaN)),
    exitCode: runs.find((run) => run.exitCode !== 0)?.exitCode ?? 0,
    workSeconds: null,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function isThere(command: string, flag: string): boolean {
  return spawnSync(command, [flag], { stdio: "ignore" }).status === 0;
}
