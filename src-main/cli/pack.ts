import { caseHead } from "#core/case-work/history.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import { packExhibits, type ToPart } from "#core/case-work/pack-order.ts";
import { sha256 } from "#core/model/bytes.ts";
import { makePack } from "#core/pack/make-pack.ts";
import type { MadePack } from "#core/pack/order.ts";
import { toPackPart } from "../../src-renderer/reading/pack-part.ts";
import type { ReadingPlatform } from "../../src-renderer/reading/platform.ts";
import type { Command } from "./command.ts";
import { caseOfFolder } from "./folder-case.ts";
import { type OpenCase, recordOut, withCase } from "./open-case.ts";
import { mustBeWritable } from "./outputs.ts";
import { packFonts } from "./pack-fonts.ts";
import { forbiddenWords, type PackOptions, packOptions, packOutputs } from "./pack-options.ts";
import { type Progress, showProgress } from "./progress.ts";
import { nodePlatform } from "./reading-on-node.ts";
import { writeWhole } from "./write-whole.ts";

/** `folio pack`: a folder of letters, or a case file, in; one paginated PDF out. */
export const pack: Command = async (args, signal) => {
  const told = packOptions(args);
  const { source, out, manifest } = told;
  await mustBeWritable(manifest === undefined ? [out] : [out, manifest], source.folder);
  const forbid = await forbiddenWords(told.forbid);
  const platform = nodePlatform();
  const progress = showProgress(1);
  const work: Work = { told, forbid, platform, progress, signal };
  try {
    if (source.kind === "folder") return await packOfFolder(source.folder, work);
    return await withCase("record", source, (open) => packOfCase(open, work));
  } finally {
    progress.end();
    await platform.close();
  }
};

interface Work {
  readonly told: PackOptions;
  readonly forbid: readonly string[];
  readonly platform: ReadingPlatform;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function packOfFolder(folder: string, work: Work): Promise<number> {
  const { told, platform, progress, signal } = work;
  const besides = [told.out, told.manifest, told.forbid].filter((path) => path !== undefined);
  const read = await caseOfFolder(folder, platform, { today: told.today, signal, say: progress.say, besides });
  const made = await makeAndWrite(read.kept, null, work, async (file, bytes, pages) => {
    const problem = read.notTaken.get(file.name);
    if (problem !== undefined) return { kind: "refused", name: file.name, problem };
    return toPackPart({ name: file.name, bytes }, file.type, pages, platform);
  });
  sayWarnings([...read.warnings, ...made.warnings]);
  process.stdout.write(`${told.out}\n`);
  return 0;
}

/** What went out, to whom, is written down in the history of every exhibit that it shows. */
async function packOfCase(open: OpenCase, work: Work): Promise<number> {
  const { told, platform } = work;
  const head = await caseHead(open.kept);
  const made = await makeAndWrite(open.kept, head, work, (file, bytes, pages) =>
    toPackPart({ name: file.name, bytes }, file.type, pages, platform),
  );
  const exhibitIds = open.kept.file.exhibits.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
  const packSha256 = await sha256(made.pdf);
  await recordOut(open, { kind: "pack-shown", recipient: told.recipient, exhibitIds, packSha256, head });
  sayWarnings(made.warnings);
  process.stdout.write(`head ${head}\n${told.out}\n`);
  return 0;
}

async function makeAndWrite(kept: KeptCase, head: string | null, work: Work, toPart: ToPart): Promise<MadePack> {
  const { told, forbid, progress, signal } = work;
  progress.say("Putting the pack together");
  const made = await makePack({
    caseFile: kept.file,
    recipient: told.recipient,
    madeOn: told.today,
    head,
    exhibits: await packExhibits(kept, toPart, signal),
    forbid,
    fonts: await packFonts(),
    signal,
    onProgress: (done, of) => progress.say(`Putting the pack together: ${done} of ${of}`),
  });
  progress.end();
  await writeWhole(packOutputs(told, made), signal);
  return made;
}

function sayWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`Note: ${warning}\n`);
}
