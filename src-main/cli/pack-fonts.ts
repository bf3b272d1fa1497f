import { readFile } from "node:fs/promises";
import type { PackFonts } from "#core/pack/order.ts";

/** The shipped typeface, from the project's own resources. */
export async function packFonts(): Promise<PackFonts> {
  const font = async (name: string) =>
    new Uint8Array(await readFile(new URL(`../../resources/fonts/OpenSans-${name}.ttf`, import.meta.url)));
  return { regular: await font("Regular"), bold: await font("Bold"), italic: await font("Italic") };
}
