/**
 * `node test/measure/letters/render-letters.ts SOURCES OUT [--seed TEXT] [--as abcd]`: prints labelled letters as a set to
 * measure reading with: OUT/files, OUT/truth and OUT/manifest.json, laid out as the labelled letters of ../shared are.
 *
 *   a: the PDF as it was born; b: a clean scan at 300 dpi; c: a poor scan at 200 dpi; d: telephone photographs
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createCanvas, ImageData, loadImage } from "@napi-rs/canvas";
import { type Browser, chromium } from "@playwright/test";
import { PDFDocument } from "pdf-lib";
import { findChromium } from "../../browser.ts";
import { cleanScan, photo, poorScan, type Turn, turnedBy } from "./degrade.ts";
import { fontFaces } from "./font-faces.ts";
import { anyLook, letterHtml } from "./letter-html.ts";
import { type LetterSource, pageText } from "./letter-source.ts";
import { type Random, randomOf } from "./random.ts";
import type { Raster } from "./raster.ts";

interface Entry {
  readonly key: string;
  readonly letter: string;
  readonly rendering: string;
  readonly files: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: "1" }, as: { type: "string", default: "abcd" } },
});
const [sources, out] = positionals;
if (sources === undefined || out === undefined) throw new Error("which letters, and where to?");
await mkdir(join(out, "files"), { recursive: true });
await mkdir(join(out, "truth"), { recursive: true });
const browser = await chromium.launch(await findChromium());
const entries: Entry[] = [];
for (const name of (await readdir(sources)).filter((one) => one.endsWith(".json")).sort()) {
  const letter: LetterSource = JSON.parse(await readFile(join(sources, name), "utf8"));
  await writeFile(join(out, "truth", name), JSON.stringify(truthOf(letter), null, 1));
  entries.push(...(await render(browser, letter, join(out, "files"))));
}
await browser.close();
await writeFile(join(out, "manifest.json"), JSON.stringify({ entries }, null, 1));
console.log(`${entries.length} renderings`);

function truthOf(letter: LetterSource) {
  const pages_text = letter.pages.map(pageText);
  const dates = letter.dates.map((date) => ({ form: "any", relative: false, ...date }));
  const { pages, ...rest } = letter;
  return { ...rest, dates, half: "own", pages: pages.length, text: pages_text.join("\n\f\n"), pages_text };
}

async function render(open: Browser, letter: LetterSource, folder: string): Promise<readonly Entry[]> {
  const random = randomOf(`${letter.id} ${values.seed}`);
  const look = anyLook(random);
  const page = await open.newPage({ deviceScaleFactor: 300 / 96, viewport: { width: 794, height: 1123 } });
  await page.setContent(letterHtml(letter, look, fontFaces([look.font, "Kalam", "Cousine"])));
  await page.evaluate("document.fonts.ready");
  const keyed = (rendering: string, files: readonly string[]): Entry[] =>
    values.as.includes(rendering) ? [{ key: `${letter.id}-${rendering}`, letter: letter.id, rendering, files }] : [];
  const file = (ending: string) => join(folder, `${letter.id}-${ending}`);
  await page.pdf({ path: file("a.pdf"), preferCSSPageSize: true, printBackground: true });
  const sheets: Raster[] = [];
  for (const sheet of await page.locator(".sheet").all()) sheets.push(await rasterOf(await sheet.screenshot()));
  await page.close();
  if (values.as.includes("b"))
    await writeFile(
      file("b.pdf"),
      await scanned(
        sheets.map((one) => cleanScan(one, random)),
        300,
        88,
      ),
    );
  if (values.as.includes("c"))
    await writeFile(
      file("c.pdf"),
      await scanned(
        sheets.map((one) => poorScan(one, random)),
        200,
        50,
      ),
    );
  const photos = values.as.includes("d") ? await photographs(letter, sheets, random, folder) : [];
  return [
    ...keyed("a", [`${letter.id}-a.pdf`]),
    ...keyed("b", [`${letter.id}-b.pdf`]),
    ...keyed("c", [`${letter.id}-c.pdf`]),
    ...keyed("d", photos),
  ];
}

async function photographs(letter: LetterSource, sheets: readonly Raster[], random: Random, folder: string) {
  const isPair = sheets.length === 2 && random.chance(0.2);
  const shots = isPair ? [sheets] : sheets.map((sheet) => [sheet]);
  const turn: Turn = random.chance(0.7) ? 0 : random.pick([90, 180, 270]);
  const names: string[] = [];
  for (const [index, shot] of shots.entries()) {
    const name = `${letter.id}-d-p${index + 1}.jpg`;
    await writeFile(join(folder, name), await jpeg(turnedBy(photo(shot, random), turn), 82));
    names.push(name);
  }
  return names;
}

async function rasterOf(png: Buffer): Promise<Raster> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
  return { width, height, data };
}

function jpeg({ width, height, data }: Raster, quality: number): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.encode("jpeg", quality);
}

/** A PDF of nothing but pictures. */
async function scanned(pages: readonly Raster[], dpi: number, quality: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const page of pages) {
    const [width, height] = [(page.width / dpi) * 72, (page.height / dpi) * 72];
    const image = await pdf.embedJpg(await jpeg(page, quality));
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return pdf.save();
}
