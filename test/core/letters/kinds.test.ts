import { describe, expect, it } from "vitest";
import { findKind } from "#core/letters/classify.ts";
import { headed } from "./headed.ts";

describe("the kind of a letter from the Service", () => {
  it.each(headed.map((one) => one.split(" | ")))("is %s for one that is headed %j", (kind, heading, body) => {
    const text = `Child Maintenance Service\nPO Box 12\nDate: 4 May 2026\n\nDear Ms Sample\n${heading}\n${body}\nYours sincerely\n\nA. Example\nCaseworker`;
    expect(findKind([text], "cms")).toBe(kind);
  });
});
