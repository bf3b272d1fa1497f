import type { PackFonts } from "#core/pack/order.ts";

/** The shipped typeface, from the folder this window was loaded from. */
export async function shippedFonts(): Promise<PackFonts> {
  const font = async (name: string) => {
    const answer = await fetch(`/fonts/OpenSans-${name}.ttf`);
    if (!answer.ok) throw new Error("the shipped typeface is missing");
    return new Uint8Array(await answer.arrayBuffer());
  };
  const [regular, bold, italic] = await Promise.all([font("Regular"), font("Bold"), font("Italic")]);
  return { regular, bold, italic };
}
