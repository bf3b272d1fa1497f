import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Host, maxAppendBytes, type Reply } from "#core/host.ts";
import { openParcel, packParcel } from "#core/parcel.ts";
import { Problem } from "#core/problems.ts";
import { answer } from "../host/answer.ts";
import { securityHeaders } from "../host/content-policy.ts";
import { systemCode } from "../host/disk-problems.ts";
import { nodeHost } from "../host/node-host.ts";
import { type StaticFile, staticFiles } from "../host/static-files.ts";
import { admit, type Gate } from "./admit.ts";
import { newToken } from "./token.ts";

/** Always this port: the window's storage belongs to an address, and another port would be another, empty one. */
export const loopbackPort = 47_615;

export interface LoopbackOptions {
  readonly dataFolder: string;
  readonly version: string;
  /** the built window */
  readonly rendererFolder: string;
  /** for tests only; `loopbackPort` unless told. 0 takes any free one. */
  readonly port?: number;
}

export interface Loopback {
  /** with the token in its fragment, which a browser never sends */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Folio behind http://127.0.0.1, for trying it out where Electron's runtime can't be had, and for end-to-end tests.
 * Only this computer reaches it (never 0.0.0.0 or ::), and only with the token. Nothing is logged.
 *
 * @throws {Problem} `port-busy`: no other port is tried, because the window would find another storage there
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { dataFolder, version, rendererFolder } = options;
  const files = await staticFiles(rendererFolder);
  // The window itself hands a file to the browser's downloads (src-renderer/wire): a server can't ask where to save.
  const host = nodeHost({ dataFolder, version, kind: "loopback" });
  // One visit for every page: over HTTP a window is known by its lease alone, and each lease by who keeps it.
  const visit = host.visit(keepWithinMillis);
  const gate = { port: 0, token: newToken() };
  const served: Served = { gate, files, host: visit.host, keeping: new Set() };
  const server = createServer({ maxHeaderSize: 8192 }, (request, response) => {
    serve(request, response, served).catch(() => response.destroy());
  });
  gate.port = await listen(server, options.port ?? loopbackPort);
  return {
    url: `http://127.0.0.1:${gate.port}/#${gate.token}`,
    token: gate.token,
    port: gate.port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await host.close();
    },
  };
}

/** A window keeps its lease (`keepLease`) as soon as it has it; one that is gone by then never will. */
const keepWithinMillis = 10_000;

/**
 * A browser opens six connections to one address, for all its tabs together, and each case that is held keeps one
 * open. The fifth case can only be read, so that no tab ever waits for another to be closed.
 */
const mostKept = 4;

interface Served {
  readonly gate: Gate;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly host: Host;
  /** answers that stay open for as long as a window holds a case */
  readonly keeping: Set<ServerResponse>;
}

async function serve(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const { gate, files, host } = served;
  const door = admit(request, gate);
  if (typeof door === "number") return refuse(response, door);
  if (door.kind === "file") {
    const file = files.get(door.path);
    if (file === undefined) return refuse(response, 404);
    return send(response, file.type, request.method === "HEAD" ? new Uint8Array() : await file.read());
  }
  const body = await readBody(request);
  if (body === null) return refuse(response, 413);
  const args = opened(body);
  if (door.name === "keepLease") return keepOpen(response, served, args);
  if (served.keeping.size >= mostKept && door.name === "takeCase") return reply(response, { ok: true, value: null });
  return reply(response, await answer(host, door.name, args));
}

/** A call's arguments; null, which is no list of arguments and refused as such, where the body is no parcel. */
function opened(body: Uint8Array): unknown {
  try {
    return openParcel(body);
  } catch {
    return null;
  }
}

function reply(response: ServerResponse, answered: Reply<unknown>): void {
  send(response, "application/octet-stream", packParcel(answered));
}

/**
 * Answers `keepLease` once the lease has ended, and ends the lease should the connection go first: a window that
 * was closed, loaded anew or crashed hangs up by itself. Until then a sign of life now and then, as empty parcels
 * before the true one, because a browser may give up on a server that says nothing for minutes.
 */
async function keepOpen(response: ServerResponse, { host, keeping }: Served, args: unknown): Promise<void> {
  keeping.add(response);
  const beat = setInterval(() => response.write(noParcel), beatMillis);
  response.once("close", () => {
    clearInterval(beat);
    keeping.delete(response);
    // Releasing what has ended already does nothing.
    void answer(host, "releaseCase", args);
  });
  response.writeHead(200, { ...securityHeaders, "Content-Type": "application/octet-stream" });
  response.flushHeaders();
  const answered = await answer(host, "keepLease", args);
  clearInterval(beat);
  response.end(packParcel(answered));
}

/** A parcel whose JSON is empty: what stands where nothing is said yet. */
const noParcel = new Uint8Array(4);
const beatMillis = 30_000;

/** Arguments around the bytes are ids and numbers. */
const mostBodyBytes = maxAppendBytes + 4096;

/** @returns null once the body is larger than any call's; what follows is not read */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > mostBodyBytes) return null;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) throw new TypeError("a request body is bytes");
    length += part.length;
    if (length > mostBodyBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, type: string, body: Uint8Array): void {
  response.writeHead(200, { ...securityHeaders, "Content-Type": type, "Content-Length": body.length });
  response.end(body);
}

/** Says nothing of why, and hangs up: a body that was not read must not be taken for the next request. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...securityHeaders, Connection: "close" });
  response.end();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      reject(systemCode(error) === "EADDRINUSE" ? new Problem("port-busy", `${port}`) : error);
    });
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
