import { resolve } from "node:path";
import { timelineCsv } from "#core/case-work/timeline/as-csv.ts";
import { timelineIcs } from "#core/case-work/timeline/as-ics.ts";
import { timelineJson } from "#core/case-work/timeline/as-json.ts";
import { timelineRows } from "#core/case-work/timeline/timeline.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import type { Command } from "./command.ts";
import { withCase } from "./open-case.ts";
import { dataAndCase, needed, nothingMore, readOptions, UsageError } from "./options.ts";
import { mustHaveRoom } from "./outputs.ts";
import { unlockOptions } from "./secrets.ts";
import { writeWhole } from "./write-whole.ts";

const forms = ["json", "csv", "ics"] as const;

/** `folio timeline`: a case file's entries for another program, a spreadsheet or a calendar. */
export const timeline: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...unlockOptions,
      json: { type: "boolean" },
      csv: { type: "boolean" },
      ics: { type: "boolean" },
      out: { type: "string" },
    },
  });
  const { folder, named, rest } = dataAndCase(positionals);
  nothingMore(rest);
  const [form, ...others] = forms.filter((one) => values[one]);
  if (form === undefined || others.length > 0) throw new UsageError("Give one of --json, --csv and --ics.");
  const out = values.out === undefined ? null : resolve(needed(values.out, "--out FILE"));
  if (out !== null) await mustHaveRoom(out, "file");
  return withCase("read", { folder, named, values }, async ({ kept }) => {
    const text = written[form](kept.file);
    if (out === null) {
      process.stdout.write(text);
      return 0;
    }
    // Spreadsheets take a file for UTF-8 only where it begins with this mark.
    await writeWhole([{ path: out, bytes: utf8(form === "csv" ? `\ufeff${text}` : text) }], signal);
    process.stdout.write(`${out}\n`);
    return 0;
  });
};

const written: Readonly<Record<(typeof forms)[number], (file: CaseFile) => string>> = {
  json: (file) => timelineJson(timelineRows(file)),
  csv: (file) => timelineCsv(timelineRows(file)),
  ics: (file) => timelineIcs(file, new Date()),
};
