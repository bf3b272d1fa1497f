import { randomBytes } from "node:crypto";
import { cp, mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "#core/problems.ts";
import type { Command } from "./command.ts";
import { needed, readOptions } from "./options.ts";
import { mustBeNewFolder } from "./write-whole.ts";

/** `folio sample`: the sample case as a folder of letters with its case.json, whole or not at all. */
export const sample: Command = async (args, signal) => {
  const { values } = readOptions({ args: [...args], options: { out: { type: "string" } } });
  const out = resolve(needed(values.out, "--out FOLDER"));
  await mustBeNewFolder(out);
  const parts = join(dirname(out), `.folio-${randomBytes(6).toString("hex")}`);
  try {
    await mkdir(parts, { recursive: true });
    for (const name of await readdir(sampleFolder)) {
      signal.throwIfAborted();
      if (notLetters.has(name)) continue;
      await cp(join(sampleFolder, name), join(parts, name));
    }
    await rmdir(out).catch(() => undefined);
    await rename(parts, out);
  } catch (cause) {
    await rm(parts, { recursive: true, force: true });
    if (signal.aborted) throw cause;
    throw new Problem("cannot-write", "", { cause, where: [out] });
  }
  process.stdout.write(`${out}\n`);
  return 0;
};

const sampleFolder = fileURLToPath(new URL("../../resources/sample-case/", import.meta.url));

/** What lies beside the sample's letters for the window and for people, and is no part of the case. */
const notLetters = new Set(["index.json", "README.md"]);
