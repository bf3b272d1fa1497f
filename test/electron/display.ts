import { spawn } from "node:child_process";

/** A screen to open windows on: the system's own, or an invisible one (Xvfb) that is ended by `close`. */
export interface Display {
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** @returns null where there is no screen and no Xvfb to make one */
export async function findDisplay(): Promise<Display | null> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== "linux" || DISPLAY || WAYLAND_DISPLAY) return { env: {}, close: () => undefined };
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", () => resolve(null));
    child.stdio[3]?.once("data", (words: Buffer) => resolve(words.toString().trim()));
  });
  if (number === null) return null;
  return { env: { DISPLAY: `:${number}` }, close: () => child.kill() };
}
