import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePounds, pence, sayPounds, sumPence } from "#core/model/pence.ts";

test.each([
  ["£1,204.50", 120_450],
  ["12", 1200],
  ["0.5", 50],
  ["-£3.07", -307],
  ["1234567.89", 123_456_789],
])("%s is %d pence", (text, amount) => {
  expect(parsePounds(text)).toBe(amount);
});

test.each(["", "£", "1.234", "1,20", "12,34,567", "about 5", "1e3", "١٢"])("“%s” is no amount", (text) => {
  expect(parsePounds(text)).toBeNull();
});

test("an amount that is said reads back as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (amount) => {
      expect(parsePounds(sayPounds(pence(amount))) === amount || amount === 0).toBe(true);
    }),
  );
});

test("sums of pence lose nothing, and fractions are refused", () => {
  expect(sumPence([pence(10), pence(20)])).toBe(30);
  expect(() => pence(0.1)).toThrow(RangeError);
});
