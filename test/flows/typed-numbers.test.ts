import { expect, test } from "vitest";
import { typedTime, wholeNumber } from "../../src-renderer/flows/typed-numbers.ts";

test.each([
  ["10:40", "10:40"],
  ["9.05", "09:05"],
  ["0905", "09:05"],
  ["23:59", "23:59"],
  ["24:00", null],
  ["10:60", null],
  ["10", null],
  ["ten", null],
])("the time typed as %s is %s", (text, time) => {
  expect(typedTime(text)).toBe(time);
});

test.each([
  ["25", 25],
  [" 0 ", 0],
  ["-1", null],
  ["2.5", null],
  ["", null],
])("the number typed as “%s” is %s", (text, number) => {
  expect(wholeNumber(text)).toBe(number);
});
