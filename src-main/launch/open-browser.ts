import { spawn } from "node:child_process";

/**
 * Opens an address in the default browser. Where there is none, nothing happens: the address is printed as well.
 * Browsers other than the default one, and their flags, are the person's business.
 */
export function openBrowser(address: string): void {
  const [command, ...args] = opener(address);
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.once("error", () => undefined);
  child.unref();
}

/** `start` is a word of Windows' shell, whose first quoted argument is a title. */
function opener(address: string): readonly [string, ...string[]] {
  if (process.platform === "win32") return ["cmd", "/c", "start", '""', address];
  return process.platform === "darwin" ? ["open", address] : ["xdg-open", address];
}
