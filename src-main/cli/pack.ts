import { resolve } from "node:path";
import { packExhibits } from "#core/case-work/pack-order.ts";
import { makePack } from "#core/pack/make-pack.ts";
import { type MadePack, type Recipient, recipients } from "#core/pack/order.ts";
import { Problem } from "#core/problems.ts";
import { toPackPart } from "../../src-renderer/reading/pack-part.ts";
import type { Command } from "./command.ts";
import { caseOfFolder } from "./folder-case.ts";
import { needed, readOptions, readToday, UsageError } from "./options.ts";
import { mustBeWritable } from "./outputs.ts";
import { packFonts } from "./pack-fonts.ts";
import { showProgress } from "./progress.ts";
import { nodePlatform } from "./reading-on-node.ts";
import { readTextFile } from "./text-file.ts";
import { writeWhole } from "./write-whole.ts";

/** `folio pack`: a folder of letters in, one paginated PDF out. */
export const pack: Command = async (args, signal) => {
  const told = packOptions(args);
  await mustBeWritable(told.manifest === undefined ? [told.out] : [told.out, told.manifest], told.from);
  const forbid = told.forbid === undefined ? [] : await forbiddenWords(told.forbid);
  const platform = nodePlatform();
  const progress = showProgress(1);
  try {
    const besides = [told.out, told.manifest, told.forbid].filter((path) => path !== undefined);
    const read = await caseOfFolder(told.from, platform, { today: told.today, signal, say: progress.say, besides });
    progress.say("Putting the pack together");
    const exhibits = await packExhibits(
      read.kept,
      async (file, bytes, pages) => {
        const problem = read.notTaken.get(file.name);
        if (problem !== undefined) return { kind: "refused", name: file.name, problem };
        return toPackPart({ name: file.name, bytes }, file.type, pages, platform);
      },
      signal,
    );
    const made = await makePack({
      caseFile: read.kept.file,
      recipient: told.recipient,
      madeOn: told.today,
      exhibits,
      forbid,
      fonts: await packFonts(),
      signal,
      onProgress: (done, of) => progress.say(`Putting the pack together: ${done} of ${of}`),
    });
    progress.end();
    await writeWhole(outputs(told, made), signal);
    sayWarnings([...read.warnings, ...made.warnings]);
    process.stdout.write(`${told.out}\n`);
    return 0;
  } finally {
    progress.end();
    await platform.close();
  }
};

interface PackOptions {
  readonly from: string;
  readonly recipient: Recipient;
  readonly out: string;
  readonly manifest: string | undefined;
  readonly forbid: string | undefined;
  readonly today: ReturnType<typeof readToday>;
}

/** @throws {UsageError} */
function packOptions(args: readonly string[]): PackOptions {
  const { values } = readOptions({
    args: [...args],
    options: {
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
  return {
    from: resolve(needed(values.from, "--from FOLDER")),
    recipient,
    out,
    manifest,
    forbid,
    today: readToday(values.today),
  };
}

/** One word or phrase a line; blank lines and lines that begin with # are none. */
async function forbiddenWords(path: string): Promise<readonly string[]> {
  const text = await readTextFile(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function outputs(told: PackOptions, made: MadePack) {
  const pdf = { path: told.out, bytes: made.pdf };
  if (told.manifest === undefined) return [pdf];
  const json = new TextEncoder().encode(`${JSON.stringify(made.manifest, null, 1)}\n`);
  return [pdf, { path: told.manifest, bytes: json }];
}

function sayWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`Note: ${warning}\n`);
}
