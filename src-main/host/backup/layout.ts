import { basename, dirname, join } from "node:path";
import { isId } from "../folders.ts";
import { unfinished } from "../safe-write.ts";

/**
 * Where the backups of one vault are: `<chosen>/Folio backup/<vault id>/`, and in it
 *
 * - `objects/<case>/<object>-<16 hex digits of its SHA-256>`: originals, each copied once, shared by all sets
 * - `sets/<UTC>/`: everything else as it was at one moment, as in the data folder, and `manifest.json`
 * - `erased.json`: what was erased for good, so that a cleaning that was killed is finished later
 */
export interface Place {
  readonly folder: string;
  readonly vault: string;
  readonly root: string;
  readonly sets: string;
  readonly objects: string;
  readonly erased: string;
}

export function placeIn(folder: string, vault: string): Place {
  const root = join(folder, backupName, vault);
  const [sets, objects, erased] = [join(root, "sets"), join(root, "objects"), join(root, "erased.json")];
  return { folder, vault, root, sets, objects, erased };
}

/** Says nothing about what is kept. */
export const backupName = "Folio backup";

export const manifestName = "manifest.json";

/** The folder that was chosen, where somebody picks what Folio made in it instead. */
export function chosenFolder(picked: string): string {
  if (basename(picked) === backupName) return dirname(picked);
  const above = dirname(picked);
  return isId(basename(picked)) && basename(above) === backupName ? dirname(above) : picked;
}

/** Under this name an object stands in its case's folder of the pool: another content gets another name. */
export function poolName(objectId: string, sha256: string): string {
  return `${objectId}-${sha256.slice(0, 16)}`;
}

/** The folder of a set: its UTC time, always after the latest that is there, also where the clock was put back. */
export function setNameAt(millis: number, latest: string | null): string {
  const name = nameOf(millis);
  if (latest === null || name > latest) return name;
  const [, year, month, day, hour, minute, second, milli] = setNamePattern.exec(latest) ?? [];
  return nameOf(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`) + 1);
}

export function isSetName(name: string): boolean {
  return setNamePattern.test(name);
}

const setNamePattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/;

function nameOf(millis: number): string {
  return new Date(millis).toISOString().replaceAll(/[-:.]/g, "");
}

/** What a killed backup leaves; nothing that counts ever ends so. */
export function isUnfinished(name: string): boolean {
  return name.endsWith(unfinished);
}
