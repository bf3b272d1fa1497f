import type { CleanPage, GreyRaster, Raster } from "../platform.ts";
import { deepenInk } from "./deepen-ink.ts";
import { despeckle } from "./despeckle.ts";
import { eraseRules } from "./erase-rules.ts";
import { evenLight } from "./even-light.ts";
import { findSheet } from "./find-sheet.ts";
import { toGrey } from "./grey.ts";
import { linedUpLetters } from "./lined-up.ts";
import { after, type Corners, ontoCorners, quarterTurn, scaling, turning, unchanged } from "./projection.ts";
import { straighten } from "./straighten.ts";
import { textLines } from "./text-lines.ts";

/** Long side of what OCR is given: A4 at about 300 dpi. Print of 10 points is then some 20 pixels high (x-height). */
const pageLongSide = 3500;
/** A sheet is never made larger than this many times: pixels can't be invented. */
const mostEnlarged = 2;

/** Takes a picture to a flat, evenly lit page with level lines. Upside down can't be told yet: OCR's certainty tells. */
export function cleanPage(picture: Raster): CleanPage {
  const grey = toGrey(picture);
  const sheet = findSheet(grey);
  const corners = sheet ?? frameOf(grey);
  const flat = sheetSize(corners);
  const { sideways, lean } = textLines(sheet === null ? grey : glimpse(grey, sheet, flat));
  const size = sideways ? { width: flat.height, height: flat.width } : flat;
  const turned = turning(lean, { x: size.width / 2, y: size.height / 2 });
  const onSheet = after(quarterTurn(sideways ? 1 : 0), after(scaling(1 / size.width, 1 / size.height), turned));
  const toPixels = after(ontoCorners(corners), onSheet);
  const asItIs = sheet === null && !sideways && lean === 0 && Math.abs(flat.width / grey.width - 1) < 0.1;
  const level = asItIs ? grey : straighten(grey, toPixels, size);
  const page = despeckle(eraseRules(deepenInk(evenLight(level))));
  const fractions = after(scaling(1 / grey.width, 1 / grey.height), after(toPixels, scaling(size.width, size.height)));
  return { page, toPicture: asItIs ? unchanged : fractions, linedUp: linedUpLetters(page) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function frameOf({ width, height }: Size): Corners {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

/** The size a sheet has when it lies flat: its longer sides count, brought to the size OCR reads best. */
function sheetSize([p, q, r, s]: Corners): Size {
  const width = Math.max(distance(p, q), distance(s, r));
  const height = Math.max(distance(p, s), distance(q, r));
  const scale = Math.min(pageLongSide / Math.max(width, height), mostEnlarged);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The sheet as a small flat picture, to see which way its lines run. */
function glimpse(grey: GreyRaster, corners: Corners, { width, height }: Size): GreyRaster {
  const scale = Math.min(1, 1000 / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return straighten(grey, after(ontoCorners(corners), scaling(1 / size.width, 1 / size.height)), size);
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
