import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLines, headOfLines } from "#core/vault/bundle/check-lines.ts";
import { type BundledLine, readLinesOf, writeLine } from "#core/vault/bundle/history-lines.ts";
import { partsOf } from "#core/vault/bundle/streams.ts";
import { nextLine, noLine } from "#core/vault/line.ts";
import { idBytes, toHex, utf8 } from "#core/vault/text-codes.ts";
import { sha, streamIn } from "./small-bags.ts";

/** One writer's lines with every hash right; null stands for an erased one. */
function linesOf(writer: string, said: readonly (string | null)[]): readonly BundledLine[] {
  let before = noLine;
  return said.map((text, sequence) => {
    const saidSha256 = new Uint8Array(Buffer.from(sha(text ?? "gone"), "hex"));
    before = nextLine(before, idBytes(writer), sequence, saidSha256);
    const kind = text === null ? "erased" : sequence === 0 ? "begin" : "change";
    return { writer, sequence, kind, said: text === null ? null : utf8(text), saidSha256, line: toHex(before) };
  });
}

const [one, other] = ["1".repeat(32), "2".repeat(32)];
const read = (text: string, partBytes = 100) => readLinesOf(partsOf(streamIn(utf8(text), partBytes)));

describe("lines of history", () => {
  test("come back exactly, whatever was said and however the file is cut", async () => {
    const said = fc.array(fc.option(fc.string({ unit: "binary" })), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(said, fc.integer({ min: 1, max: 200 }), async (texts, partBytes) => {
        const lines = linesOf(one, texts);
        expect(await read(lines.map(writeLine).join(""), partBytes)).toEqual(lines);
      }),
    );
  });

  test.each(["{}\n", "\n", "null\n", "[]\n", '{"writer":1}\n', "no end"])("%j is none", async (text) => {
    await expect(read(text)).rejects.toMatchObject({ code: "bag-wrong" });
  });

  test("with a field that no line has, or without what was said, are none", async () => {
    const [line] = linesOf(one, ["x"]);
    const written = JSON.parse(line === undefined ? "" : writeLine(line));
    for (const wrong of [
      { ...written, more: 1 },
      { ...written, said: undefined },
      { ...written, sequence: -1 },
    ]) {
      await expect(read(`${JSON.stringify(wrong)}\n`)).rejects.toMatchObject({ code: "bag-wrong" });
    }
  });

  test("hold together: none can be left out, moved or altered", () => {
    const lines = [...linesOf(one, ["begin", "a", null, "b"]), ...linesOf(other, ["begin"])];
    expect(() => checkLines(lines, "bundle-damaged")).not.toThrow();
    const altered = lines.map((line, at) => (at === 1 ? { ...line, line: line.line.replace(/^./, "x") } : line));
    for (const wrong of [lines.slice(1), lines.toSpliced(2, 1), [...lines, ...lines], altered]) {
      expect(() => checkLines(wrong, "bundle-damaged")).toThrow("bundle-damaged");
    }
  });

  test("make a head in which who only began doesn't count", () => {
    const lines = linesOf(one, ["begin", "a"]);
    expect(headOfLines([...lines, ...linesOf(other, ["begin"])])).toBe(headOfLines(lines));
    expect(headOfLines(linesOf(one, ["begin", "b"]))).not.toBe(headOfLines(lines));
  });
});
