import { describe, expect, it } from "vitest";
import { detectType, maxFileBytes } from "../../src-renderer/reading/detect.ts";
import { ascii, joined } from "./made.ts";

const zeros = (count: number) => new Uint8Array(count);
const ftyp = (brand: string, ...others: string[]) =>
  joined(Uint8Array.of(0, 0, 0, 16 + others.length * 4), ascii(`ftyp${brand}`), zeros(4), ascii(others.join("")));

describe("a file's type comes from its bytes", () => {
  it.each([
    ["pdf", ascii("%PDF-1.7\n")],
    ["pdf", joined(ascii("sent by a printer\r\n"), zeros(500), ascii("%PDF-1.4\n"))],
    ["jpeg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ["png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ["gif", ascii("GIF89a\x01\x00")],
    ["tiff", ascii("II*\0\x08\0\0\0")],
    ["tiff", ascii("MM\0*\0\0\0\x08")],
    ["webp", joined(ascii("RIFF"), zeros(4), ascii("WEBPVP8 "))],
    ["heic", ftyp("heic", "mif1", "heic")],
    ["heic", ftyp("mif1", "heix")],
    ["text", ascii("Dear Ms Okafor\r\n\tyour letter\fpage two")],
    ["text", new TextEncoder().encode("Annwyl Ŵyn, £38.25")],
    ["text", Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x42, 0x00)],
    ["text", Uint8Array.of(...ascii("You must pay "), 0xa3, ...ascii("38.25 by 7 March 2024"))],
  ])("%s", (type, bytes) => {
    expect(detectType(bytes)).toEqual({ ok: true, type });
  });

  it.each([
    ["file-empty", zeros(0)],
    ["file-program", ascii("MZ\x90\0\x03")],
    ["file-program", joined(Uint8Array.of(0x7f), ascii("ELF\x02\x01"))],
    ["file-program", Uint8Array.of(0xcf, 0xfa, 0xed, 0xfe, 7)],
    ["file-program", ascii("#!/bin/sh\nrm -rf /")],
    ["file-program", ascii("@echo off\r\nformat c:")],
    ["file-unknown-type", ascii("PK\x03\x04\x14\0")],
    ["file-unknown-type", ftyp("avif", "mif1", "avif")],
    ["file-unknown-type", ftyp("isom", "mp42")],
    ["file-unknown-type", ascii("{\\rtf1 Dear Ms Okafor}")],
    ["file-unknown-type", ascii("<!DOCTYPE html><script>alert(1)</script>")],
    ["file-unknown-type", ascii("text with a \x07 bell")],
    ["file-unknown-type", Uint8Array.of(0x41, 0x81, 0x8d, 0x90)],
    ["file-too-large", zeros(maxFileBytes + 1)],
  ])("%s is refused by name", (code, bytes) => {
    expect(detectType(bytes)).toEqual({ ok: false, code });
  });
});
