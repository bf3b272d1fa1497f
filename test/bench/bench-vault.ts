/**
 * The vault's part of `npm run bench`: what encryption and safe writing cost, beside programs that do the same kind of
 * work. Each part runs in a process of its own (`vault-work.ts`), so that memory is that part's alone.
 *
 *   changes: each acknowledged when it is on disk, against SQLite (one row a transaction, synchronous=FULL)
 *   sealing: an original of 500 MB sealed and stored, against `age` with a public key and `sync`
 *   opening: 10,000 changes and 2,000 letters, after the passphrase, against replaying the journal
 *   export:  a case of `FOLIO_BENCH_GB` (1 unless told) as a bundle, against `tar | age`
 */
import { spawnSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { noise } from "./large-case.ts";
import { type Measured, measuredRun } from "./measured-run.ts";

const work = fileURLToPath(new URL("./vault-work.ts", import.meta.url));
const rounds = 3;
const recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

/** Runs all four parts in a folder of their own inside `folder`. */
export async function benchVault(folder: string): Promise<void> {
  const into = join(folder, "vault");
  await mkdir(into, { recursive: true });
  await benchChanges(into);
  await benchSealing(into);
  await benchOpening(into);
  await benchExport(into);
  await rm(into, { recursive: true, force: true });
}

async function benchChanges(into: string): Promise<void> {
  console.log("Acknowledged changes, 2,000 one after the other, median of 3");
  await pairs(
    into,
    () => ({ name: "  Folio", args: [work, "changes", join(into, "changes"), "2000"] }),
    () => ({ name: "  SQLite, synchronous=FULL", args: [work, "sqlite", join(into, "peer.db"), "2000"] }),
    (run) => `${(2000 / (run.workSeconds ?? run.wallSeconds)).toFixed(0)} changes/s`,
  );
}

async function benchSealing(into: string): Promise<void> {
  const original = join(into, "original");
  await writeFile(original, noise(500_000_000));
  console.log("Sealing and storing an original of 500 MB, median of 3");
  await pairs(
    into,
    () => ({ name: "  Folio", args: [work, "seal", join(into, "sealed"), original] }),
    () => ({
      name: "  age and sync",
      command: "sh",
      args: ["-c", `age -r ${recipient} -o peer.age original && sync peer.age`],
    }),
    (run) => rate(run, 500),
  );
  await rm(original);
}

async function benchOpening(into: string): Promise<void> {
  const data = join(into, "large");
  runOrThrow([work, "make-large", data]);
  console.log("Opening 10,000 changes and 2,000 letters after the passphrase, median of 3");
  await pairs(
    into,
    () => ({ name: "  from the working copy's snapshot", args: [work, "open-snapshot", data], keep: true }),
    () => ({ name: "  from the whole journal", args: [work, "open-journal", data], keep: true }),
    (run) => `${(run.workSeconds ?? run.wallSeconds).toFixed(2)} s, peak ${run.peakMegabytes?.toFixed(0)} MB`,
  );
  await rm(data, { recursive: true, force: true });
}

async function benchExport(into: string): Promise<void> {
  const gigabytes = Number(process.env["FOLIO_BENCH_GB"] ?? "1");
  const data = join(into, "export");
  runOrThrow([work, "make-originals", data, `${gigabytes}`]);
  console.log(`Export of a case of ${gigabytes} GB, median of 3`);
  await pairs(
    into,
    () => ({ name: "  Folio's bundle", args: [work, "export", data, join(into, "out.folio")], keep: true }),
    () => ({
      name: "  tar and age",
      command: "sh",
      args: ["-c", `tar -c export | age -r ${recipient} -o peer.age`],
      keep: true,
    }),
    (run) => rate(run, gigabytes * 1000),
  );
  await rm(data, { recursive: true, force: true });
}

/** A peer is several processes, whose memory isn't measured. */
function rate(run: Measured, megabytes: number): string {
  const peak = run.workSeconds === null ? "" : `, peak ${run.peakMegabytes?.toFixed(0)} MB`;
  return `${(megabytes / seconds(run)).toFixed(0)} MB/s${peak}`;
}

interface Work {
  readonly name: string;
  readonly command?: string;
  readonly args: readonly string[];
}

/** Ours and theirs in turn, three times; the ratio is the median of the paired runs. */
async function pairs(
  into: string,
  ours: () => Work,
  theirs: () => Work,
  say: (run: Measured) => string,
): Promise<void> {
  const ran: { readonly our: Measured; readonly their: Measured | null }[] = [];
  const peer = theirs();
  const hasPeer = peer.command === undefined || spawnSync("sh", ["-c", "command -v age"]).status === 0;
  for (let round = 0; round < rounds; round += 1) {
    const our = await measuredRun(process.execPath, ours().args, into);
    const their = hasPeer ? await measuredRun(peer.command ?? process.execPath, peer.args, into) : null;
    ran.push({ our, their });
  }
  sayRuns(
    ours().name,
    ran.map(({ our }) => our),
    say,
  );
  const their = ran.flatMap((one) => (one.their === null ? [] : [one.their]));
  if (their.length < rounds) return console.log("  age is not installed here: no ratio");
  sayRuns(peer.name, their, say);
  const ratios = ran.map(({ our, their: other }) => seconds(our) / seconds(other ?? our));
  console.log(`  Folio to peer: time ${middle(ratios, (ratio) => ratio).toFixed(2)}`);
}

function sayRuns(name: string, runs: readonly Measured[], say: (run: Measured) => string): void {
  const failed = runs.filter((run) => run.exitCode !== 0).length;
  console.log(`${name}: ${say(middle(runs, seconds))}${failed === 0 ? "" : `; ${failed} runs FAILED`}`);
}

/** What the run itself measured, without the start of Node and the derivation of keys. */
function seconds(run: Measured): number {
  return run.workSeconds ?? run.wallSeconds;
}

function middle<T>(values: readonly T[], by: (value: T) => number): T {
  const sorted = [...values].sort((one, other) => by(one) - by(other));
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

function runOrThrow(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`preparing failed: ${stderr}`);
}
