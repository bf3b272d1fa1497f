import { availableParallelism } from "node:os";
import type { Mention } from "#core/model/mention.ts";
import { boxAround } from "#core/model/page.ts";
import type { ReadExhibit } from "../../src-renderer/reading/read-exhibit.ts";
import type { Command } from "./command.ts";
import { inOrder } from "./in-order.ts";
import { readLetterFiles } from "./letter-files.ts";
import { readOptions, readToday, UsageError } from "./options.ts";
import { showProgress } from "./progress.ts";
import { nodePlatform } from "./reading-on-node.ts";
import { sayLetter } from "./say-letter.ts";

/** `folio read`: letters in, their dates out, in the order given. */
export const read: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean" }, today: { type: "string" } },
  });
  if (positionals.length === 0) throw new UsageError("Name the files to read.");
  const today = readToday(values.today);
  const platform = nodePlatform();
  const progress = showProgress(positionals.length);
  let problems = 0;
  try {
    const readOne = (argument: string) => readLetterFiles(argument, platform, { today, signal });
    for await (const [argument, { read: result }] of inOrder(positionals, availableParallelism(), readOne)) {
      if (result.problems.length > 0) problems += 1;
      progress.done(argument);
      process.stdout.write(values.json ? `${JSON.stringify(asLine(argument, result))}\n` : sayLetter(argument, result));
    }
  } finally {
    progress.end();
    await platform.close();
  }
  return problems > 0 ? 3 : 0;
};

function asLine(argument: string, result: ReadExhibit) {
  return {
    file: argument,
    type: result.type,
    pages: result.pages.length,
    textSource: result.textSource,
    letterDate: result.letter.letterDate,
    caseReference: result.letter.caseReference,
    sender: result.letter.sender,
    kind: result.letter.kind,
    mentions: result.letter.mentions.map(asMention),
    problems: result.problems.map(({ code, message }) => ({ code, message })),
    millis: Math.round(result.millis),
  };
}

function asMention({ page, words, value, role, meaning, certainty, rule, boxes }: Mention) {
  const dated =
    value.kind === "span"
      ? { start: value.start, end: value.end }
      : { date: value.kind === "day" ? value.day : value.month };
  return { page, text: words, ...dated, role, meaning, certainty, rule, box: boxAround(boxes) };
}
