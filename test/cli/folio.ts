import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const entry = fileURLToPath(new URL("../../src-main/launch/folio.ts", import.meta.url));

/** What one run of the command line came to. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line as a person calls it, each time a process of its own, in a folder of its own. */
export interface Desk {
  readonly folder: string;
  /** with the passphrases that everything here has, or the words of a data folder that `init` made here: these are quicker */
  folio(...args: readonly string[]): Run;
  /** Makes a data folder whose recovery words unlock it from here on: no slow derivation in each run. */
  init(data: string): Run;
  /** with other environment variables beside */
  folioWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Run;
  /** A data folder that was copied from one that `init` made here: the same words unlock it. */
  sameWords(data: string, copy: string): void;
  /** begun, and not waited for */
  start(...args: readonly string[]): ReturnType<typeof spawn>;
  path(...names: readonly string[]): string;
  close(): void;
}

const passphrases = { FOLIO_PASSPHRASE: "four unusual words here", FOLIO_BUNDLE_PASSPHRASE: "for the bundle" };

export function newDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "folio-cli-"));
  const withWords = new Set<string>();
  const unlocking = (args: readonly string[]) => {
    const data = args.find((arg) => withWords.has(arg));
    return data === undefined || args.includes("--passphrase-file") ? [] : ["--recovery-file", `${data}.words`];
  };
  const folioWith: Desk["folioWith"] = (env, ...args) => {
    const run = spawnSync(process.execPath, [entry, ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 100_000_000,
      env: { ...process.env, ...passphrases, ...env },
    });
    return { code: run.status, out: run.stdout, err: run.stderr };
  };
  return {
    folder,
    folio: (...args) => folioWith({}, ...args, ...unlocking(args)),
    init: (data) => {
      const made = folioWith({}, "init", data, "--words-file", `${data}.words`);
      withWords.add(data);
      return made;
    },
    sameWords: (data, copy) => {
      copyFileSync(join(folder, `${data}.words`), join(folder, `${copy}.words`));
      withWords.add(copy);
    },
    folioWith,
    start: (...args) =>
      spawn(process.execPath, [entry, ...args, ...unlocking(args)], {
        cwd: folder,
        env: { ...process.env, ...passphrases },
      }),
    path: (...names) => join(folder, ...names),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The heads that `folio verify` told, by case. */
export function headsIn({ out }: Run): readonly string[] {
  return [...out.matchAll(/^head ([0-9a-f]{64}) of /gm)].map((found) => found[1] ?? "");
}
