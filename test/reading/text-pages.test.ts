import { expect, it } from "vitest";
import { textPages } from "../../src-renderer/reading/text-pages.ts";
import { ascii } from "./made.ts";

it("begins a new page at a form feed, and none for the last one", () => {
  const pages = textPages(ascii("one\r\ntwo\fthree\f\r\n"));
  expect(pages.map((page) => [page.number, page.text, page.source])).toEqual([
    [1, "one\ntwo", "typed"],
    [2, "three", "typed"],
  ]);
});

it("reads pounds in UTF-8, UTF-16 and Windows-1252", () => {
  const utf8 = new TextEncoder().encode("\uFEFF£5");
  const utf16 = Uint8Array.of(0xfe, 0xff, 0x00, 0xa3, 0x00, 0x35);
  const windows = Uint8Array.of(0xa3, 0x35);
  expect([utf8, utf16, windows].map((bytes) => textPages(bytes)[0]?.text)).toEqual(["£5", "£5", "£5"]);
});
