/** The sheet every page of a pack is made on: A4 upright, in PDF points, origin at the bottom left. */
export const paper = { width: 595.28, height: 841.89 } as const;

/** Space round the front matter's text. The bottom one also keeps clear of the stamp's band. */
export const margin = { left: 62, right: 62, top: 60, bottom: 62 } as const;

/** Width of a line of front matter. */
export const measure = paper.width - margin.left - margin.right;

/**
 * The band at the foot of every page: the page number and, under exhibits, what page this is of which exhibit.
 * Nothing else is ever drawn in it, so a stamp can't fall on words.
 */
export const band = { height: 34, baseline: 14, sideMargin: 36, stampSize: 12, noteSize: 8 } as const;

/** Where an exhibit's page may be drawn: everything above the band. */
export const exhibitArea = { left: 0, bottom: band.height, width: paper.width, height: paper.height - band.height };

/** Red, green and blue, 0–1. */
export type Colour = readonly [number, number, number];

/** The pack's few colours. Grey is at least 7:1 on white; teal is what can be pressed. */
export const colours = {
  ink: [0.1, 0.12, 0.14],
  grey: [0.32, 0.35, 0.38],
  teal: [0, 0.33, 0.36],
  amber: [0.52, 0.29, 0],
  hair: [0.78, 0.81, 0.83],
  wash: [0.945, 0.957, 0.96],
} as const satisfies Record<string, Colour>;
