import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../host/temporary.ts";

const program = join(import.meta.dirname, "fill-disk.ts");

/** Mounts a disk of 4 MB where only this command sees it; needs Linux that allows user namespaces, or root. */
const onSmallDisk = ["unshare", "-Urm", "sh", "-c", 'mount -t tmpfs -o size=4m none "$0" && exec "$@"'] as const;
const canMount = process.platform === "linux" && spawnSync("unshare", ["-Urm", "true"]).status === 0;
if (!canMount) process.stderr.write("\n*** SKIPPED: no disk can be mounted here to be filled. ***\n");

/** Calls that delete or move nothing but a few bytes: these may go through however full the disk is. */
const small = ["eraseParts"];

describe("where the disk is full", () => {
  it.skipIf(!canMount)(
    "every call that writes says so, nothing of what did not fit counts or is left, and all goes on when there is room",
    async () => {
      const folder = await temporaryFolder();
      const [command = "", ...args] = onSmallDisk;
      const { stdout } = spawnSync(command, [...args, folder, process.execPath, program, folder], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      const results = JSON.parse(stdout) as Record<string, { done: number; full: number; wrong: string[] }>;
      expect(Object.keys(results)).toHaveLength(10);
      for (const [name, { done, full, wrong }] of Object.entries(results)) {
        expect(wrong, name).toEqual([]);
        expect(done, name).toBeGreaterThan(0);
        expect(full, name).toBeGreaterThan(small.includes(name) ? -1 : 0);
      }
    },
  );
});
