import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { maxPartBytes } from "#core/host.ts";
import { bytesOf, endAfterTest, idOf, temporaryFolder } from "../host/temporary.ts";
import { sendCall } from "./window.ts";

const program = join(import.meta.dirname, "serve-program.ts");

/** The server in a process of its own. */
async function serve() {
  const child = spawn(process.execPath, [program, await temporaryFolder()], { stdio: ["ignore", "pipe", "inherit"] });
  endAfterTest(async () => void child.kill("SIGKILL"));
  const [said]: unknown[] = await once(child.stdout, "data");
  const { port, token } = JSON.parse(String(said)) as { port: number; token: string };
  const loopback = { url: "", port, token, close: async () => undefined };
  /** the most memory that the process ever had, in bytes */
  const peakBytes = async () => {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
  };
  return { ask: (name: string, ...args: unknown[]) => sendCall(loopback, name, args).value, peakBytes };
}

describe.skipIf(process.platform !== "linux")("a file of 200 MB", () => {
  it("passes through the host without 200 MB of memory, there and back", async () => {
    const { ask, peakBytes } = await serve();
    const lease = await ask("beginCase", idOf("a"), bytesOf("key"));
    const handle = await ask("startObject", lease, idOf("b"));
    const part = new Uint8Array(maxPartBytes).fill(7);
    const before = await peakBytes();
    for (let count = 0; count < 200; count += 1) await ask("writePart", handle, part);
    await ask("finishWrite", handle);
    const written = await peakBytes();
    for (let count = 0; count < 200; count += 1) await ask("readObject", idOf("a"), idOf("b"), count * maxPartBytes);
    const read = await peakBytes();
    const grownBy = [written - before, read - written].map((bytes) => Math.round(bytes / 1e6));
    process.stdout.write(
      `loopback host: 200 MB written with ${grownBy[0]} MB more memory, read with ${grownBy[1]} MB\n`,
    );
    expect(read - before).toBeLessThan(120e6);
  });
});
