import type { Bytes } from "#core/model/bytes.ts";
import type { FileType } from "#core/model/exhibit.ts";
import type { ProblemCode } from "#core/problems.ts";
import { docxKind } from "./docx/read-docx.ts";
import { looksLikeMail } from "./mail/looks-like-mail.ts";
import { looksLikeText } from "./text-pages.ts";

export type Detected =
  | { readonly ok: true; readonly type: FileType }
  | { readonly ok: false; readonly code: ProblemCode };

/** Larger files are refused unread: 200 MB. */
export const maxFileBytes = 200 * 1024 * 1024;

/** What a file really is, from its bytes alone: names and their endings are never looked at. */
export function detectType(bytes: Bytes): Detected {
  if (bytes.length === 0) return refused("file-empty");
  if (bytes.length > maxFileBytes) return refused("file-too-large");
  if (isProgram(bytes)) return refused("file-program");
  const type = binaryType(bytes);
  if (type !== null) return { ok: true, type };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipType(bytes);
  if (looksLikeMail(bytes)) return { ok: true, type: "email" };
  if (isMarkup(bytes) || !looksLikeText(bytes)) return refused("file-unknown-type");
  return { ok: true, type: "text" };
}

function refused(code: ProblemCode): Detected {
  return { ok: false, code };
}

/** Windows, Linux and Mac programs, Java classes, WebAssembly, Windows shortcuts, and scripts by their first line. */
const programStarts: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x00, 0x61, 0x73, 0x6d],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
  [0x23, 0x21],
];

function isProgram(bytes: Bytes): boolean {
  return programStarts.some((start) => startsWith(bytes, start)) || /^\s*@echo\s+off\b/i.test(ascii(bytes, 0, 64));
}

function binaryType(bytes: Bytes): FileType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return "gif";
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a])) return "tiff";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (ascii(bytes, 4, 8) === "ftyp") return heicBrand(bytes) ? "heic" : null;
  // Printers and mail programs put lines of their own before a PDF: readers look in the first kilobyte.
  if (ascii(bytes, 0, 1024 + 5).includes("%PDF-")) return "pdf";
  return null;
}

function zipType(bytes: Bytes): Detected {
  const kind = docxKind(bytes);
  if (kind === null) return refused("file-unknown-type");
  return kind === "macros" ? refused("file-macros") : { ok: true, type: "docx" };
}

const hevcBrands = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]);

/** A HEIF container counts when it says it holds HEVC pictures; AVIF and films are other kinds. */
function heicBrand(bytes: Bytes): boolean {
  const length = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 256);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(ascii(bytes, at, at + 4));
  if (brands.some((brand) => brand === "avif" || brand === "avis")) return false;
  return brands.some((brand) => hevcBrands.has(brand)) || brands[0] === "mif1";
}

/** Written in letters, but not to be read as a letter: RTF, PostScript, web pages, XML and drawings. */
function isMarkup(bytes: Bytes): boolean {
  return /^(?:\uFEFF|ï»¿)?\s*(?:\{\\rtf|%!PS|<!doctype|<html|<\?xml|<svg)/i.test(ascii(bytes, 0, 256));
}

function startsWith(bytes: Bytes, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte);
}

function ascii(bytes: Bytes, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
}
