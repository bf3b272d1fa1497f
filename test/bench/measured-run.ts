import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What one run of a command took. CPU and memory are null where the system has no /proc. */
export interface Measured {
  readonly wallSeconds: number;
  /** user and system time of the process and the children it waited for */
  readonly cpuSeconds: number | null;
  /** the process's own high-water mark, in MB (1,000,000 bytes) */
  readonly peakMegabytes: number | null;
  readonly exitCode: number | null;
  /** what the run itself says its work took (a last line `work SECONDS`), without start-up; null where it says nothing */
  readonly workSeconds: number | null;
}

const clockTicksASecond = 100;

/**
 * Runs a command to its end and measures it from outside, by looking at /proc every 10 ms: the last look before it
 * ends is what counts, so times are right to about that.
 */
export async function measuredRun(command: string, args: readonly string[], cwd: string): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  child.stdout.on("data", (part: Buffer) => {
    said = (said + part.toString("utf8")).slice(-200);
  });
  let cpuSeconds: number | null = null;
  let peakMegabytes: number | null = null;
  const look = () => {
    cpuSeconds = cpuOf(child.pid) ?? cpuSeconds;
    peakMegabytes = peakOf(child.pid) ?? peakMegabytes;
  };
  const timer = setInterval(look, 10);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    const work = /work ([\d.]+)\s*$/.exec(said)?.[1];
    const workSeconds = work === undefined ? null : Number(work);
    return { wallSeconds: (performance.now() - begun) / 1000, cpuSeconds, peakMegabytes, exitCode, workSeconds };
  } finally {
    clearInterval(timer);
  }
}

function cpuOf(pid: number | undefined): number | null {
  const fields = readProc(pid, "stat")
    ?.replace(/^.*\) /s, "")
    .split(" ");
  if (fields === undefined) return null;
  // Counted from the state field: utime, stime, cutime and cstime are the 12th to 15th after the name (man proc).
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / clockTicksASecond;
}

function peakOf(pid: number | undefined): number | null {
  const found = /VmHWM:\s+(\d+) kB/.exec(readProc(pid, "status") ?? "");
  return found === null ? null : (Number(found[1]) * 1024) / 1e6;
}

function readProc(pid: number | undefined, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return null;
  }
}
