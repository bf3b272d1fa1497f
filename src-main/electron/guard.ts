import { type App, type Session, session, type WebContents } from "electron";
import { isOurs } from "./addresses.ts";

/**
 * Shuts every door that Folio doesn't use, for every window and every session there may ever be. A page that was
 * taken over (by a hostile PDF, say) can then neither go elsewhere, nor send, nor fetch, nor ask for anything.
 *
 * @param developing whether Chromium's own tools may be opened: never in a packaged app
 */
export function guard(app: App, developing: boolean): void {
  app.on("web-contents-created", (_event, contents) => guardContents(contents, developing));
  app.on("session-created", (created) => guardSession(created, developing));
}

/** The default session is made before anybody can listen for it. To be called once the app is ready. */
export function guardDefaultSession(developing: boolean): void {
  guardSession(session.defaultSession, developing);
}

/**
 * Switches for Chromium, before it is ready: no name is ever looked up, no background request made, no prediction.
 * "Not one packet leaves" is then true of the browser itself, not only of our page.
 */
export function silenceChromium(app: App): void {
  const { commandLine } = app;
  // As root on Linux (build machines) there is no sandbox to enable, and Chromium would end: see launch/run-electron.ts.
  if (!commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  for (const name of [
    "disable-background-networking",
    "disable-component-update",
    "disable-domain-reliability",
    "disable-breakpad",
    "no-pings",
    "no-proxy-server",
  ]) {
    commandLine.appendSwitch(name);
  }
}

/**
 * Takes back, before Chromium is ready, what a changed shortcut is enough to ask for: a port at which every program and
 * every user of this computer can look into the open window, or a record of what happens in it.
 */
export function refusePrying(app: App, developing: boolean): void {
  if (developing) return;
  for (const name of pryingSwitches) app.commandLine.removeSwitch(name);
}

const pryingSwitches = [
  "remote-debugging-port",
  "remote-debugging-pipe",
  "remote-debugging-address",
  "remote-allow-origins",
  "auto-open-devtools-for-tabs",
  "enable-logging",
  "log-file",
  "log-net-log",
  "trace-startup",
  "js-flags",
  "renderer-cmd-prefix",
  "disable-web-security",
];

function guardContents(contents: WebContents, developing: boolean): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  // Also stops a file that is dropped beside the drop area from replacing the window.
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  if (!developing) contents.on("devtools-opened", () => contents.closeDevTools());
}

function guardSession(guarded: Session, developing: boolean): void {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  guarded.on("will-download", (event) => event.preventDefault());
  guarded.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOurs(url) && !(developing && url.startsWith("devtools://")) });
  });
  // Chromium fetches spelling dictionaries from the network: switched off, and pointed nowhere.
  guarded.setSpellCheckerEnabled(false);
  guarded.setSpellCheckerLanguages([]);
}
