import fc from "fast-check";
import { expect, test } from "vitest";
import { foldQuestion, foldText } from "#core/case-work/search/fold-text.ts";
import { snippetOf } from "#core/case-work/search/snippet.ts";

test.each([
  ["Café", "cafe"],
  ["ŴYTHNOS", "wythnos"],
  ["Ŷ ŵ Â", "y w a"],
  ["£1,204.50", "£1,204.50"],
  ["Straße", "straße"],
  ["İstanbul", "istanbul"],
])("%s is searched as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("folding never moves a letter from its place", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(foldText(text)).toHaveLength(text.length);
    }),
  );
});

test("a question's words count once each, however they are spaced", () => {
  expect(foldQuestion("  Late   letter late ")).toEqual(["late", "letter"]);
  expect(foldQuestion(" \n ")).toEqual([]);
});

test("a snippet's pieces are the text around the first hit, with every hit in it marked", () => {
  const text = `${"before ".repeat(30)}the Late letter came late ${"after ".repeat(40)}`;
  const snippet = snippetOf(text, foldText(text), ["late"]);
  expect(snippet.filter((piece) => piece.isHit).map((piece) => piece.text)).toEqual(["Late", "late"]);
  expect(snippet[0]?.text).toBe("… ");
  expect(snippet.at(-1)?.text).toBe(" …");
  expect(snippet.map((piece) => piece.text).join("").length).toBeLessThan(260);
});

test("a snippet of a short text is the text", () => {
  const pieces = snippetOf("A short note", "a short note", ["short"]);
  expect(pieces).toEqual([
    { text: "A ", isHit: false },
    { text: "short", isHit: true },
    { text: " note", isHit: false },
  ]);
});

test("pieces put together are a stretch of the text, whatever is looked for", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), fc.array(fc.string({ minLength: 1, maxLength: 3 })), (raw, words) => {
      const text = raw.replace(/[\s…]+/g, " ");
      const folded = foldText(text);
      const whole = snippetOf(
        text,
        folded,
        words.map(foldText).filter((word) => word.trim() !== ""),
      )
        .map((piece) => piece.text)
        .join("");
      expect(text).toContain(whole.replace(/^… /, "").replace(/ …$/, ""));
    }),
  );
});
