import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCase } from "#core/case-work/open-case.ts";
import { verifyCase } from "#core/case-work/verify-case.ts";
import { Problem } from "#core/problems.ts";
import { type OpenVault, unlockKeyFiles } from "#core/vault/vault.ts";
import { verifyData } from "../../src-main/cli/verify-data.ts";
import { newFindings } from "../../src-main/cli/verify-findings.ts";
import { fastKdf } from "../core/vault/key-disk.ts";
import { lettersLost } from "./sealed-numbered.ts";
import { onHost, type SmallSealed } from "./small-sealed.ts";

/**
 * What `folio verify` says of a data folder: its findings as "damage journal-damaged cases/…", or why it refuses.
 * @param head the head that a pack or export bears
 */
export async function verified({ data, words }: SmallSealed, head: string | null = null): Promise<readonly string[]> {
  const recoveryFile = join(data, "..", "words");
  await writeFile(recoveryFile, words);
  const found = newFindings();
  try {
    await verifyData({ path: data, values: { "recovery-file": recoveryFile }, head }, found);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return [`refused ${cause.code}`];
  }
  return found.list.map(({ level, what, where }) => `${level} ${what} ${where}`);
}

/** The head of a sound case, as a pack bears it. */
export async function headOfCase({ data, words }: SmallSealed, caseId: string): Promise<string> {
  return onHost(data, async (host) => {
    const files = await host.readKeyFiles();
    const { vault } = await unlockKeyFiles(files, { kind: "recovery", words }, fastKdf);
    return (await verifyCase(host, vault, caseId, () => undefined)).head;
  });
}

/** A folder for tests that share what they make; the test removes it. */
export function makeFaultsFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "folio-faults-"));
}

/** A case as opening shows it: everything in it, one text to compare, or why it can't be had. */
export interface Shown {
  readonly text: string;
  /** what was said, by code: of the keys, the case, and letters that can't be read */
  readonly said: readonly string[];
}

/** Unlocks and opens every case, as a launch that only reads does. Anything but a `Problem` fails the test. */
export async function shown(sealed: SmallSealed): Promise<Shown> {
  return onHost(sealed.data, async (host) => {
    try {
      const secret = { kind: "recovery", words: sealed.words } as const;
      const { vault, notes } = await unlockKeyFiles(await host.readKeyFiles(), secret, fastKdf);
      const cases = [];
      for (const id of sealed.caseIds) cases.push(await shownCase(host, vault, id));
      return {
        text: cases.map(({ text }) => text).join("\n"),
        said: [...notes, ...cases.flatMap(({ said }) => said)],
      };
    } catch (cause) {
      return { text: "", said: [codeOf(cause)] };
    }
  });
}

async function shownCase(host: Parameters<typeof openCase>[0], vault: OpenVault, id: string): Promise<Shown> {
  try {
    const { kept, notes } = await openCase(host, vault, id, { readOnly: true });
    const files = kept.file.exhibits.flatMap((exhibit) => exhibit.files);
    const lost = await lettersLost(kept, new Map(files.map((file) => [file.name, file.sha256])));
    return { text: JSON.stringify(kept.file), said: [...notes, ...lost.map((name) => `unreadable ${name}`)] };
  } catch (cause) {
    return { text: "", said: [codeOf(cause)] };
  }
}

function codeOf(cause: unknown): string {
  if (cause instanceof Problem) return cause.code;
  throw cause;
}
