import { expect, test } from "vitest";
import { sayField, sayFieldText } from "../../src-renderer/ui/say-field.ts";

test("a history says days and choices as the forms do, never as they are stored", () => {
  expect(sayFieldText("day", "2026-11-03")).toBe("3 November 2026");
  expect(sayFieldText("promises", "Ring me back, 2026-11-10")).toBe("Ring me back, 10 November 2026");
  expect(sayFieldText("head", "out-of-pocket")).toBe("Money I had to spend");
  expect(sayFieldText("triage", "both")).toBe("Both");
});

test("words that only look like a day or a choice stay as they were typed", () => {
  expect(sayFieldText("text", "ref 2026-13-45, out-of-pocket")).toBe("ref 2026-13-45, out-of-pocket");
  expect(sayFieldText("text", "both")).toBe("both");
});

test("a field that no form has goes by its own name", () => {
  expect(sayField("theySaid")).toBe("What they said");
  expect(sayField("somethingNew")).toBe("somethingNew");
});
