import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Typeface } from "#core/pack/page/typeface.ts";
import { type Line, wrap } from "#core/pack/page/wrap.ts";

/** Every letter is as wide as half the size, so that widths can be counted. */
const typeface: Pick<Typeface, "measure" | "printable"> = {
  measure: (text, _weight, size) => [...text].length * size * 0.5,
  printable: (text) => text.replaceAll("\u00a0", " "),
};
const column = (letters: number) => ({ typeface, size: 10, width: letters * 5 });

function textOf(line: Line): string {
  return line.map(({ text }) => text).join("");
}

describe("breaking text into lines", () => {
  it("breaks between words and drops the space there", () => {
    expect(wrap([{ text: "one two three" }], column(8)).map(textOf)).toEqual(["one two", "three"]);
  });

  it("keeps line feeds and empty lines", () => {
    expect(wrap([{ text: "one\n\ntwo" }], column(20)).map(textOf)).toEqual(["one", "", "two"]);
  });

  it("keeps words together that a no-break space joins", () => {
    expect(wrap([{ text: "see page\u00a023" }], column(9)).map(textOf)).toEqual(["see", "page 23"]);
  });

  it("cuts a long file name where there is room, after a mark if it can", () => {
    const lines = wrap([{ text: "the file annotation-fileattachment.pdf" }], column(24)).map(textOf);
    expect(lines[0]).toBe("the file annotation-");
  });

  it("says which pieces go on from an earlier line, so that a link is pressed on its first line only", () => {
    const lines = wrap([{ text: "one two three", to: "place" }], column(8));
    expect(lines.flat().map(({ continued }) => continued)).toEqual([false, true]);
  });

  it("never lets a line be wider than its column, and loses no letter", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 1, max: 30 }), (text, letters) => {
        const lines = wrap([{ text }], column(letters));
        for (const line of lines) {
          const width = line.reduce((sum, piece) => sum + piece.width, 0);
          expect(width).toBeLessThanOrEqual(letters * 5 + 0.1);
        }
        const kept = (value: string) => value.replaceAll("\u00a0", " ").replace(/[ \r\n]/g, "");
        expect(kept(lines.map(textOf).join(""))).toBe(kept(text));
      }),
    );
  });
});
