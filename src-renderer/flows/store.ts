import { useSyncExternalStore } from "react";

/** One value that screens read live. It is replaced whole, never altered in place. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly change: (next: (now: T) => T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store that begins with `first`. */
export function createStore<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    set,
    change: (next) => set(next(value)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store's value, read live by a component. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
