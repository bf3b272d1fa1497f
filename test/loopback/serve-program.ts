/** A loopback host in a process of its own, so that its memory can be looked at. Run by memory.test.ts with a folder. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startLoopback } from "../../src-main/loopback/server.ts";

const folder = process.argv[2] ?? "";
const rendererFolder = join(folder, "window");
await mkdir(rendererFolder, { recursive: true });
await writeFile(join(rendererFolder, "index.html"), "<!doctype html><title>Folio</title>");
const { port, token } = await startLoopback({ dataFolder: join(folder, "data"), rendererFolder, version: "", port: 0 });
process.stdout.write(`${JSON.stringify({ port, token })}\n`);
