import type { Host } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { hostOver } from "./host-over.ts";

/** What the preload puts into the window: one function per call of `Host`, each answering with a `Reply`. */
type FolioHost = Readonly<Record<keyof Host, (...args: readonly unknown[]) => Promise<unknown>>>;

declare global {
  interface Window {
    readonly folioHost?: FolioHost;
  }
}

/** The host behind Electron's preload, or null in a browser. */
export function electronHost(): Host | null {
  const { folioHost } = window;
  if (folioHost === undefined) return null;
  return hostOver(async (name, args) => {
    try {
      return await folioHost[name](...args);
    } catch (error) {
      throw new Problem("host-gone", "", { cause: error });
    }
  });
}
