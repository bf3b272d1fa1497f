import { readFile } from "node:fs/promises";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { drawRecoverySheet } from "../../src-renderer/flows/draw-recovery-sheet.ts";

const words = wordlist.slice(100, 124);

async function drawn() {
  const font = async (name: string) => new Uint8Array(await readFile(`resources/fonts/OpenSans-${name}.ttf`));
  return drawRecoverySheet(words, { regular: await font("Regular"), bold: await font("Bold") });
}

async function textOf(pdf: Uint8Array) {
  const document = await getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  return { pages, info: await document.getMetadata() };
}

test("the sheet is one page that holds every word beside its number, in order", async () => {
  const { pages } = await textOf(await drawn());
  expect(pages).toHaveLength(1);
  const text = (pages[0] ?? "").replace(/\s+/g, " ");
  let from = 0;
  for (const [at, word] of words.entries()) {
    const found = text.indexOf(`${at + 1} ${word}`, from);
    expect(found, `${at + 1} ${word}`).toBeGreaterThanOrEqual(from);
    from = found;
  }
});

test("nothing on the sheet, nor in its properties or bytes, says what it opens or who made it", async () => {
  const pdf = await drawn();
  const { pages, info } = await textOf(pdf);
  const said = `${pages.join(" ")} ${JSON.stringify(info.info)} ${Buffer.from(pdf).toString("latin1")}`;
  expect(said).not.toMatch(/folio|recovery|passphrase|child|maintenance|bip|seed|key|unlock|pdf-lib|cantoo/i);
  expect(said).not.toMatch(/CreationDate|ModDate|Producer|Creator/);
});
