import type { Bytes } from "#core/model/bytes.ts";
import { ascii, joined } from "../made.ts";
import { type HostileCase, reads, refused } from "./case.ts";
import { letterJpeg } from "./image-writer.ts";
import { deflateBomb } from "./pdf-writer.ts";

const letter = "Child Maintenance Service\r\nDate: 7 March 2024\r\nYou must pay £38.25 by 31 May 2024.\r\n";
const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));
const million = 1_000_000;

/** Looking for dates among a hundred thousand takes minutes: only where there is time. */
const long: readonly HostileCase[] = [
  reads("10 MB of dates after the letter", () => ascii(letter + "7 March 2024, ".repeat(0.7 * million)), [
    "text-too-long",
  ]),
  reads("10 MB of figures after the letter", () => ascii(letter + "1/".repeat(5 * million)), ["text-too-long"]),
];

/** Text, and files that are none. */
export const texts: readonly HostileCase[] = [
  ...(process.env["FOLIO_LONG_TESTS"] === undefined ? [] : long),
  reads("text in UTF-16 with its mark", () => utf16(`\uFEFF${letter}`, true)),
  reads("text in UTF-16 the other way round", () => utf16(`\uFEFF${letter}`, false)),
  refused("text in UTF-16 without its mark", () => utf16(letter, true), "file-unknown-type"),
  refused(
    "text in UTF-16 that lacks its last byte",
    () => utf16(`\uFEFF${letter}`, true).slice(0, -1),
    "file-unknown-type",
  ),
  reads("text in Latin-1", () => ascii(letter)),
  reads("text in UTF-8 with its mark", () => utf8(`\uFEFF${letter}`)),
  refused("text with a NUL in it", () => ascii(`${letter}\0`), "file-unknown-type"),
  refused("nothing but control characters", () => new Uint8Array(5000).fill(7), "file-unknown-type"),
  refused("nothing but NULs", () => new Uint8Array(million), "file-unknown-type"),
  { name: "nothing but blanks", make: () => ascii(" \n".repeat(1000)), words: null, codes: [] },
  reads("one line of 10 MB after the letter", () => ascii(letter + "a".repeat(10 * million)), ["text-too-long"]),
  reads("10 MB of words after the letter", () => ascii(letter + "payment ".repeat(1.25 * million)), ["text-too-long"]),
  reads("a million empty pages after the letter", () => ascii(letter + "\f".repeat(million)), ["text-too-long"]),
  reads("letters written from right to left among the letter", () => utf8(`\u202E${letter}\u202C\u200B`)),
  reads("a letter with forty thousand marks on one of its letters", () => utf8(`${letter}e${"\u0301".repeat(40_000)}`)),
  refused(
    "a packed folder that is a bomb",
    () => joined(ascii("PK\x03\x04\x14\0\0\0\x08\0"), deflateBomb(1024)),
    "file-unknown-type",
  ),
  refused("an office document", () => joined(ascii("PK\x03\x04\x14\0\x06\0[Content_Types].xml")), "file-unknown-type"),
  refused(
    "a web page with a script",
    () => ascii(`<!DOCTYPE html><script>fetch("http://a")</script>${letter}`),
    "file-unknown-type",
  ),
  refused(
    "a drawing that fetches",
    () => ascii(`<svg xmlns="http://www.w3.org/2000/svg"><image href="http://a"/></svg>`),
    "file-unknown-type",
  ),
  refused(
    "XML whose names unpack without end",
    () => ascii(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&b;&b;">]><a>&b;</a>`),
    "file-unknown-type",
  ),
  refused("a program", () => joined(ascii("MZ\x90\0"), ascii(letter)), "file-program"),
  refused("a shortcut", () => Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0), "file-program"),
  refused("nothing at all", () => new Uint8Array(), "file-empty"),
  reads("a photograph named as text", letterJpeg),
  refused("an AVIF picture", () => ascii("\0\0\0\x18ftypavif\0\0\0\0mif1avif"), "file-unknown-type"),
];

function utf16(text: string, littleEndian: boolean): Bytes {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}
