import { sayProblem } from "#core/problem-words.ts";
import { Problem } from "#core/problems.ts";
import type { ReadingPlatform } from "../../src-renderer/reading/platform.ts";
import { type PickedFile, type ReadExhibit, readExhibit } from "../../src-renderer/reading/read-exhibit.ts";
import { pickFile } from "./picked-files.ts";

/** A letter as it was named on the command line, read. */
export interface ReadLetterFiles {
  /** the files that could be had, in the order of `read.files` */
  readonly files: readonly PickedFile[];
  /** its problems say which could not */
  readonly read: ReadExhibit;
}

/** One argument, "A.jpg" or "A.jpg+B.jpg", read as one letter. A file whose own name holds a "+" is tried first. */
export async function readLetterFiles(
  argument: string,
  platform: ReadingPlatform,
  options: Parameters<typeof readExhibit>[2],
): Promise<ReadLetterFiles> {
  const files: PickedFile[] = [];
  const refused: ReadExhibit["problems"][number][] = [];
  for (const path of await pathsOf(argument)) {
    try {
      files.push(await pickFile(path));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ code: error.code, message: sayProblem(error.code) });
    }
  }
  const read = await readExhibit(files, platform, options);
  const inOrder = read.order.flatMap((position) => files[position] ?? []);
  return { files: inOrder, read: { ...read, problems: [...refused, ...read.problems] } };
}

async function pathsOf(argument: string): Promise<readonly string[]> {
  if (!argument.includes("+")) return [argument];
  const whole = await pickFile(argument).catch(() => null);
  const paths = argument.split("+").filter((path) => path !== "");
  return whole === null && paths.length > 0 ? paths : [argument];
}
