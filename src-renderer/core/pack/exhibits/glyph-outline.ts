import type fontkit from "@pdf-lib/fontkit";

/** A typeface whose outlines can be taken. */
export type Outlines = ReturnType<typeof fontkit.create>;

/** The letter's outline: squeezed where it is wider than its place, in the middle of it where narrower. */
export function outline(outlines: Outlines, character: string, width: number): string {
  const point = character.codePointAt(0);
  if (point === undefined || !outlines.hasGlyphForCodePoint(point)) return shapes[character] ?? "";
  const glyph = outlines.glyphForCodePoint(point);
  const scale = 1000 / outlines.unitsPerEm;
  const natural = glyph.advanceWidth * scale;
  const squeeze = natural > width && natural > 0 ? width / natural : 1;
  const shift = natural < width ? (width - natural) / 2 : 0;
  const x = (value: number) => round(value * scale * squeeze + shift);
  const y = (value: number) => round(value * scale);
  return `${pathOperators(commandsOf(glyph.path), x, y)} f`;
}

interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

/** fontkit's paths hold their commands in a list that its types don't mention. */
function commandsOf(path: object): readonly PathCommand[] {
  const commands: unknown = "commands" in path ? path.commands : [];
  return Array.isArray(commands) ? commands : [];
}

type Place = (value: number) => string;

function pathOperators(commands: readonly PathCommand[], x: Place, y: Place): string {
  let [atX, atY] = [0, 0];
  return commands
    .map(({ command, args: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] }) => {
      const [fromX, fromY] = [atX, atY];
      [atX, atY] = command === "quadraticCurveTo" ? [c, d] : command === "bezierCurveTo" ? [e, f] : [a, b];
      if (command === "moveTo") return `${x(a)} ${y(b)} m`;
      if (command === "lineTo") return `${x(a)} ${y(b)} l`;
      if (command === "bezierCurveTo") return `${x(a)} ${y(b)} ${x(c)} ${y(d)} ${x(e)} ${y(f)} c`;
      if (command !== "quadraticCurveTo") return "h";
      const third = (from: number, control: number) => from + ((control - from) * 2) / 3;
      const first = `${x(third(fromX, a))} ${y(third(fromY, b))}`;
      return `${first} ${x(third(c, a))} ${y(third(d, b))} ${x(c)} ${y(d)} c`;
    })
    .join(" ");
}

/** The few marks of forms that the typeface lacks. */
const shapes: Readonly<Record<string, string>> = {
  "\u2713": "100 w 120 330 m 320 120 l 700 650 l S",
  "\u2714": "130 w 120 330 m 320 120 l 700 650 l S",
  "\u2717": "100 w 150 100 m 650 600 l 150 600 m 650 100 l S",
  "\u2718": "130 w 150 100 m 650 600 l 150 600 m 650 100 l S",
  "\u25cf":
    "396 600 m 560 600 650 480 650 346 c 650 200 540 92 396 92 c 250 92 142 200 142 346 c 142 480 240 600 396 600 c f",
  "\u25a0": "100 90 560 560 re f",
};

export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
