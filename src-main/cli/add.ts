import { availableParallelism } from "node:os";
import { addExhibit } from "#core/case-work/add-exhibit.ts";
import { sayProblem } from "#core/problem-words.ts";
import { Problem } from "#core/problems.ts";
import type { Command } from "./command.ts";
import { inOrder } from "./in-order.ts";
import { type ReadLetterFiles, readLetterFiles } from "./letter-files.ts";
import { type OpenCase, withCase } from "./open-case.ts";
import { dataAndCase, readOptions, readToday, UsageError } from "./options.ts";
import { showProgress } from "./progress.ts";
import { nodePlatform } from "./reading-on-node.ts";
import { unlockOptions } from "./secrets.ts";

/** `folio add`: letters into a case file, in the order given. Each is said once it is on disk. */
export const add: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...unlockOptions, today: { type: "string" } },
  });
  const { folder, named, rest: letters } = dataAndCase(positionals);
  if (letters.length === 0) throw new UsageError("Name the letters to add.");
  const today = readToday(values.today);
  return withCase("write", { folder, named, values }, async (open) => {
    const platform = nodePlatform();
    const progress = showProgress(letters.length);
    let refused = 0;
    try {
      const readOne = (argument: string) => readLetterFiles(argument, platform, { today, signal });
      for await (const [argument, letter] of inOrder(letters, availableParallelism(), readOne)) {
        signal.throwIfAborted();
        progress.end();
        if (!(await addOne(open, argument, letter))) refused += 1;
        progress.done(argument);
      }
    } finally {
      progress.end();
      await platform.close();
    }
    return refused > 0 ? 3 : 0;
  });
};

/**
 * A letter without a single page proves nothing, and one of whose files one could not be had isn't whole: neither is
 * kept, and why is said. What else was met while reading is said too, and the letter is kept.
 */
async function addOne(open: OpenCase, argument: string, { files, read }: ReadLetterFiles): Promise<boolean> {
  for (const { message } of read.problems) process.stderr.write(`${argument}: ${message}\n`);
  const isWhole = read.files.length > 0 && !read.problems.some(({ code }) => notHad.has(code));
  if (!isWhole || read.pages.length === 0) return false;
  const originals = files.map(({ bytes }) => bytes);
  try {
    open.kept = await addExhibit(open.kept, originals, read, new Date());
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "file-too-large") throw error;
    process.stderr.write(`${argument}: ${sayProblem(error.code)}\n`);
    return false;
  }
  process.stdout.write(`kept ${open.kept.file.exhibits.at(-1)?.number} ${argument}\n`);
  return true;
}

const notHad: ReadonlySet<string> = new Set(["file-unreadable", "file-too-large"]);
