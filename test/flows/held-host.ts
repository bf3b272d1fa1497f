import type { Host } from "#core/host.ts";

/** A host some of whose calls wait until they are let go: a dialog that nobody answers, a disk that is slow. */
export interface HeldHost {
  readonly host: Host;
  /** Calls of this name wait from now on. */
  hold(name: keyof Host): void;
  /** How many of them wait. */
  waiting(name: keyof Host): number;
  /** Lets go what waits, and whatever is called later. */
  letGo(name: keyof Host): void;
  /** Every call since the start, by name. */
  readonly called: (keyof Host)[];
}

export function heldHost(real: Host): HeldHost {
  const held = new Map<keyof Host, (() => void)[]>();
  const called: (keyof Host)[] = [];
  const host = new Proxy(real, {
    get(target, name: keyof Host) {
      const call = target[name] as unknown;
      if (typeof call !== "function") return call;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        called.push(name);
        const line = held.get(name);
        if (line !== undefined) await new Promise<void>((resolve) => line.push(resolve));
        return Reflect.apply(call, target, args);
      };
    },
  });
  return {
    host,
    called,
    hold: (name) => void held.set(name, held.get(name) ?? []),
    waiting: (name) => held.get(name)?.length ?? 0,
    letGo(name) {
      const line = held.get(name) ?? [];
      held.delete(name);
      for (const go of line) go();
    },
  };
}
