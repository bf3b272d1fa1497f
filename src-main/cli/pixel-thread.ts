/* Node's pixel worker: a thread that decodes TIFF and HEIC and cleans pages up, and that a limit can end. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort } from "node:worker_threads";
import type { HeifModule } from "../../src-renderer/reading/images/heic.ts";
import { answerJob, type PixelJob, toTransfer } from "../../src-renderer/reading/pixel-jobs.ts";

const require = createRequire(import.meta.url);
let heif: Promise<HeifModule> | null = null;

parentPort?.on("message", async (job: PixelJob) => {
  const answer = await answerJob(job, () => {
    heif ??= loadHeif();
    return heif;
  });
  parentPort?.postMessage(answer, toTransfer(answer));
});

async function loadHeif(): Promise<HeifModule> {
  const folder = join(dirname(require.resolve("libheif-js/package.json")), "libheif-wasm");
  const wasmBinary = await readFile(join(folder, "libheif.wasm"));
  const make: (options: { wasmBinary: Uint8Array }) => HeifModule = require(join(folder, "libheif.js"));
  return make({ wasmBinary });
}
