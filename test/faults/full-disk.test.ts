import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../host/temporary.ts";

const program = join(import.meta.dirname, "fill-disk.ts");

/** Mounts a disk of 3 MB where only this command sees it; needs Linux that allows user namespaces, or root. */
const onSmallDisk = ["unshare", "-Urm", "sh", "-c", 'mount -t tmpfs -o size=3m none "$0" && exec "$@"'] as const;
/** Lets no file grow beyond 1.5 MB (EFBIG instead of ENOSPC): the same path through our code, on any Unix. */
const withSmallFiles = ["sh", "-c", 'ulimit -f 3000 && exec "$@"'] as const;

const canMount = process.platform === "linux" && spawnSync("unshare", ["-Urm", "true"]).status === 0;
const isUnix = process.platform !== "win32";
if (!canMount) process.stderr.write("\n*** SKIPPED: no disk can be mounted here to be filled. ***\n");

describe("where the disk is full", () => {
  it.skipIf(!canMount)(
    "nothing of what did not fit counts, and nothing is left of it (a real small disk)",
    async () => {
      const folder = await temporaryFolder();
      expectNothingHalf(run([...onSmallDisk, folder], folder));
    },
  );

  it.skipIf(!isUnix)("nothing of what did not fit counts, and nothing is left of it (a limit on files)", async () => {
    const folder = await temporaryFolder();
    expectNothingHalf(run([...withSmallFiles, folder], folder));
  });
});

function run([command = "", ...args]: readonly string[], dataFolder: string): unknown {
  const { stdout } = spawnSync(command, [...args, process.execPath, program, dataFolder], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(stdout);
}

function expectNothingHalf(found: unknown): void {
  expect(found).toMatchObject({
    object: "disk-full",
    pack: "disk-full",
    journal: "disk-full",
    again: "disk-full",
    tornBytes: 0,
    left: ["cases"],
  });
  const { whole, answered } = found as { whole: number; answered: number };
  expect(answered).toBeGreaterThan(100);
  expect(whole).toBe(answered);
}
