import { type Bytes, joinBytes } from "../../model/bytes.ts";
import { Problem } from "../../problems.ts";
import { fromBase64 } from "../text-codes.ts";
import type { Parts } from "./streams.ts";

const opening = "-----BEGIN AGE ENCRYPTED FILE-----";
const closing = "-----END AGE ENCRYPTED FILE-----";
const lineLength = 64;
/** Longer than any line of an armoured file. What goes on beyond it is none, and isn't held. */
const mostLineLength = 1024;

/** Whether a file that begins so may be an armoured age file. @param start as far as it was read */
export function mayBeArmour(start: string): boolean {
  const begun = start.trimStart();
  return begun.length < opening.length ? opening.startsWith(begun) : begun.startsWith(opening);
}

/**
 * What is inside age's ASCII armour, as it comes: lines of 64 base64 digits, the last one shorter or as long, nothing
 * around them but white space. Source: https://age-encryption.org/v1, "ASCII armor".
 * @throws {Problem} `bundle-damaged` where it is anything else
 */
export async function* unarmoured(parts: Parts): AsyncGenerator<Bytes, void> {
  const reader = lineReader();
  const decoder = new TextDecoder("latin1");
  let begun = "";
  for await (const part of parts) {
    const lines = (begun + decoder.decode(part, { stream: true })).split("\n");
    begun = lines.pop() ?? "";
    if (begun.trim().length > mostLineLength) throw broken();
    if (begun.trim() === "") begun = begun.slice(0, mostLineLength);
    const bytes = joinBytes(lines.map(reader.take));
    if (bytes.length > 0) yield bytes;
  }
  yield reader.take(begun);
  if (!reader.isClosed()) throw broken();
}

function lineReader() {
  let place: "before" | "inside" | "last line" | "after" = "before";
  const nothing: Bytes = new Uint8Array(0);

  function take(written: string): Bytes {
    const isBlank = written.trim() === "";
    if ((place === "before" || place === "after") && isBlank) return nothing;
    const line = written.replace(/\r$/, "");
    if (place === "before" && line.trimStart() === opening) place = "inside";
    else if ((place === "inside" || place === "last line") && line.trimEnd() === closing) place = "after";
    else if (place === "inside") {
      if (line.length !== lineLength || line.endsWith("=")) place = "last line";
      return digits(line);
    } else throw broken();
    return nothing;
  }
  return { take, isClosed: () => place === "after" };
}

function digits(line: string): Bytes {
  const bytes = line === "" || line.length > lineLength ? null : fromBase64(line);
  if (bytes === null) throw broken();
  return bytes;
}

function broken(): Problem {
  return new Problem("bundle-damaged", "armour");
}
