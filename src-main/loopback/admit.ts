import type { IncomingMessage } from "node:http";
import { isToken, tokenHeader } from "./token.ts";

/** Which door a request came to: a file of the window, a call, or none. */
export type Door = { readonly kind: "file"; readonly path: string } | { readonly kind: "call"; readonly name: string };

export interface Gate {
  readonly port: number;
  readonly token: string;
}

/**
 * Who may talk to Folio over 127.0.0.1. Every page in every browser on this computer can send requests to this
 * address, so nothing is taken on trust:
 *
 * - `Host` must be ours to the letter: a name that was made to point at 127.0.0.1 (DNS rebinding) is refused;
 * - `Origin` must be ours to the letter, and may be missing only where a browser sends none (getting a file);
 * - what browsers say of where a request comes from (`Sec-Fetch-Site`) must be "from here" or "typed in";
 * - a call is a POST with our token in a header that no foreign page can set without being asked first (CORS
 *   preflight, which is never answered).
 *
 * @returns the door, or the status to refuse with
 */
export function admit(request: IncomingMessage, gate: Gate): Door | 403 | 404 | 405 {
  const { host, origin, "sec-fetch-site": site } = request.headers;
  const address = `127.0.0.1:${gate.port}`;
  if (host !== address) return 403;
  if (origin !== undefined && origin !== `http://${address}`) return 403;
  if (site !== undefined && site !== "same-origin" && site !== "none") return 403;
  const path = request.url ?? "";
  if (!path.startsWith("/host/")) {
    return request.method === "GET" || request.method === "HEAD" ? { kind: "file", path } : 405;
  }
  if (request.method !== "POST") return 405;
  if (origin === undefined || !isToken(request.headers[tokenHeader], gate.token)) return 403;
  return /^\/host\/[a-zA-Z]+$/.test(path) ? { kind: "call", name: path.slice("/host/".length) } : 404;
}
