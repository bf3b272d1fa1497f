import { Dexie } from "dexie";
import { databaseName, databaseVersion, FolioDatabase, type IndexedDbParts } from "./database.ts";
import { tooLate, within } from "./within.ts";

/** A database that opens at all opens in milliseconds: one that takes this long hangs. */
export const openLimitMillis = 4_000;

/**
 * Opens the working copy. One that is of another version, or that fails to open, is thrown away and made anew.
 * @returns null where it can't be had at all (turned off, held by another window, hanging): Folio works without it
 */
export async function openDatabase(
  parts: IndexedDbParts,
  limitMillis: number = openLimitMillis,
): Promise<FolioDatabase | null> {
  const opened = await tryOpen(parts, limitMillis);
  if (opened === tooLate) return null;
  if (opened !== null) return opened;
  if (!(await throwAway(parts, limitMillis))) return null;
  const made = await tryOpen(parts, limitMillis);
  return made === tooLate ? null : made;
}

/** @returns null for one that has to be thrown away */
async function tryOpen(parts: IndexedDbParts, limitMillis: number): Promise<FolioDatabase | null | typeof tooLate> {
  const database = new FolioDatabase(parts);
  try {
    const opened = await within(database.open(), limitMillis);
    if (opened === tooLate) {
      database.close();
      return tooLate;
    }
    // Dexie opens a later Folio's database as it stands; its rows would mean something else.
    if (database.backendDB().version === databaseVersion * 10) return database;
  } catch {
    // Corrupt, or of a shape that can't be opened: nothing in it is needed.
  }
  database.close();
  return null;
}

/** @returns false where it can't be deleted in time, as when another window has it open */
async function throwAway(parts: IndexedDbParts, limitMillis: number): Promise<boolean> {
  try {
    return (await within(new Dexie(databaseName, { ...parts }).delete(), limitMillis)) !== tooLate;
  } catch {
    return false;
  }
}
