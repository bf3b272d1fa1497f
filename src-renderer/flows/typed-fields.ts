import { createStore, useStore } from "./store.ts";

/** What stands in fields and small forms, by their names; only what was typed is here. */
export const typedFields = createStore<ReadonlyMap<string, unknown>>(new Map());

/**
 * What is typed in a field or a small form, in place of `useState`: it outlives a look at another screen, reaches disk
 * (sealed) within two seconds, and is there again after a lock or a crash. For whatever a person would miss: corrections
 * of a date, the words that must not get out.
 *
 * @param name which field of the case file it is, the same each time: `correct-<exhibit>-<position>`
 * @param first what stands there before anything is typed; JSON, and of the same shape for every field of this name
 * @returns the value, how to change it, and how to drop it (when it was kept, or given up)
 */
export function useTyped<T>(name: string, first: T): readonly [value: T, type: (next: T) => void, drop: () => void] {
  const typed = useStore(typedFields).get(name);
  // Whatever stands under this name was typed here, into a value that began as `first`.
  const value = typed === undefined || !isLike(typed, first) ? first : (typed as T);
  return [value, (next) => typeInto(name, next), () => dropTyped(name)];
}

/** Puts a value into a field, as its typing does. */
export function typeInto(name: string, value: unknown): void {
  typedFields.change((now) => new Map([...now, [name, value]]));
}

/** Whether something was typed in a field and neither kept nor given up. */
export function hasTyped(name: string): boolean {
  return typedFields.get().has(name);
}

/** Empties a field: what stands there is as before anything was typed. */
export function dropTyped(name: string): void {
  typedFields.change((now) => (now.has(name) ? new Map([...now].filter(([other]) => other !== name)) : now));
}

/** A value that a later or earlier Folio typed, in another shape, is not taken for this one's. */
function isLike(typed: unknown, first: unknown): boolean {
  if (typeof typed !== typeof first || Array.isArray(typed) !== Array.isArray(first)) return false;
  if (typeof typed !== "object" || typeof first !== "object" || typed === null || first === null) return true;
  return Array.isArray(first) || Object.keys(first).every((key) => key in typed);
}
