import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterAll, expect, it } from "vitest";
import { nodePlatform } from "../../../src-main/cli/reading-on-node.ts";
import { ascii } from "../made.ts";

const platform = nodePlatform();
afterAll(() => platform.close());

/** Nothing here can write HEIC, so a sample is only at hand where the measuring data is. */
const sample = new URL("../../../../shared/peers/images/made-letter.heic", import.meta.url);
const hasSample = existsSync(sample);
if (!hasSample) console.warn("SKIPPED: a HEIC photograph is decoded (no ../shared/peers/images/made-letter.heic)");

it.skipIf(!hasSample)("decodes a HEIC photograph's main picture", async () => {
  const page = await platform.pixels.heicPage(new Uint8Array(await readFile(sample)));
  expect([page.width, page.height, page.data.length]).toEqual([900, 420, 900 * 420 * 4]);
});

it("says that a HEIC file with nothing in it is damaged", async () => {
  const empty = ascii("\0\0\0\x18ftypheic\0\0\0\0mif1heic");
  await expect(platform.pixels.heicPage(empty)).rejects.toMatchObject({ code: "file-damaged" });
});
