import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openCase } from "#core/case-work/open-case.ts";
import { verifyCase } from "#core/case-work/verify-case.ts";
import { Problem } from "#core/problems.ts";
import { draftAad, draftSealer } from "#core/vault/draft.ts";
import type { Finding } from "#core/vault/finding.ts";
import { currentKey } from "#core/vault/journal-writer.ts";
import { fromUtf8 } from "#core/vault/text-codes.ts";
import { unlockVault } from "#core/vault/vault.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { fastKdf } from "../core/vault/key-disk.ts";
import { callsLost, lettersLost } from "./sealed-numbered.ts";

const program = join(import.meta.dirname, "keep-until-killed.ts");

/** What was acknowledged, over all rounds on one folder. */
export interface Acknowledged {
  /** the recovery words, "" until they were shown */
  words: string;
  readonly calls: Set<string>;
  /** name to SHA-256 */
  readonly letters: Map<string, string>;
  /** the last draft, and how many there were */
  draft: string | null;
  drafts: number;
}

export function nothingYet(): Acknowledged {
  return { words: "", calls: new Set(), letters: new Map(), draft: null, drafts: 0 };
}

/**
 * Runs the program on a folder and kills it.
 * @param afterMillis from its first words where `early` (so that making or opening is cut off), else from when it is open
 */
export async function runAndKill(
  dataFolder: string,
  round: number,
  { afterMillis, early }: { readonly afterMillis: number; readonly early: boolean },
  so: Acknowledged,
): Promise<void> {
  const child = spawn(process.execPath, [program, dataFolder, `${round}`], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, FOLIO_TEST_WORDS: so.words },
  });
  let [said, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (words: string) => {
    said += words;
  });
  child.stderr.setEncoding("utf8").on("data", (words: string) => {
    errors += words;
  });
  const closed = once(child, "close");
  while (!said.includes(early ? "started" : "opened") && child.exitCode === null) await wait(2);
  await wait(afterMillis);
  child.kill("SIGKILL");
  await closed;
  if (errors !== "") throw new Error(`the program failed by itself: ${errors}`);
  for (const line of said.split("\n").slice(0, -1)) note(line, so);
}

function note(line: string, so: Acknowledged): void {
  const [kind = "", one = "", two = ""] = line.split(" ");
  if (kind === "words") so.words = line.slice(6);
  if (kind === "call") so.calls.add(one);
  if (kind === "letter") so.letters.set(one, two);
  if (kind === "draft") so.draft = `${one} ${two}`;
  if (kind === "draft") so.drafts += 1;
}

/** What a reopening found. */
export interface Reopened {
  readonly lost: readonly string[];
  /** "damage journal-damaged at …", and notes that aren't torn ends or objects that nobody names */
  readonly wrong: readonly string[];
  readonly torn: number;
}

/** Opens the folder as a launch does, checks all that was ever acknowledged there, and verifies the whole case. */
export async function reopen(dataFolder: string, so: Acknowledged): Promise<Reopened> {
  const host = nodeHost({ dataFolder, version: "", kind: "command-line" });
  try {
    if (so.words === "") return await reopenUnmade(host);
    const { vault, notes } = await unlockVault(host, { kind: "recovery", words: so.words }, fastKdf);
    const [first, ...others] = await host.listCases();
    if (first === undefined) {
      return { lost: so.calls.size > 0 ? ["the case"] : [], wrong: notes, torn: 0 };
    }
    const { kept, notes: caseNotes } = await openCase(host, vault, first.id);
    const lost = [...callsLost(kept, so.calls), ...(await lettersLost(kept, so.letters))];
    if (!(await isDraftThere(kept, so.draft))) lost.push(`draft ${so.draft}`);
    const findings: Finding[] = [];
    await verifyCase(host, vault, first.id, (finding) => findings.push(finding));
    const wrong = [
      ...notes,
      ...caseNotes.filter((code) => code !== "journal-torn"),
      ...findings.filter(isWrong).map(({ level, what, where }) => `${level} ${what} at ${where}`),
      ...others.map(({ id }) => `another case ${id}`),
      ...(kept.disk?.lease === null ? ["the lock is not free"] : []),
    ];
    return { lost, wrong, torn: findings.filter(({ what }) => what === "journal-torn").length };
  } finally {
    await host.close();
  }
}

function isWrong({ level, what }: Finding): boolean {
  return level === "damage" || !["journal-torn", "object-unnamed"].includes(what);
}

/** Killed before its words were shown: nothing is there yet, or the passphrase opens it. */
async function reopenUnmade(host: ReturnType<typeof nodeHost>): Promise<Reopened> {
  try {
    await unlockVault(host, { kind: "passphrase", passphrase: "plum tarpaulin" }, fastKdf);
  } catch (cause) {
    const isEmpty = cause instanceof Problem && cause.code === "vault-missing";
    if (!isEmpty) return { lost: [], wrong: [String(cause)], torn: 0 };
  }
  return { lost: [], wrong: [], torn: 0 };
}

/** A draft is the last that was acknowledged, or one after it. */
async function isDraftThere(kept: Awaited<ReturnType<typeof openCase>>["kept"], draft: string | null) {
  if (draft === null || kept.disk === null) return true;
  const { host, keys } = kept.disk;
  for (const { id, bytes } of await host.readDrafts(keys.caseId)) {
    const plain = await draftSealer(currentKey(keys)).open(draftAad(keys.caseId, id), bytes);
    const [round, number] = (plain === null ? "" : (fromUtf8(plain) ?? "")).split(" ").map(Number);
    const [lastRound, lastNumber] = draft.split(" ").map(Number);
    if (round === undefined || number === undefined || lastRound === undefined || lastNumber === undefined) continue;
    if (round > lastRound || (round === lastRound && number >= lastNumber)) return true;
  }
  return false;
}
