import { spawn } from "node:child_process";

/**
 * Opens an address in the default browser. Where there is none, nothing happens: the address is printed as well.
 *
 * Known weakness: while the browser starts, other users of this computer can read the address, token included, in
 * the list of programs. Handing over a private file instead fails with browsers that may not read the folder. It
 * is one reason why this way in is for trying Folio out.
 */
export function openBrowser(address: string): void {
  const [command, ...args] = opener(address);
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.once("error", () => undefined);
  child.unref();
}

/** On Windows not `start`, a word of its shell that would need the shell's own quoting. */
function opener(address: string): readonly [string, ...string[]] {
  if (process.platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", address];
  return process.platform === "darwin" ? ["open", address] : ["xdg-open", address];
}
