import { sayProblem } from "#core/problem-words.ts";
import { Problem } from "#core/problems.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./options.ts";
import { type CommandName, usage } from "./usage.ts";

/** Each is loaded only when it is asked for: starting stays quick. */
const commands: Record<CommandName, () => Promise<Command>> = {
  read: async () => (await import("./read.ts")).read,
  pack: async () => (await import("./pack.ts")).pack,
  sample: async () => (await import("./sample.ts")).sample,
};

/**
 * Runs one command.
 * @returns the exit code: 0 done, 2 wrong usage, 3 a problem that was said on standard error, 130 interrupted,
 *   141 (as programs ended by SIGPIPE have it) where whoever took the answers hung up, as `| head` does
 */
export async function main(args: readonly string[]): Promise<number> {
  endWhenNobodyListens();
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
  if (signal.aborted) {
    process.stderr.write("Stopped. Nothing half-written was left behind.\n");
    return 130;
  }
  if (error instanceof Problem) {
    process.stderr.write(`${sayProblem(error.code)}${whereOf(error)}\n`);
    return 3;
  }
  throw error;
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
