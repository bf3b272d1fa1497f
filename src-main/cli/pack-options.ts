import { resolve } from "node:path";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import { type MadePack, type Recipient, recipients } from "#core/pack/order.ts";
import { Problem } from "#core/problems.ts";
import { dataAndCase, needed, nothingMore, readOptions, readToday, UsageError } from "./options.ts";
import { type UnlockValues, unlockOptions } from "./secrets.ts";
import { readTextFile } from "./text-file.ts";

/** Where a pack's letters come from. */
export type PackSource =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "case"; readonly folder: string; readonly named: string; readonly values: UnlockValues };

/** What `folio pack` was asked for. */
export interface PackOptions {
  readonly source: PackSource;
  readonly recipient: Recipient;
  readonly out: string;
  readonly manifest: string | undefined;
  /** the file that lists words that must not get out */
  readonly forbid: string | undefined;
  readonly today: CalendarDay;
}

/** @throws {UsageError} */
export function packOptions(args: readonly string[]): PackOptions {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...unlockOptions,
      from: { type: "string" },
      for: { type: "string" },
      out: { type: "string" },
      manifest: { type: "string" },
      forbid: { type: "string" },
      today: { type: "string" },
    },
  });
  const recipient = recipients.find((one) => one === values.for);
  if (recipient === undefined) throw new UsageError(`--for takes ${recipients.join(", ")}.`);
  const out = resolve(needed(values.out, "--out PACK.pdf"));
  const manifest = values.manifest === undefined ? undefined : resolve(needed(values.manifest, "--manifest M.json"));
  const forbid = values.forbid === undefined ? undefined : resolve(needed(values.forbid, "--forbid WORDS.txt"));
  if (out === manifest || out === forbid || (manifest !== undefined && manifest === forbid)) {
    throw new UsageError("--out, --manifest and --forbid are three different files.");
  }
  const source = packSource(values.from, positionals, values);
  return { source, recipient, out, manifest, forbid, today: readToday(values.today) };
}

function packSource(from: string | undefined, positionals: readonly string[], values: UnlockValues): PackSource {
  if (positionals.length === 0)
    return { kind: "folder", folder: resolve(needed(from, "--from FOLDER, or DATA CASE,")) };
  if (from !== undefined)
    throw new UsageError("A pack is made of a folder (--from) or of a case file (DATA CASE), not of both.");
  const { folder, named, rest } = dataAndCase(positionals);
  nothingMore(rest);
  return { kind: "case", folder, named, values };
}

/** The list of words that must not get out: one word or phrase a line; blank lines and lines that begin with # are none. */
export async function forbiddenWords(path: string | undefined): Promise<readonly string[]> {
  if (path === undefined) return [];
  const text = await readTextFile(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** The files that a made pack is written as. */
export function packOutputs({ out, manifest }: PackOptions, made: MadePack) {
  const pdf = { path: out, bytes: made.pdf };
  if (manifest === undefined) return [pdf];
  const json = new TextEncoder().encode(`${JSON.stringify(made.manifest, null, 1)}\n`);
  return [pdf, { path: manifest, bytes: json }];
}
