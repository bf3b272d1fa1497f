import { sayProblem } from "#core/problem-words.ts";
import { Problem } from "#core/problems.ts";
import { systemCode } from "../host/disk-problems.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./options.ts";
import { Stopped } from "./terminal.ts";
import { type CommandName, usage } from "./usage.ts";

/** Each is loaded only when it is asked for: starting stays quick. */
const commands: Record<CommandName, () => Promise<Command>> = {
  init: async () => (await import("./init.ts")).init,
  cases: async () => (await import("./cases.ts")).cases,
  new: async () => (await import("./new-case.ts")).newCase,
  add: async () => (await import("./add.ts")).add,
  import: async () => (await import("./import.ts")).importEntries,
  timeline: async () => (await import("./timeline.ts")).timeline,
  search: async () => (await import("./search.ts")).search,
  pack: async () => (await import("./pack.ts")).pack,
  export: async () => (await import("./export.ts")).exportCase,
  restore: async () => (await import("./restore.ts")).restore,
  backup: async () => (await import("./backup.ts")).backup,
  verify: async () => (await import("./verify.ts")).verify,
  passphrase: async () => (await import("./passphrase.ts")).passphrase,
  erase: async () => (await import("./erase.ts")).erase,
  read: async () => (await import("./read.ts")).read,
  sample: async () => (await import("./sample.ts")).sample,
};

/**
 * Runs one command.
 * @returns the exit code: 0 done, 1 what was verified is damaged, 2 wrong usage, 3 a problem that was said on standard
 *   error, 70 a mistake of Folio's own, 130 interrupted,
 *   141 (as programs ended by SIGPIPE have it) where whoever took the answers hung up, as `| head` does
 */
export async function main(args: readonly string[]): Promise<number> {
  endWhenNobodyListens();
  endInWords();
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") return print(usage.folio);
  if (!isCommand(name)) {
    process.stderr.write(name === undefined ? usage.folio : `There is no command “${name}”.\n\n${usage.folio}`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) return print(usage[name]);
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    const command = await commands[name]();
    return await command(rest, stop.signal);
  } catch (error) {
    return sayFailure(error, name, stop.signal);
  } finally {
    process.off("SIGINT", interrupted);
    process.off("SIGTERM", interrupted);
  }
}

/** What fails where nobody waits for it ends the command in words, as everything else does. */
function endInWords(): void {
  const end = (error: unknown) => process.exit(sayMistake(error));
  process.on("unhandledRejection", end);
  process.on("uncaughtException", end);
}

/** By the time a command prints, its files are written: there is nothing left to undo. */
function endWhenNobodyListens(): void {
  process.stdout.once("error", () => process.exit(141));
  process.stderr.once("error", () => undefined);
}

function sayFailure(error: unknown, name: CommandName, signal: AbortSignal): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${usage[name]}`);
    return 2;
  }
  if (signal.aborted || error instanceof Stopped) {
    process.stderr.write("Stopped. Nothing half-written was left behind.\n");
    return 130;
  }
  if (error instanceof Problem) {
    process.stderr.write(`${sayProblem(error.code)}${whereOf(error)}\n`);
    return 3;
  }
  const code = systemCode(error);
  // Whoever writes has met these already; what is left is a file that can't be read.
  if (code !== null && !code.startsWith("ERR_")) return sayFailure(new Problem("cannot-read", code), name, signal);
  return sayMistake(error);
}

/** A bug. Its message may hold what a letter says, so only where it was made is told, and that on request. */
function sayMistake(error: unknown): number {
  const kind = error instanceof Error ? error.name : "unknown";
  process.stderr.write(`Folio made a mistake of its own (${kind}). What was said to be kept is kept.\n`);
  if (process.env["FOLIO_STACK"] === "1" && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 70;
}

/** The lines a problem adds for the person at the keyboard: a field, a page. */
function whereOf(problem: Problem): string {
  return problem.where.map((line) => `\n  ${line}`).join("");
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commands, name);
}
