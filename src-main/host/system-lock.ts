import { createHash, randomBytes } from "node:crypto";
import { link, realpath, rename, rm, stat } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isMissing, systemCode } from "./disk-problems.ts";

/** A lock of the operating system's. It ends when it is released, or at once when its process dies. */
export interface SystemLock {
  release(): Promise<void>;
}

/**
 * Takes the lock on a folder, for one purpose. Node knows no flock, so a listening local socket is the lock, named
 * after a hash of the folder's real path: only one process can listen under a name, and the system takes the name
 * back when that process is gone, however it went. No time-out, nothing to clean up by hand.
 *
 * - Linux: the abstract namespace. (An older runtime cuts such names off, all to the same one: there as on macOS.)
 * - Windows: a named pipe.
 * - macOS: a Unix socket, whose file outlives a killed process: a file that nobody answers at is put aside.
 *
 * It tells processes of one computer (one network namespace) apart, not two computers on one shared folder.
 *
 * @param folder need not be there yet
 * @returns null when somebody has it, this process included
 */
export async function takeSystemLock(folder: string, purpose: string): Promise<SystemLock | null> {
  const name = createHash("sha256")
    .update(`folio lock\0${purpose}\0${await realPathOf(folder)}`)
    .digest("hex")
    .slice(0, 40);
  if (process.platform === "win32") return lockUnder(`\\\\.\\pipe\\folio-${name}`);
  if (process.platform === "linux" && knowsAbstractNames(process.versions["uv"])) return lockUnder(`\0folio-${name}`);
  return takeSocketFile(join(tmpdir(), `folio-${name}`));
}

async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return join(await realPathOf(dirname(path)), basename(path));
  }
}

/** libuv binds such names whole since 1.46; before, it cut them off at their first byte. */
function knowsAbstractNames(version = "0.0"): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 1 || (major === 1 && minor >= 46);
}

async function lockUnder(name: string): Promise<SystemLock | null> {
  try {
    const server = await listen(name);
    return { release: () => closed(server) };
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}

/**
 * The same with a socket's file: it is made under a name of its own and linked to the lock's, which fails where
 * there is one. A file that nobody listens at any more is moved aside in one step, so that of two processes that
 * see it only one does; should it have come alive in between, it is put back. Somebody else may have linked theirs
 * meanwhile: so whoever linked looks again for a moment, and has the lock only if the file stayed their own.
 *
 * @param path at most 92 bytes: a socket's path ends at 104 on macOS
 */
export async function takeSocketFile(path: string): Promise<SystemLock | null> {
  const own = `${path}.${randomBytes(4).toString("hex")}`;
  const server = await listen(own);
  try {
    for (let tries = 0; tries < 3; tries += 1) {
      if (await linked(own, path)) {
        if (!(await staysThere(own, path))) break;
        return { release: () => rm(path, { force: true }).then(() => closed(server)) };
      }
      if (await answers(path)) break;
      await putAside(path);
    }
  } catch (error) {
    await closed(server);
    throw error;
  } finally {
    await rm(own, { force: true });
  }
  await closed(server);
  return null;
}

async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Whoever saw the dead one's file before this one came has moved it, or not, by then. */
async function staysThere(own: string, path: string): Promise<boolean> {
  const { ino } = await stat(own);
  for (let looks = 0; looks < 4; looks += 1) {
    await wait(40);
    const now = await stat(path).catch(() => null);
    if (now?.ino !== ino) return false;
  }
  return true;
}

async function putAside(path: string): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  if (await answers(aside)) await linked(aside, path);
  await rm(aside, { force: true });
}

/** Whether a living process listens there. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    // A full queue is an answer: somebody is there, only busy.
    socket.once("error", (error) => resolve(!isMissing(error) && systemCode(error) !== "ECONNREFUSED"));
  });
}

/** On Windows a pipe that is somebody else's may say EACCES. */
function isTaken(error: unknown): boolean {
  const code = systemCode(error);
  return code === "EADDRINUSE" || (process.platform === "win32" && (code === "EACCES" || code === "EPERM"));
}

function listen(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  // A lock is no reason for a process to stay: the command line ends when its work does.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ path, exclusive: true }, () => {
      server.off("error", reject);
      server.on("error", () => undefined);
      resolve(server);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
