import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonFault } from "#core/case-work/json-faults.ts";

const faults: readonly (readonly [text: string, line: number, column: number, what: string])[] = [
  ["", 1, 1, "the text ends too early"],
  ["{", 1, 2, "expected a field's name in double quotes"],
  ['{"a": 1,}', 1, 9, "there is a comma too many before this }"],
  ["[1, 2,\n]", 2, 1, "there is a comma too many before this ]"],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, "expected a comma or }"],
  ['{"a" 1}', 1, 6, "expected a colon after the field's name"],
  ["{a: 1}", 1, 2, "expected a field's name in double quotes"],
  ["{'a': 1}", 1, 2, "expected a field's name in double quotes"],
  ["{\"a\": 'b'}", 1, 7, 'text stands between straight double quotes: "…"'],
  ['{"a": “b”}', 1, 7, 'text stands between straight double quotes: "…"'],
  ['{"a": 12.}', 1, 9, "expected a comma or }"],
  ['{"a": 012}', 1, 8, "expected a comma or }"],
  ['{"a": "b', 1, 7, 'this text lacks its closing "'],
  ['{"a": "C:\\Users"}', 1, 10, "a backslash in a text must be written twice"],
  ['{"a": "b\nc"}', 1, 9, "a line break or tab inside a text must be written \\n or \\t"],
  ['{"a": 1, "b": 2, "a": 3}', 1, 18, "this field stands here twice"],
  ['{"a": 1, "\\u0061": 3}', 1, 10, "this field stands here twice"],
  ['{"a": 1} x', 1, 10, "expected nothing more after the last }"],
  ["[".repeat(100_000), 1, 62, "too many brackets inside each other"],
];

test.each(faults)("the fault in %j is found where it stands", (text, line, column, what) => {
  expect(findJsonFault(text)).toEqual({ line, column, what });
});

test("the same name in two different groups is no fault", () => {
  expect(findJsonFault('[{"a": {"a": 1}}, {"a": 2}]')).toBeNull();
});

test("whatever JSON.stringify writes has no fault", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2, "\t"), (value, indent) => {
      expect(findJsonFault(JSON.stringify(value, null, indent))).toBeNull();
    }),
  );
});

test("a text without a fault is one that JSON.parse takes, whatever is cut out of it", () => {
  const cut = fc.tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 2 }));
  fc.assert(
    fc.property(cut, ([text, at, length, put]) => {
      const place = at % (text.length + 1);
      const changed = text.slice(0, place) + put + text.slice(place + length);
      if (findJsonFault(changed) === null) JSON.parse(changed);
    }),
    { numRuns: 2000 },
  );
});
