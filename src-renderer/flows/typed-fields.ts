/**
 * What is typed in a field or a small form, in place of `useState`: it outlives a look at another screen, reaches disk
 * (sealed) within two seconds, and is there again after a lock or a crash. For whatever a person would miss: corrections
 * of a date, the words that must not get out.
 *
 * @param name which field of the case file it is, the same each time: `correct-<exhibit>-<position>`
 * @param first what stands there before anything is typed; JSON
 * @returns the value, how to change it, and how to drop it (when it was kept, or given up)
 */
export function useTyped<T>(_name: string, _first: T): readonly [value: T, type: (next: T) => void, drop: () => void] {
  throw new Error("to follow");
}
