import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { endAfterTest, temporaryFolder } from "../host/temporary.ts";
import { beginRounds, expectAllThere, roundsAsked, runAndStop, sweepNow } from "./stopped-round.ts";

/*
 * Power cuts: a real ext4 on a loop device is shut down without flushing its log (EXT4_IOC_SHUTDOWN) while the host
 * writes to it, then mounted again, which replays what its journal has. Needs root, loop devices and Python or Perl.
 */
const rounds = roundsAsked("FOLIO_POWER_ROUNDS", 3);
const [requestNumber, noLogFlush] = [0x8004587d, 2];

/* Each waits for a byte, so that the cut comes at once when it is asked for, and not when an interpreter has begun. */
const python = `import fcntl, os, struct, sys
disk = os.open(sys.argv[1], os.O_RDONLY)
print("ready", flush=True)
sys.stdin.read(1)
fcntl.ioctl(disk, ${requestNumber}, struct.pack("I", ${noLogFlush}))`;
const perl = `$| = 1; opendir(my $d, $ARGV[0]) or die; print "ready"; getc(STDIN);
my $f = pack("L", ${noLogFlush}); ioctl($d, ${requestNumber}, $f) or die`;
const cutters = [
  ["python3", "-c", python],
  ["perl", "-e", perl],
] as const;

/** Readies a cut of this disk; the function makes it. */
async function readyToCut([command, flag, program]: (typeof cutters)[number], place: string) {
  const cutter = spawn(command, [flag, program, place], { stdio: ["pipe", "pipe", "inherit"] });
  await once(cutter.stdout, "data");
  return async () => {
    const done = once(cutter, "exit");
    cutter.stdin.end("x");
    expect((await done)[0], "the disk was shut down").toBe(0);
  };
}

/** Makes a disk of 192 MB and mounts it; says why not where it can't be. */
async function mountDisk(): Promise<{ place: string; image: string } | string> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "only root on Linux can mount a disk";
  const folder = await temporaryFolder();
  const [image, place] = [join(folder, "disk.img"), join(folder, "disk")];
  await mkdir(place);
  const file = await open(image, "w");
  await file.truncate(192 * 1024 * 1024);
  await file.close();
  if (!runs("mkfs.ext4", "-q", "-F", image)) return "there is no mkfs.ext4";
  if (!runs("mount", "-o", "loop", image, place)) return "no loop device can be mounted";
  endAfterTest(async () => void runs("umount", place));
  return { place, image };
}

function runs(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

describe("power cut at a random moment", () => {
  it(
    `loses nothing that was answered, round after round on one disk (${rounds} rounds)`,
    async ({ skip }) => {
      const cutter = cutters.find(([command, flag]) => runs(command, flag, command === "perl" ? "1" : "0"));
      const disk = cutter === undefined ? "there is neither Python nor Perl" : await mountDisk();
      if (typeof disk === "string" || cutter === undefined) {
        process.stderr.write(`\n*** SKIPPED: no power was cut, because ${disk}. ***\n\n`);
        return skip();
      }
      const data = join(disk.place, "data");
      await beginRounds(data);
      const sum = { frames: 0, objects: 0, unanswered: 0, torn: 0 };
      for (let round = 0; round < rounds; round += 1) {
        const cut = await readyToCut(cutter, disk.place);
        const stop = async (child: ChildProcess) => {
          await cut();
          child.kill("SIGKILL");
        };
        const answered = await runAndStop(data, round, Math.random() * 400, { stop, killed: false });
        expect(runs("umount", disk.place) && runs("mount", "-o", "loop", disk.image, disk.place)).toBe(true);
        const { unanswered, torn } = await expectAllThere(data, round, answered);
        await sweepNow(data);
        sum.frames += answered.before("frame");
        sum.objects += answered.before("object");
        sum.unanswered += unanswered;
        sum.torn += torn;
      }
      expect(sum.frames).toBeGreaterThan(0);
      process.stdout.write(`power: ${rounds} rounds, ${JSON.stringify(sum)}\n`);
    },
    60_000 + rounds * 10_000,
  );
});
