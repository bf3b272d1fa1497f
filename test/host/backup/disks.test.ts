import { spawnSync } from "node:child_process";
import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { idOf, temporaryFolder } from "../temporary.ts";
import { chosen, contents, restoredFrom, root, setsIn, smallVault } from "./small-vault.ts";

const program = join(import.meta.dirname, "small-disk-program.ts");
const [caseA, one] = [idOf("a"), idOf("1")];

/** Mounts a disk of 3 MB where only this command sees it; needs Linux that allows user namespaces, or root. */
const onSmallDisk = ["unshare", "-Urm", "sh", "-c", 'mount -t tmpfs -o size=3m none "$0" && exec "$@"'] as const;
const canMount = process.platform === "linux" && spawnSync("unshare", ["-Urm", "true"]).status === 0;
if (!canMount) process.stderr.write("\n*** SKIPPED: no disk can be mounted here to be filled or made read-only. ***\n");

describe("a backup disk", () => {
  it.skipIf(!canMount)(
    "that is full or read-only is said so; the last good set stays as it was, and it goes on when there is room",
    async () => {
      const disk = await temporaryFolder();
      const [command, ...args] = onSmallDisk;
      const { stdout } = spawnSync(command, [...args, disk, process.execPath, program, disk], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      expect(JSON.parse(stdout)).toEqual({
        first: null,
        full: "disk-full",
        untouched: true,
        halves: [],
        restores: true,
        readOnly: "cannot-write",
        restoresReadOnly: true,
        withRoom: null,
        restoreFull: "disk-full",
        leftOfRestore: [],
      });
    },
  );

  it("that isn't there is said so, and nothing is begun in its place", async () => {
    const vault = await smallVault();
    const backups = await chosen(vault);
    const good = await backups.backUpNow();
    const elsewhere = join(await temporaryFolder(), "elsewhere");
    await rename(vault.disk, elsewhere);
    expect(await backups.backUpNow()).toMatchObject({
      problem: "backup-missing",
      lastGoodAt: good.lastGoodAt,
      behind: true,
    });
    await rename(elsewhere, vault.disk);
    expect(await backups.backUpNow()).toMatchObject({ problem: null, behind: false });
  });

  it("that is only an empty folder where it was plugged in before counts as not there", async () => {
    const vault = await smallVault();
    const backups = await chosen(vault);
    await rename(join(vault.disk, "Folio backup"), join(vault.disk, "aside"));
    expect(await backups.backUpNow()).toMatchObject({ problem: "backup-missing" });
    expect(await readdir(vault.disk)).toEqual(["aside"]);
    await backups.chooseBackupFolder("");
    expect(await backups.backUpNow()).toMatchObject({ problem: null });
  });

  it("that is pulled out midway leaves the last good set whole, and the next backup goes on", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    const backups = await chosen(vault);
    const good = await backups.backUpNow();
    const before = await contents(vault.data);
    for (const digit of "0123456789") await vault.keepObject(caseA, idOf(digit), 1_500_000);
    const elsewhere = join(await temporaryFolder(), "elsewhere");
    const running = backups.backUpNow();
    const objects = join(root(vault.disk), "objects", caseA);
    while ((await readdir(objects).catch(() => [])).length < 3) await new Promise((resolve) => setImmediate(resolve));
    await rename(vault.disk, elsewhere);
    expect(await running).toMatchObject({ problem: "backup-missing", lastGoodAt: good.lastGoodAt });
    expect(await contents(await restoredFrom(elsewhere))).toEqual(before);
    await rename(elsewhere, vault.disk);
    expect((await backups.backUpNow()).problem).toBeNull();
    expect(await contents(await restoredFrom(vault.disk))).toEqual(await contents(vault.data));
  });
});

describe("automatic backups", () => {
  it("come a moment after a change, then no more often than they may, and at the end", async () => {
    const vault = await smallVault();
    const backups = await chosen(vault, { afterChangeMillis: 20, betweenMillis: 800 });
    await waitFor(async () => (await setsIn(vault.disk)).length === 1);
    const began = Date.now();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    backups.noteChange(caseA);
    expect(await backups.backupState()).toMatchObject({ behind: true });
    await waitFor(async () => (await setsIn(vault.disk)).length === 2);
    expect(Date.now() - began).toBeGreaterThan(300);
    await vault.append(caseA, one);
    backups.noteChange(caseA);
    await backups.close();
    expect(await setsIn(vault.disk)).toHaveLength(3);
  });

  it("are broken off at the end where they take too long, and nothing half counts", async () => {
    const vault = await smallVault();
    const backups = await chosen(vault, { closingMillis: 1 });
    await backups.backUpNow();
    await vault.beginCase(caseA);
    for (const digit of "0123456789abcdef") await vault.keepObject(caseA, idOf(digit), 3_000_000);
    backups.noteChange(caseA);
    await backups.close();
    expect(await setsIn(vault.disk)).toHaveLength(1);
    const left = Object.keys(await contents(vault.disk)).filter((path) => path.includes("folio-part"));
    expect(left).toEqual([]);
  });
});

async function waitFor(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 10));
}
