import { createReadStream } from "node:fs";
import { addAbortSignal, type Readable } from "node:stream";
import { longestLine } from "#core/case-work/entry-line.ts";
import { Problem } from "#core/problems.ts";

/** One line of an input. */
export interface InputLine {
  /** from 1 */
  readonly number: number;
  /** null for one that is too long, or no text: `fault` says which */
  readonly text: string | null;
  readonly fault: string;
}

/** The most that is handed on at once: what arrives while these are being kept waits for the next turn. */
const mostAtOnce = 128;
const mostBytes = 1_000_000;

/**
 * The lines of a file, or of standard input ("-") as they come, some at a time: as many as are there, so that a
 * person who types line by line has each answered at once, and a long file goes fast.
 *
 * A line that is longer than any entry is passed over without being held.
 * @throws {Problem} `file-unreadable`
 */
export async function* inputLines(path: string, signal: AbortSignal): AsyncGenerator<readonly InputLine[]> {
  const input: Readable = addAbortSignal(signal, path === "-" ? process.stdin : createReadStream(path));
  const splitter = new Splitter();
  try {
    for await (const chunk of input) yield* splitter.take(chunk as Buffer);
    yield* splitter.end();
  } catch (cause) {
    if (signal.aborted || cause instanceof Problem) throw cause;
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  }
}

class Splitter {
  #begun: Buffer[] = [];
  #begunBytes = 0;
  #number = 0;

  *take(chunk: Buffer): Generator<readonly InputLine[]> {
    let lines: InputLine[] = [];
    let bytes = 0;
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.#add(chunk.subarray(from, end));
      from = end + 1;
      bytes += Math.min(this.#begunBytes, mostLineBytes);
      lines.push(this.#line());
      if (lines.length < mostAtOnce && bytes < mostBytes) continue;
      yield lines;
      lines = [];
      bytes = 0;
    }
    this.#add(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }

  *end(): Generator<readonly InputLine[]> {
    if (this.#begunBytes > 0) yield [this.#line()];
  }

  #add(part: Buffer): void {
    this.#begunBytes += part.length;
    if (this.#begunBytes <= mostLineBytes) this.#begun.push(part);
    else this.#begun = [];
  }

  #line(): InputLine {
    const parts = this.#begun;
    const isTooLong = this.#begunBytes > mostLineBytes;
    this.#begun = [];
    this.#begunBytes = 0;
    this.#number += 1;
    const number = this.#number;
    if (isTooLong) return { number, text: null, fault: "the line is longer than 1,000,000 characters" };
    try {
      return { number, text: utf8.decode(Buffer.concat(parts)).replace(/\r$/, ""), fault: "" };
    } catch {
      return { number, text: null, fault: "the line is not text in UTF-8" };
    }
  }
}

/** A character takes at most three bytes for each of its UTF-16 units. */
const mostLineBytes = 3 * longestLine;
const utf8 = new TextDecoder("utf-8", { fatal: true });
