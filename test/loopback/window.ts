import { mkdir, writeFile } from "node:fs/promises";
import { type ClientRequest, request } from "node:http";
import { join } from "node:path";
import { openParcel, packParcel } from "#core/parcel.ts";
import { type Loopback, startLoopback } from "../../src-main/loopback/server.ts";
import { endAfterTest, temporaryFolder } from "../host/temporary.ts";

/** The loopback host on a data folder of its own, behind a window that is one empty page. */
export async function startServer(): Promise<Loopback & { readonly dataFolder: string }> {
  const folder = await temporaryFolder();
  const [dataFolder, rendererFolder] = [join(folder, "data"), join(folder, "window")];
  await mkdir(rendererFolder, { recursive: true });
  await writeFile(join(rendererFolder, "index.html"), "<!doctype html><title>Folio</title>");
  const loopback = await startLoopback({ dataFolder, rendererFolder, version: "1.2.3", port: 0 });
  endAfterTest(loopback.close);
  return { ...loopback, dataFolder };
}

/** A call whose connection the test can end. `value` is what it was answered, undefined where it wasn't. */
export interface SentCall {
  readonly sent: ClientRequest;
  readonly value: Promise<unknown>;
}

/** Sends one call on a connection of its own, as a page that is open does. */
export function sendCall({ port, token }: Loopback, name: string, args: unknown): SentCall {
  const body = packParcel(args);
  const sent = request({
    host: "127.0.0.1",
    port,
    method: "POST",
    path: `/host/${name}`,
    agent: false,
    headers: { origin: `http://127.0.0.1:${port}`, "x-folio-token": token, "content-length": body.length },
  });
  const value = new Promise<unknown>((resolve) => {
    sent.on("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve(answerIn(Buffer.concat(parts))));
      response.on("error", () => resolve(undefined));
    });
    sent.on("error", () => resolve(undefined));
  });
  sent.end(body);
  return { sent, value };
}

/** The value that was answered, or the code of the problem. */
function answerIn(body: Buffer): unknown {
  const reply: unknown = openParcel(body);
  if (typeof reply !== "object" || reply === null) return reply;
  return "value" in reply ? reply.value : "code" in reply ? reply.code : undefined;
}
