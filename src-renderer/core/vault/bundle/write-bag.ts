import type { Bytes } from "../../model/bytes.ts";
import { Problem } from "../../problems.ts";
import { utf8 } from "../text-codes.ts";
import { escapedPath } from "./bag-tags.ts";
import { type Sum, summing } from "./hashing.ts";
import { partsFrom } from "./streams.ts";
import type { OutFile } from "./tar.ts";

/**
 * The files of a BagIt 1.0 bag (RFC 8493) around a payload, in the order in which they can be written: what speaks of
 * the payload comes after it, so that nothing is read twice. Each file's parts are to be read before the next is asked
 * for: the manifests are made of what passed by.
 *
 * @param payload paths begin with `data/`
 * @param info labels of `bag-info.txt` with one-line values; Payload-Oxum is added
 * @throws {Problem} `object-damaged` where a file's parts weren't its size or checksum; what the payload fails with
 */
export async function* bagOf(
  payload: AsyncIterable<OutFile>,
  info: readonly (readonly [label: string, value: string])[],
): AsyncGenerator<OutFile, void> {
  const data = new Map<string, Sum>();
  const tags = new Map<string, Sum>();
  yield* noted(tags, tagFile("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
  for await (const file of payload) yield* noted(data, file);
  const sizeBytes = [...data.values()].reduce((sum, file) => sum + file.sizeBytes, 0);
  const labels = [...info, ["Payload-Oxum", `${sizeBytes}.${data.size}`] as const];
  yield* noted(tags, tagFile("bag-info.txt", labels.map(([label, value]) => `${label}: ${value}\n`).join("")));
  yield* noted(tags, tagFile("manifest-sha256.txt", manifestOf(data)));
  yield tagFile("tagmanifest-sha256.txt", manifestOf(tags));
}

/** Hands a file on and notes its size and checksum as its parts pass by. */
async function* noted(sums: Map<string, Sum>, file: OutFile): AsyncGenerator<OutFile, void> {
  yield { ...file, parts: () => asSaid(file, (sum) => sums.set(file.path, sum)) };
  if (!sums.has(file.path)) throw new Error("a file of a bag was passed over");
}

/** The parts, which fail before they end where they don't come to what was said of them. */
async function* asSaid(file: OutFile, done: (sum: Sum) => void): AsyncGenerator<Uint8Array, void> {
  const wrong = new Problem("object-damaged", "another size or checksum than was said", { where: [file.path] });
  let left = file.sizeBytes;
  let found: Sum | null = null;
  const parts = summing(file.parts(), ["sha256"], (sum) => {
    found = sum;
    done(sum);
  });
  for await (const part of parts) {
    left -= part.length;
    if (left < 0) throw wrong;
    yield part;
  }
  // set by `summing` before it ends, which the compiler can't see
  const sha256 = (found as Sum | null)?.hashes.get("sha256");
  if (left !== 0 || (file.sha256 !== undefined && file.sha256 !== sha256)) throw wrong;
}

/** As `sha256sum` writes and reads it. */
function manifestOf(sums: ReadonlyMap<string, Sum>): string {
  return [...sums].map(([path, { hashes }]) => `${hashes.get("sha256")}  ${escapedPath(path)}\n`).join("");
}

function tagFile(path: string, text: string): OutFile {
  return fileOf(path, utf8(text));
}

/** Bytes that are there already, as a file on its way out. */
export function fileOf(path: string, bytes: Bytes): OutFile {
  return { path, sizeBytes: bytes.length, parts: () => partsFrom([bytes]) };
}
