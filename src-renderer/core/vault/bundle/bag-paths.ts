import { utf8 } from "../text-codes.ts";
import { mostPathBytes } from "./tar.ts";

/**
 * Why a path in a bag may not be followed, or null. Refused everywhere, whichever system it would hurt: what is
 * harmless here may be unpacked there.
 */
export function pathFault(path: string): string | null {
  if (path === "") return "is empty";
  if (utf8(path).length > mostPathBytes) return "is too long";
  if (/\p{Cc}/u.test(path.replace(/[\r\n]/g, ""))) return "holds control characters";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "is absolute";
  if (path.startsWith("~")) return "begins at a home folder";
  if (/^%[A-Za-z][^/]*%/.test(path)) return "begins with a system's variable";
  if (path.includes("\\")) return "holds a backslash";
  if (path.split("/").some((part) => part === "..")) return "leads out of its folder";
  if (path.split("/").some((part) => part === "." || part === "")) return "is not written plainly";
  return null;
}

/** How two spellings of one name are told to be the same name on any system: composed, without case. */
export function foldedPath(path: string): string {
  return path.normalize("NFC").toLowerCase().normalize("NFC");
}

/** Windows keeps these for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/** The most that a file's name takes in a bundle, in UTF-8: every file system here takes 255, some sync services less. */
const mostNameBytes = 180;

/**
 * A file's name as any system can keep it, with `start` before it: no path, no device, no control or direction
 * characters, no spaces or dots at the end, and unlike the names in `taken` in any spelling. Letters stay as they are,
 * composed; `taken` is added to.
 */
export function safeFileName(start: string, name: string, taken: Set<string>): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu, "")
    .replace(/[/\\:*?"<>|%]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const [, stem = "", ending = ""] = /^(.*?)(\.[^. ]{1,16})?$/s.exec(plain) ?? [];
  const safeStem = stem === "" ? "file" : reserved.test(stem.split(".")[0]?.trim() ?? "") ? `_${stem}` : stem;
  for (let again = 1; ; again += 1) {
    const mark = again === 1 ? "" : ` (${again})`;
    const room = mostNameBytes - utf8(start + mark + ending).length;
    const whole = `${start}${cut(safeStem, room)}${mark}${ending}`;
    if (taken.has(foldedPath(whole))) continue;
    taken.add(foldedPath(whole));
    return whole;
  }
}

/** As many whole letters as fit, without a space or dot at the end. */
function cut(text: string, mostBytes: number): string {
  let fits = "";
  for (const letter of text) {
    if (utf8(fits + letter).length > mostBytes) break;
    fits += letter;
  }
  return fits.replace(/[. ]+$/, "");
}
