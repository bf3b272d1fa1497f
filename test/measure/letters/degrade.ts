import type { Random } from "./random.ts";
import { addNoise, blur, eachPixel, emptyRaster, fillDisc, layWarped, planeThrough, type Raster } from "./raster.ts";

/** What a good office scanner makes of a page: 300 dpi in, 300 dpi out. */
export function cleanScan(page: Raster, random: Random): Raster {
  const scan = turned(page, random.between(-0.4, 0.4), 1);
  const paper = random.between(247, 255);
  eachPixel(scan, (value) => (value / 255) * paper);
  addNoise(scan, random, 1.5, true);
  return scan;
}

/** A poor scan at 200 dpi of a page at 300: askew, faint, specked, streaked, folded, on coloured paper, stapled. */
export function poorScan(page: Raster, random: Random): Raster {
  const scan = turned(page, random.between(1, 3) * random.pick([-1, 1]), 2 / 3);
  const faint = random.between(0, 0.5);
  const paper = random.chance(0.25)
    ? random.pick([
        [250, 240, 190],
        [225, 240, 225],
        [250, 220, 220],
      ] as const)
    : ([244, 244, 242] as const);
  const shadowSide = random.pick(["left", "right"]);
  const shadowDepth = random.between(20, 110);
  const fold = random.chance(0.4) ? scan.height * random.pick([1 / 3, 1 / 2, 2 / 3]) : -100;
  eachPixel(scan, (value, x, y, channel) => {
    const ink = value + (255 - value) * faint;
    const fromEdge = (shadowSide === "left" ? x : scan.width - x) / scan.width;
    const shadow = fromEdge < 0.06 ? (1 - fromEdge / 0.06) * shadowDepth : 0;
    const crease = Math.abs(y - fold) < 2.5 ? 35 * (1 - Math.abs(y - fold) / 2.5) : 0;
    return (ink / 255) * (paper[channel] ?? 244) - shadow - crease;
  });
  blur(scan, random.chance(0.5) ? 1 : 0);
  addSpecks(scan, random, random.between(200, 2200));
  if (random.chance(0.35)) addStreaks(scan, random);
  if (random.chance(0.25)) addStaple(scan, random);
  addNoise(scan, random, random.between(3, 9), true);
  return scan;
}

/** A page at an angle on its own white ground. @param scale of the new picture against the old */
function turned(page: Raster, degrees: number, scale: number): Raster {
  const onto = emptyRaster(Math.round(page.width * scale), Math.round(page.height * scale));
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [midX, midY] = [onto.width / 2, onto.height / 2];
  layWarped(page, onto, (x, y) => [
    ((x - midX) * cos + (y - midY) * sin) / scale + page.width / 2,
    (-(x - midX) * sin + (y - midY) * cos) / scale + page.height / 2,
  ]);
  return onto;
}

function addSpecks(raster: Raster, random: Random, count: number): void {
  for (let speck = 0; speck < count; speck += 1) {
    const [x, y] = [Math.floor(random.between(0, raster.width)), Math.floor(random.between(0, raster.height))];
    fillDisc(raster, x, y, random.between(0.2, 1.3), random.between(30, 150));
  }
}

/** Thin lines down the page, as a dirty feeder leaves them. */
function addStreaks(raster: Raster, random: Random): void {
  const streaks = Array.from({ length: Math.floor(random.between(1, 4)) }, () => ({
    x: Math.floor(random.between(0, raster.width)),
    depth: random.between(20, 90),
  }));
  eachPixel(raster, (value, x) => value - (streaks.find((streak) => streak.x === x)?.depth ?? 0));
}

function addStaple(raster: Raster, random: Random): void {
  const [x, y] = [Math.floor(random.between(30, 90)), Math.floor(random.between(30, 90))];
  for (let along = 0; along < 34; along += 1) fillDisc(raster, x + along, y + Math.floor(along / 2), 2, 60);
}

/** How a telephone's picture lies when it is looked at without its EXIF. */
export type Turn = 0 | 90 | 180 | 270;

/** A photograph at 12 megapixels of one page, or of two that lie side by side, both at 300 dpi. */
export function photo(pages: readonly Raster[], random: Random): Raster {
  const isPair = pages.length > 1;
  const onto = isPair ? desk(4032, 3024, random) : desk(3024, 4032, random);
  const room = onto.width / pages.length;
  for (const [index, page] of pages.entries()) layPage(page, onto, room * index, room, random);
  lightUp(onto, random);
  blur(onto, random.pick([0, 1, 1, 2]));
  addNoise(onto, random, random.between(2, 7), false);
  return onto;
}

/** A desk: dark or light, plain, grained or patterned. */
function desk(width: number, height: number, random: Random): Raster {
  const onto = emptyRaster(width, height);
  const colour = random.pick([
    [120, 85, 55],
    [70, 70, 75],
    [200, 195, 185],
    [228, 226, 222],
    [60, 90, 80],
  ] as const);
  const grain = random.between(0, 22);
  const stripe = random.between(0.004, 0.03);
  const waves = random.between(0, 0.004);
  eachPixel(
    onto,
    (_, x, y, channel) =>
      (colour[channel] ?? 0) + grain * Math.sin(x * stripe + 6 * Math.sin(y * waves)) * Math.sin(y * stripe * 0.13),
  );
  return onto;
}

function layPage(page: Raster, onto: Raster, left: number, room: number, random: Random): void {
  const fits = Math.min(room / page.width, onto.height / page.height) * random.between(0.84, 0.97);
  const [halfWide, halfHigh] = [(page.width * fits) / 2, (page.height * fits) / 2];
  const [midX, midY] = [left + room / 2 + random.between(-0.01, 0.01) * room, onto.height / 2];
  const angle = (random.between(-7, 7) * Math.PI) / 180;
  const pull = () => random.between(-0.05, 0.05);
  const corner = (across: number, down: number): [number, number] => {
    const [x, y] = [across * halfWide * (1 + pull()), down * halfHigh * (1 + pull())];
    return [midX + x * Math.cos(angle) - y * Math.sin(angle), midY + x * Math.sin(angle) + y * Math.cos(angle)];
  };
  const toSheet = planeThrough([corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]);
  // Mild curl: lines bow, and the paper's shade with them.
  const curl = random.chance(0.35) ? random.between(0.004, 0.012) : 0;
  const phase = random.between(0, 2);
  layWarped(page, onto, (x, y) => {
    const [across, down] = toSheet(x, y);
    return [across * page.width, (down + curl * Math.sin(Math.PI * (across + phase))) * page.height];
  });
}

/** Light that falls off, a soft shadow of hand or telephone, a lamp's colour; sometimes very little of it. */
function lightUp(raster: Raster, random: Random): void {
  const dim = random.chance(0.25) ? random.between(0.4, 0.6) : random.between(0.8, 1);
  const tint = random.pick([
    [1, 1, 1],
    [1, 0.96, 0.86],
    [0.93, 0.97, 1],
  ] as const);
  const fall = random.between(-0.25, 0.25);
  const angle = random.between(0, 2 * Math.PI);
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
  const shadow = random.chance(0.5) ? random.between(0.15, 0.45) : 0;
  const edge = random.between(-0.2, 0.5);
  eachPixel(raster, (value, x, y, channel) => {
    const along = ((x / raster.width - 0.5) * alongX + (y / raster.height - 0.5) * alongY) * 2;
    const inShadow = 1 / (1 + Math.exp(-(along - edge) * 14));
    return value * dim * (tint[channel] ?? 1) * (1 + fall * along) * (1 - shadow * inShadow);
  });
}

/** The same picture a quarter, half or three quarters turned clockwise. */
export function turnedBy(raster: Raster, turn: Turn): Raster {
  if (turn === 0) return raster;
  const swaps = turn !== 180;
  const onto = emptyRaster(swaps ? raster.height : raster.width, swaps ? raster.width : raster.height);
  const from = new Uint32Array(raster.data.buffer);
  const to = new Uint32Array(onto.data.buffer);
  for (let y = 0; y < raster.height; y += 1) {
    for (let x = 0; x < raster.width; x += 1) {
      const [newX, newY] =
        turn === 90
          ? [raster.height - 1 - y, x]
          : turn === 180
            ? [raster.width - 1 - x, raster.height - 1 - y]
            : [y, raster.width - 1 - x];
      to[newY * onto.width + newX] = from[y * raster.width + x] ?? 0;
    }
  }
  return onto;
}
