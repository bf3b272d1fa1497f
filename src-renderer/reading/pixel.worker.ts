/* The window's pixel worker: decodes TIFF and HEIC and cleans pages up, so that the window itself stays live. */
import type { HeifModule } from "./images/heic.ts";
import { answerJob, type PixelJob, toTransfer } from "./pixel-jobs.ts";

let heif: Promise<HeifModule> | null = null;

self.addEventListener("message", async ({ data: job }: MessageEvent<PixelJob>) => {
  const answer = await answerJob(job, () => {
    heif ??= loadHeif();
    return heif;
  });
  self.postMessage(answer, { transfer: toTransfer(answer) });
});

/** The wasm file is fetched by itself, so that anybody may put another build of libheif in its place (LGPL). */
async function loadHeif(): Promise<HeifModule> {
  const [{ default: make }, answer] = await Promise.all([
    import("libheif-js/libheif-wasm/libheif.js"),
    fetch(new URL("/heif/libheif.wasm", self.location.href)),
  ]);
  if (!answer.ok) throw new Error("libheif.wasm is not beside the window");
  const made: unknown = make({ wasmBinary: new Uint8Array(await answer.arrayBuffer()) });
  if (!isHeif(made)) throw new Error("libheif.js is not the build that is known here");
  return made;
}

function isHeif(made: unknown): made is HeifModule {
  return typeof made === "object" && made !== null && "HeifDecoder" in made;
}
