import type { PageWord } from "#core/model/page.ts";
import type { Painted } from "./page-paint.ts";

/** From this many letters on, a page's own text is taken to be the whole page. */
export const wholePageLetters = 200;

/** How much of a page's text can be trusted to be what is printed. */
export interface LayerText {
  readonly letters: number;
  /** letters that a font maps to nothing sensible, or to no Latin writing at all */
  readonly junk: boolean;
}

/** Weighs a text layer without looking at the page. */
export function weighLayer(words: readonly PageWord[]): LayerText {
  const text = words.map((word) => word.text).join("");
  const unmapped = text.match(/[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu)?.length ?? 0;
  const latin = text.match(/[\p{Script=Latin}\p{Nd}\p{P}\p{S}]/gu)?.length ?? 0;
  const letters = [...text].length;
  return { letters, junk: letters > 0 && (unmapped > letters * 0.1 || latin < letters * 0.6) };
}

/**
 * Whether the words must be read off the page's picture: the text is junk, or it is little and the page is
 * painted otherwise (a stamp over a scan; letters drawn as curves).
 */
export function needsOcr({ letters, junk }: LayerText, painted: Painted): boolean {
  if (junk) return true;
  if (letters >= wholePageLetters) return false;
  if (painted.imageShare > 0.4) return true;
  return letters < 20 && (painted.imageShare > 0.02 || painted.curves > 200);
}
