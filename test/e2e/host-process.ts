import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../..");

/** The host in a process of its own, which can be killed as a power cut or a crash would end it. */
export interface HostProcess {
  readonly url: string;
  readonly port: number;
  /** `kill -9`: nothing of its own runs any more */
  kill(): Promise<void>;
}

/** @param port the same one as before, where the browser's storage is to be found again; 0 for any */
export async function startHostProcess(dataFolder: string, port = 0): Promise<HostProcess> {
  const program = `
    import { startLoopback } from "./src-main/loopback/server.ts";
    const [dataFolder, rendererFolder, port] = process.argv.slice(1);
    const { url } = await startLoopback({ dataFolder, version: "0.0.0", rendererFolder, port: Number(port) });
    console.log(url);
  `;
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", program, dataFolder, join(root, "out/renderer"), `${port}`],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
  const url = await firstLine(child);
  return {
    url,
    port: Number(new URL(url).port),
    kill: async () => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("the host has no output");
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error("the host ended without a word");
}
