import { fromUtf8 } from "../text-codes.ts";

/** What `bagit.txt` declares. */
export interface Declaration {
  readonly version: "0.97" | "1.0";
  readonly encoding: string;
}

/**
 * Reads `bagit.txt` (RFC 8493, section 2.1.1): two lines, UTF-8, no byte order mark, nothing else.
 * @returns what is wrong with it, as words, where it doesn't hold
 */
export function readDeclaration(bytes: Uint8Array): Declaration | string {
  const text = fromUtf8(bytes);
  if (text === null) return "is not UTF-8";
  if (text.startsWith("\u{feff}")) return "begins with a byte order mark";
  const [first = "", second = "", ...more] = linesOf(text);
  const version = /^BagIt-Version: (\d+\.\d+)$/.exec(first)?.[1];
  if (version === undefined) return "has no sound BagIt-Version line";
  if (version !== "0.97" && version !== "1.0") return `speaks of version ${version}, which is not known here`;
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(second)?.[1];
  if (encoding === undefined) return "has no sound Tag-File-Character-Encoding line";
  return more.length > 0 ? "has more than two lines" : { version, encoding };
}

/** The text of a tag file in the bag's encoding; null where it can't be read so. Its byte order mark is left out. */
export function tagText(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(utf16(bytes, encoding) ?? encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** "UTF-16" leaves the order of bytes to the mark; without one it is big-endian (RFC 2781, section 4.3). */
function utf16(bytes: Uint8Array, encoding: string): string | null {
  if (!/^utf-?16$/i.test(encoding)) return null;
  return bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-16be";
}

/** Lines that end with LF, CR or both; what follows the last end is a line only if it is not empty. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** One line of a manifest. */
export interface Listed {
  readonly hash: string;
  readonly path: string;
  readonly star: boolean;
  readonly dotSlash: boolean;
}

/** Reads a line of a manifest; null where it is none. */
export function readListed(line: string, version: Declaration["version"]): Listed | null {
  const [, hash = "", star = "", written = ""] = /^([0-9a-fA-F]+)[ \t]+(\*?)(.+)$/s.exec(line) ?? [];
  if (hash === "") return null;
  const dotSlash = /^(?:\.\/)+/.test(written);
  const path = unescaped(written.replace(/^(?:\.\/)+/, ""), version);
  return { hash: hash.toLowerCase(), path, star: star !== "", dotSlash };
}

/** A line of `fetch.txt`: URL, length or "-", path. Null where it is none. */
export function readFetched(line: string, version: Declaration["version"]): string | null {
  const [, path = ""] = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/s.exec(line) ?? [];
  return path === "" ? null : unescaped(path.replace(/^(?:\.\/)+/, ""), version);
}

/** Version 1.0 writes CR, LF and % in a path as %0D, %0A and %25; earlier ones had no escape for % itself. */
function unescaped(path: string, version: Declaration["version"]): string {
  return version === "1.0"
    ? path.replace(/%(0[Aa]|0[Dd]|25)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : path.replace(/%(0[Aa]|0[Dd])/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** A path as a manifest of version 1.0 writes it. */
export function escapedPath(path: string): string {
  return path.replace(/[\r\n%]/g, (letter) => (letter === "%" ? "%25" : letter === "\r" ? "%0D" : "%0A"));
}

/** The labels of `bag-info.txt` with their values, in order; `wrong` counts lines that are neither. */
export function readBagInfo(
  text: string,
  version: Declaration["version"],
): { readonly labels: readonly (readonly [string, string])[]; readonly wrong: number } {
  const labels: [string, string][] = [];
  let wrong = 0;
  for (const line of linesOf(text)) {
    const last = labels.at(-1);
    const [, label, value = ""] =
      (version === "1.0" ? /^([^\s:][^:]*?):[ \t](.*)$/ : /^([^\s:][^:]*?)[ \t]*:[ \t]*(.*)$/).exec(line) ?? [];
    if (/^[ \t]/.test(line) && last !== undefined) last[1] += ` ${line.trim()}`;
    else if (label !== undefined) labels.push([label, value.trim()]);
    else if (line.trim() !== "") wrong += 1;
  }
  return { labels, wrong };
}
