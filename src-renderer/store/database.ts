import { Dexie, type Table } from "dexie";
import type { Bytes } from "#core/model/bytes.ts";

/** What the working copy holds: one snapshot a case, the words of its letters, small pictures, and the window's own notes. */
export const copyTables = ["snapshots", "words", "pictures", "notes"] as const;
export type CopyTable = (typeof copyTables)[number];

/** One sealed row. Only random ids are in the clear. */
export interface SealedRow {
  readonly id: string;
  /** the case (or, for notes, the vault) that it belongs to */
  readonly case: string;
  readonly sealed: Bytes;
}

/** Where IndexedDB comes from: the window's own, or a test's. */
export interface IndexedDbParts {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** A name that says nothing about what is kept. */
export const databaseName = "folio";
/** Dexie's own count: the browser's is ten times this. */
export const databaseVersion = 1;

/** The browser's database. Strict: what was answered is on disk, so that a crash loses rows, never the whole. */
export class FolioDatabase extends Dexie {
  constructor(parts: IndexedDbParts) {
    super(databaseName, { ...parts, autoOpen: false, chromeTransactionDurability: "strict" });
    this.version(databaseVersion).stores({
      snapshots: "id, case",
      words: "id, case",
      pictures: "id, case",
      notes: "id, case",
    });
  }

  rows(table: CopyTable): Table<SealedRow, string> {
    return this.table(table);
  }
}
