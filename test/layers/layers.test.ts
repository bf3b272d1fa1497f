import { spawn } from "node:child_process";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowed, type Planted, refusedByLint, refusedByTypes } from "./planted.ts";

/*
 * A rule that is green may be green over nothing. So each one meets its fault once: the sources are copied, one
 * wrong file per rule is planted among them, and the compiler and the linter must name that very file.
 */
const projectFolder = resolve(import.meta.dirname, "../..");
const projects = ["src-renderer/core", "src-renderer/reading", "src-renderer", "src-main"];
let copy = "";
let saidByTypes = "";
let saidByLint = "";

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "folio-layers-"));
  for (const name of ["src-renderer", "src-main", "resources/rules", "package.json", "biome.json", ".gitignore"]) {
    await cp(join(projectFolder, name), join(copy, name), { recursive: true });
  }
  await symlink(join(projectFolder, "node_modules"), join(copy, "node_modules"), "junction");
  for (const { path, source } of [...refusedByTypes, ...refusedByLint, ...allowed]) {
    await writeFile(join(copy, path), source);
  }
  [saidByTypes, saidByLint] = await Promise.all([
    run("typescript/bin/tsc", ["-b", "--pretty", "false", ...projects]),
    run("@biomejs/biome/bin/biome", ["lint", "--max-diagnostics=none", "--colors=off", "src-renderer", "src-main"]),
  ]);
});

afterAll(() => rm(copy, { recursive: true, force: true }));

function run(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(projectFolder, "node_modules", command), ...args], { cwd: copy });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (words: string) => {
      said += words;
    });
  }
  return new Promise((resolveSaid, reject) => {
    child.once("error", reject);
    child.once("close", () => resolveSaid(said));
  });
}

/** What was said of one file: "path(1,2): error TS6307", "path:1:2 lint/style/noEnum". */
function refusalsOf(path: string, said: string): string[] {
  const lines = said.split("\n").filter((line) => line.startsWith(`${path}(`) || line.startsWith(`${path}:`));
  return lines.map((line) => /TS\d+|lint\/[\w/]+/.exec(line)?.[0] ?? line);
}

describe("a planted fault is refused where it stands", () => {
  it.each(refusedByTypes)("by the compiler: $rule", ({ path, refusal }: Planted) => {
    expect(refusalsOf(path, saidByTypes)).toContain(refusal);
  });

  it.each(refusedByLint)("by the linter: $rule", ({ path, refusal }: Planted) => {
    expect(refusalsOf(path, saidByLint)).toContain(refusal);
  });

  it.each(allowed)("but not the right arrow in $path", ({ path }) => {
    expect(refusalsOf(path, saidByTypes)).toEqual([]);
    expect(refusalsOf(path, saidByLint)).toEqual([]);
  });
});
