import { type ParseArgsConfig, parseArgs } from "node:util";
import { type CalendarDay, calendarDay, parseDay } from "#core/model/calendar-day.ts";

/** The command was called wrongly: its message and the usage are printed, and the exit code is 2. */
export class UsageError extends Error {}

/** Reads a command's options strictly. @throws {UsageError} */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : "These options can't be read.", { cause });
  }
}

/** The day given as --today, or this computer's own. @throws {UsageError} */
export function readToday(text: string | undefined): CalendarDay {
  const now = new Date();
  const day = text === undefined ? calendarDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) : parseDay(text);
  if (day === null) throw new UsageError(`--today takes a day like 2026-11-22, not “${text}”.`);
  return day;
}

/** An option that must be there. @throws {UsageError} */
export function needed(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new UsageError(`${name} is needed.`);
  return value;
}

/** The one thing that a command is about. @throws {UsageError} */
export function onePositional(given: readonly string[], name: string): string {
  const [value, ...others] = given;
  if (others.length > 0) throw new UsageError(`Only ${name} is expected here, not “${others[0]}” too.`);
  return needed(value, name);
}

/** The data folder and the case that most commands are about, and what follows them. @throws {UsageError} */
export function dataAndCase(given: readonly string[]): {
  readonly folder: string;
  readonly named: string;
  readonly rest: readonly string[];
} {
  const [folder, named, ...rest] = given;
  return { folder: needed(folder, "DATA"), named: needed(named, "CASE"), rest };
}

/** @throws {UsageError} where something follows that has no meaning */
export function nothingMore(rest: readonly string[]): void {
  if (rest.length > 0) throw new UsageError(`“${rest[0]}” is one argument too many.`);
}
