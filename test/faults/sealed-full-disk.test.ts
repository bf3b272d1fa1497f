import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../host/temporary.ts";

const program = join(import.meta.dirname, "fill-sealed.ts");

/** Mounts a disk of 24 MB where only this command sees it; needs Linux that allows user namespaces, or root. */
const onSmallDisk = ["unshare", "-Urm", "sh", "-c", 'mount -t tmpfs -o size=24m none "$0" && exec "$@"'] as const;
const canMount = process.platform === "linux" && spawnSync("unshare", ["-Urm", "true"]).status === 0;
if (!canMount) process.stderr.write("\n*** SKIPPED: no disk can be mounted here to be filled. ***\n");

/** What writes nothing that it needs: closing a case tries to write its head, and opening it may find nothing to do. */
const mayAlwaysGo = ["close and open"];

/** FOLIO_FULL_DISK=1 leaves nine different amounts of room for each deed, which takes a minute; else two. */
describe("an open vault on a disk that is full", () => {
  it.skipIf(!canMount)(
    "says so whatever is done, loses nothing that was acknowledged, and goes on when there is room",
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
        expect(full, name).toBeGreaterThan(mayAlwaysGo.includes(name) ? -1 : 0);
      }
      const figures = Object.entries(results).map(([name, { done, full }]) => `${name} ${full} full, ${done} done`);
      process.stdout.write(`sealed full disk: ${figures.join("; ")}\n`);
    },
    300_000,
  );
});
