import { openSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { ReadStream } from "node:tty";

/** The person pressed Ctrl-C at a question. */
export class Stopped extends Error {}

/**
 * Asks on the terminal, never through standard output. What is typed is not shown.
 * @returns what was typed up to Enter, or null where nobody can be asked
 * @throws {Stopped}
 */
export async function askHidden(question: string): Promise<string | null> {
  const keyboard = ownKeyboard() ?? terminalBeside();
  return keyboard === null ? null : typed(keyboard, question, false);
}

/** Asks on the terminal; what is typed is shown. Null too where something else than a person gives the input. */
export async function askShown(question: string): Promise<string | null> {
  const keyboard = ownKeyboard();
  return keyboard === null ? null : typed(keyboard, question, true);
}

interface Keyboard {
  readonly keys: ReadStream;
  close(): void;
}

function ownKeyboard(): Keyboard | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  return { keys: process.stdin as ReadStream, close: () => process.stdin.pause() };
}

/** Where standard input comes from a file or another program, but a person sees the question. */
function terminalBeside(): Keyboard | null {
  if (process.platform === "win32" || !process.stderr.isTTY) return null;
  try {
    const keys = new ReadStream(openSync("/dev/tty", "r"));
    return { keys, close: () => keys.destroy() };
  } catch {
    return null;
  }
}

function typed({ keys, close }: Keyboard, question: string, isShown: boolean): Promise<string> {
  const decoder = new StringDecoder("utf8");
  let line: readonly string[] = [];
  // Before the question is there to be answered: a Ctrl-C typed at once is a key already, and no signal.
  keys.setRawMode(true);
  process.stderr.write(question);
  return new Promise<string>((resolve, reject) => {
    const end = (settle: () => void) => {
      keys.off("data", take);
      keys.setRawMode(false);
      close();
      process.stderr.write("\n");
      settle();
    };
    const take = (bytes: Buffer) => {
      for (const letter of decoder.write(bytes)) {
        if (letter === "\u0003") return end(() => reject(new Stopped("stopped at a question")));
        if (letter === "\r" || letter === "\n" || letter === "\u0004") return end(() => resolve(line.join("")));
        const next = edited(line, letter);
        if (isShown && next.length > line.length) process.stderr.write(letter);
        if (isShown && next.length < line.length) process.stderr.write("\b \b".repeat(line.length - next.length));
        line = next;
      }
    };
    keys.on("data", take);
    keys.resume();
  });
}

/** Backspace takes a letter away, Ctrl-U all of them; other control keys do nothing. */
function edited(line: readonly string[], letter: string): readonly string[] {
  if (letter === "\u007f" || letter === "\b") return line.slice(0, -1);
  if (letter === "\u0015") return [];
  return letter < " " ? line : [...line, letter];
}
