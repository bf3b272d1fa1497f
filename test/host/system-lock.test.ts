import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type SystemLock, takeSocketFile, takeSystemLock } from "../../src-main/host/system-lock.ts";
import { begun, endAfterTest, hostOn, idOf, temporaryFolder } from "./temporary.ts";

const program = join(import.meta.dirname, "hold-lock-program.ts");
const caseId = idOf("a");

/** Another process that tries to take a lock and stays. */
async function another(...args: readonly string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  endAfterTest(async () => void child.kill("SIGKILL"));
  const [said]: unknown[] = child.stdout === null ? [] : await once(child.stdout, "data");
  return { child, said: String(said).trim() };
}

async function killed({ child }: { child: ChildProcess }): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

describe("a case that another process holds", () => {
  it("can't be taken, and can be as soon as that process was killed", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    await host.releaseCase(await begun(host, caseId));
    const other = await another("case", folder, caseId);
    expect(other.said).toBe("held");
    expect(await host.takeCase(caseId)).toBeNull();
    await killed(other);
    expect(await host.takeCase(caseId)).not.toBeNull();
    expect((await another("case", folder, caseId)).said).toBe("busy");
  });

  it.skipIf(process.platform === "win32")("is the same case through a link to the data folder", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "data"));
    await symlink(join(folder, "data"), join(folder, "link"));
    await begun(hostOn(join(folder, "data")), caseId);
    expect(await hostOn(join(folder, "link")).takeCase(caseId)).toBeNull();
  });
});

describe("a lock", () => {
  it("is for one purpose and one folder", async () => {
    const folder = await temporaryFolder();
    const locks = await Promise.all([
      takeSystemLock(folder, "keys"),
      takeSystemLock(folder, "backup"),
      takeSystemLock(join(folder, "not there yet"), "keys"),
      takeSystemLock(folder, "keys"),
    ]);
    expect(locks.map((lock) => lock !== null)).toEqual([true, true, true, false]);
    for (const lock of locks) await lock?.release();
    const again = await takeSystemLock(folder, "keys");
    expect(again).not.toBeNull();
    await again?.release();
  });

  it("is had by one of many who ask at once", async () => {
    const folder = await temporaryFolder();
    const locks = await Promise.all(Array.from({ length: 20 }, () => takeSystemLock(folder, "case")));
    const had = locks.filter((lock) => lock !== null);
    expect(had).toHaveLength(1);
    await had[0]?.release();
  });
});

describe.skipIf(process.platform === "win32")("a lock by a socket's file, as on macOS", () => {
  it("can't be taken while its process lives, and can be once it was killed, though the file is still there", async () => {
    const path = join(await temporaryFolder(), "lock");
    const other = await another("socket-file", path);
    expect(other.said).toBe("held");
    expect(await takeSocketFile(path)).toBeNull();
    await killed(other);
    expect(await readdir(join(path, ".."))).toEqual(["lock"]);
    const lock = await takeSocketFile(path);
    expect(lock).not.toBeNull();
    expect(await takeSocketFile(path)).toBeNull();
    await lock?.release();
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  it("is had by at most one of many who find a dead one's file, and by one who asks after them", async () => {
    const path = join(await temporaryFolder(), "lock");
    await killed(await another("socket-file", path));
    const locks = await Promise.all(Array.from({ length: 12 }, () => takeSocketFile(path)));
    const had = locks.filter((lock): lock is SystemLock => lock !== null);
    expect(had.length).toBeLessThanOrEqual(1);
    for (const lock of had) await lock.release();
    const after = await takeSocketFile(path);
    expect(after).not.toBeNull();
    await after?.release();
  });
});
