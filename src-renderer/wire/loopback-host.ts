import type { Host } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { openParcel, packParcel } from "#core/parcel.ts";
import { Problem } from "#core/problems.ts";
import { withDownloads } from "./downloads.ts";
import { hostOver } from "./host-over.ts";

/**
 * The host behind this page's own address; saved files go to the browser's downloads. A server hears nothing of the
 * computer's being locked, and a call that is never answered would hold one of the few connections: it isn't sent.
 */
export function loopbackHost(token: string): Host {
  const host = hostOver(async (name, args) => {
    const response = await post(name, token, packParcel(args));
    if (!response.ok) throw new Problem("host-refused", `status ${response.status}`);
    return openParcel(withoutBeats(await received(response)));
  });
  return { ...withDownloads(host), waitForLock: () => new Promise(() => {}) };
}

/** Before an answer that takes long the server sends empty parcels, four zero bytes each, so that nobody gives up. */
function withoutBeats(body: Uint8Array): Uint8Array {
  let at = 0;
  while (body.length - at > 4 && body.subarray(at, at + 4).every((byte) => byte === 0)) at += 4;
  return body.subarray(at);
}

/**
 * The token out of the address's fragment, and the fragment out of the address, so that it is neither bookmarked
 * nor copied along. From here on it is in memory only: a page that is loaded again has none and is told to start
 * Folio again. (sessionStorage would survive that, but a browser writes it to disk, readable by extensions.)
 */
export function takeToken(): string | null {
  const token = /^#([A-Za-z0-9_-]{43})$/.exec(window.location.hash)?.[1] ?? null;
  if (window.location.hash !== "") window.history.replaceState(null, "", window.location.pathname);
  return token;
}

async function post(name: string, token: string, body: Bytes): Promise<Response> {
  try {
    return await fetch(`/host/${name}`, {
      method: "POST",
      headers: { "x-folio-token": token, "content-type": "application/octet-stream" },
      body,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
  } catch (error) {
    throw new Problem("host-gone", "", { cause: error });
  }
}

async function received(response: Response): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new Problem("host-gone", "", { cause: error });
  }
}
