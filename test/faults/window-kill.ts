/**
 * `node test/faults/window-kill.ts --over chromium|electron --rounds N [--seconds S]`: a person's work in the real window, killed
 * outright (`kill -9`) at a random moment within S seconds: in turn the whole of Chromium and the host, or Electron's main process. After
 * each the folder is opened and read to the last byte, and Folio is started again and unlocked as a person would. Says
 * in one line what was kept and lost; ends with 1 where anything was. 500 rounds take about three hours.
 *
 * Electron needs a screen (`xvfb-run -a`) and its runtime (ELECTRON_OVERRIDE_DIST_PATH, where it isn't installed).
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openCase } from "#core/case-work/open-case.ts";
import { verifyCase } from "#core/case-work/verify-case.ts";
import type { Finding } from "#core/vault/finding.ts";
import { argon2id } from "#core/vault/kdf.ts";
import { type OpenVault, unlockVault } from "#core/vault/vault.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { buildIfStale } from "../../src-main/launch/build-if-stale.ts";
import { installedRuntime } from "../../src-main/launch/electron-runtime.ts";
import { beginCase, passphrase } from "../e2e/window.ts";
import { overChromium, overElectron, type StartKillable } from "./killable.ts";
import { lettersLost } from "./sealed-numbered.ts";
import { nothingShown, type ShownAsKept, unlockAndLook, workInWindow } from "./window-work.ts";

const projectFolder = join(import.meta.dirname, "../..");
const { values } = parseArgs({
  options: {
    over: { type: "string", default: "chromium" },
    rounds: { type: "string", default: "4" },
    seconds: { type: "string", default: "12" },
  },
});
const rounds = Number(values.rounds);
/** Then a new folder is begun: everything in it is read after each round. */
const roundsOnOneFolder = 15;
/** What was typed so long before comes back. */
const draftMillis = 2000;
const sum = { calls: 0, letters: 0, drafts: 0, torn: 0, slowestOpenMillis: 0, wrong: 0 };

await buildIfStale(projectFolder);
for (let first = 0; first < rounds; first += roundsOnOneFolder) {
  const folder = await mkdtemp(join(tmpdir(), "folio-window-kill-"));
  try {
    await roundsOn(folder, first, Math.min(rounds, first + roundsOnOneFolder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
const { wrong, ...figures } = sum;
process.stdout.write(`window kill over ${values.over}: ${rounds} rounds, ${wrong} wrong, ${JSON.stringify(figures)}\n`);
process.exitCode = wrong > 0 ? 1 : 0;

async function roundsOn(folder: string, from: number, to: number): Promise<void> {
  const start = await starter(folder);
  const so = nothingShown();
  let [vault, draftDue]: [OpenVault | null, boolean] = [null, false];
  for (let round = from; round < to; round += 1) {
    const folio = await start(round);
    if (round === from) await beginCase(folio.page, "Killed");
    else await look(folio.page, so, draftDue, round);
    const killedAt = await workAndKill(folio, round, so);
    draftDue = so.draft !== null && killedAt - so.draft.typedAt > draftMillis;
    // Killed sooner than it is promised to be on disk: from here on nobody knows which one is there.
    if (!draftDue) so.draft = null;
    vault = await readAll(join(folder, "data"), so, vault, round);
  }
  const last = await start(-1);
  await look(last.page, so, draftDue, to);
  await last.kill();
  sum.calls += so.calls.size;
  sum.letters += so.letters.size;
}

async function starter(folder: string): Promise<StartKillable> {
  if (values.over === "chromium") return overChromium(folder);
  const program = await installedRuntime(projectFolder);
  if (program === null) throw new Error("Electron's runtime is not there");
  return overElectron(folder, program, projectFolder);
}

async function look(page: Parameters<typeof unlockAndLook>[0], so: ShownAsKept, draftDue: boolean, round: number) {
  const found = await unlockAndLook(page, passphrase, so, draftDue);
  sum.slowestOpenMillis = Math.max(sum.slowestOpenMillis, found.openMillis);
  if (draftDue) sum.drafts += 1;
  for (const words of found.wrong) sayWrong(round, words);
}

/** @returns when it was killed */
async function workAndKill(folio: Awaited<ReturnType<StartKillable>>, round: number, so: ShownAsKept): Promise<number> {
  let isOver = false;
  const work = workInWindow(folio.page, round, so, () => isOver).catch((cause: unknown) =>
    sayWrong(round, String(cause)),
  );
  await wait(500 + Math.random() * 1000 * Number(values.seconds));
  isOver = true;
  const killedAt = Date.now();
  await folio.kill();
  await work;
  return killedAt;
}

/** Reads the folder through the core, to the last byte. The host may be running: nothing is taken for writing. */
async function readAll(
  dataFolder: string,
  so: ShownAsKept,
  before: OpenVault | null,
  round: number,
): Promise<OpenVault> {
  const host = nodeHost({ dataFolder, version: "", kind: "command-line" });
  try {
    const vault = before ?? (await unlockVault(host, { kind: "passphrase", passphrase }, argon2id)).vault;
    const [only, ...others] = await host.listCases();
    if (only === undefined || others.length > 0) throw new Error("there is one case");
    const { kept, notes } = await openCase(host, vault, only.id, { readOnly: true });
    for (const note of notes) sayWrong(round, `opening says ${note}`);
    const there = new Set(kept.file.calls.map(({ who }) => who));
    for (const who of so.calls) if (!there.has(who)) sayWrong(round, `lost the call with ${who}`);
    for (const name of await lettersLost(kept, so.letters)) sayWrong(round, `lost ${name}`);
    await verifyCase(host, vault, only.id, (finding) => noteFinding(finding, round));
    return vault;
  } finally {
    await host.close();
  }
}

function noteFinding({ level, what, where }: Finding, round: number): void {
  if (what === "journal-torn") sum.torn += 1;
  else if (what !== "object-unnamed") sayWrong(round, `${level} ${what} at ${where}`);
}

function sayWrong(round: number, words: string): void {
  sum.wrong += 1;
  process.stderr.write(`round ${round}: ${words}\n`);
}
