import type { Host } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { electronHost } from "./electron-host.ts";
import { loopbackHost, takeToken } from "./loopback-host.ts";

/**
 * The host this window runs on: Electron's preload where there is one, else the loopback server that sent this
 * page. To be called once, first of all, so that the token leaves the address at once.
 *
 * @throws {Problem} `host-refused` without a (right) token, as after loading the page again; `host-gone`
 */
export async function connectHost(): Promise<Host> {
  const electron = electronHost();
  if (electron !== null) return electron;
  const token = takeToken();
  if (token === null) throw new Problem("host-refused", "no token");
  const host = loopbackHost(token);
  await host.about();
  return host;
}
