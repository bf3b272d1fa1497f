import type { KeptCase } from "#core/case-work/kept-case.ts";
import { type RowKeys, rowKeys } from "../store/sealed-row.ts";
import { type WorkingCopy, workingCopy } from "../store/working-copy.ts";

let made: WorkingCopy | null = null;

/** This window's working copy; it opens when it is first asked. A window without IndexedDB has one that is always empty. */
export function windowCopy(): WorkingCopy {
  made ??= workingCopy(windowParts());
  return made;
}

function windowParts() {
  try {
    // Reading the name alone throws where a browser has storage turned off.
    return typeof indexedDB === "undefined" ? null : { indexedDB, IDBKeyRange };
  } catch {
    return null;
  }
}

/** By the case's own keys, so that they go when those do. */
const known = new WeakMap<object, RowKeys>();

/** What seals an open case's rows; null for a case that is in memory only, which has none. */
export function rowsOf({ disk }: KeptCase): RowKeys | null {
  if (disk === null) return null;
  const before = known.get(disk.keys);
  if (before !== undefined) return before;
  const keys = rowKeys(disk.keys.caseId, disk.keys.keys);
  known.set(disk.keys, keys);
  return keys;
}
