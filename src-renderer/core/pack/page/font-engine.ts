import fontkit from "@pdf-lib/fontkit";
import type { PDFDocument } from "pdf-lib";

type Engine = Parameters<PDFDocument["registerFontkit"]>[0];

/**
 * The font engine as pdf-lib expects it: `@pdf-lib/fontkit` has an `encode` that wants a stream, which pdf-lib takes
 * for another engine's `encode` that wants nothing. Only the streaming way is shown to it.
 */
export const fontEngine: Engine = {
  create: (bytes, name) => {
    const font = fontkit.create(bytes, name);
    const createSubset = font.createSubset.bind(font);
    font.createSubset = () => {
      const subset = createSubset();
      return Object.assign(Object.create(subset), {
        encode: undefined,
        encodeStream: () => subset.encodeStream(),
        includeGlyph: (glyph: Parameters<typeof subset.includeGlyph>[0]) => subset.includeGlyph(glyph),
      });
    };
    return font;
  },
};
