import type { GreyRaster } from "../platform.ts";

/** What print is brought to; paper stays where it is. */
const deep = 40;
const paper = 235;

/**
 * Makes faint print dark, in place, on a page whose light has been evened out: the mean of what is ink goes to a dark
 * grey, paper stays, and everything between is spread out. Print that is dark already is left as it is.
 */
export function deepenInk(page: GreyRaster): GreyRaster {
  const ink = inkShade(page.data);
  if (ink <= deep) return page;
  const spread = (paper - deep) / (paper - ink);
  const shades = Uint8ClampedArray.from({ length: 256 }, (_, shade) => paper - (paper - shade) * spread);
  for (let at = 0; at < page.data.length; at += 1) page.data[at] = shades[page.data[at] ?? paper] ?? paper;
  return page;
}

/**
 * The usual shade of print: the mean below the shade that best parts dark from light.
 *
 * Source: N. Otsu, "A threshold selection method from gray-level histograms" (1979). The lightest shades are all
 * counted as paper, as a page is almost all paper.
 */
function inkShade(data: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const shade of data) counts[Math.min(shade, paper)] = (counts[Math.min(shade, paper)] ?? 0) + 1;
  let total = 0;
  for (let shade = 0; shade < 256; shade += 1) total += shade * (counts[shade] ?? 0);
  let dark = 0;
  let darkSum = 0;
  let best = { parting: -1, ink: paper };
  for (let shade = 0; shade < 215; shade += 1) {
    dark += counts[shade] ?? 0;
    darkSum += shade * (counts[shade] ?? 0);
    if (dark === 0) continue;
    const light = data.length - dark;
    const ink = darkSum / dark;
    const parting = dark * light * (ink - (total - darkSum) / Math.max(1, light)) ** 2;
    if (parting > best.parting) best = { parting, ink };
  }
  // A page with next to nothing on it would have its own noise deepened.
  return best.ink > 195 ? deep : best.ink;
}
