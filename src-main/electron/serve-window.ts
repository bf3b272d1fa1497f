import { protocol } from "electron";
import { securityHeaders } from "../host/content-policy.ts";
import { staticFiles } from "../host/static-files.ts";
import { origin, scheme } from "./addresses.ts";

/** To be called before the app is ready: `app:` behaves like https (an origin, CSP, fetch, workers, storage). */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Answers `app://folio/…` with the built window's files; another host, method or path gets nothing. */
export async function serveWindow(rendererFolder: string): Promise<void> {
  const files = await staticFiles(rendererFolder);
  protocol.handle(scheme, async (request) => {
    const address = new URL(request.url);
    const file = request.url.startsWith(`${origin}/`) ? files.get(address.pathname) : undefined;
    if (file === undefined || request.method !== "GET") return new Response(null, { status: 404 });
    return new Response(await file.read(), { headers: { ...securityHeaders, "Content-Type": file.type } });
  });
}
