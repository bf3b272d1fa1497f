import type { Bytes } from "#core/model/bytes.ts";
import { type CopyTable, copyTables, type FolioDatabase, type IndexedDbParts } from "./database.ts";
import { openDatabase, openLimitMillis } from "./open-database.ts";
import { openRow, type RowKeys, sealRow } from "./sealed-row.ts";
import { tooLate, within } from "./within.ts";

/**
 * The working copy: sealed rows that make opening quick. Any of it may vanish or be wrong at any time, so none of its
 * calls throws: what can't be read isn't there, and what can't be written isn't written.
 */
export interface WorkingCopy {
  /** whether there is a database at all */
  isThere(): Promise<boolean>;
  /** The content of a row; null where it isn't there. One that doesn't open is thrown away. */
  read(keys: RowKeys, table: CopyTable, id: string): Promise<Bytes | null>;
  /** The content of many rows, in the order asked. */
  readMany(keys: RowKeys, table: CopyTable, ids: readonly string[]): Promise<readonly (Bytes | null)[]>;
  /** @returns whether it was written */
  write(keys: RowKeys, table: CopyTable, id: string, content: Bytes): Promise<boolean>;
  /** Writes many rows at once: each writing waits for the disk, however much is in it. @returns whether all were written */
  writeMany(keys: RowKeys, table: CopyTable, rows: ReadonlyMap<string, Bytes>): Promise<boolean>;
  drop(table: CopyTable, ids: readonly string[]): Promise<void>;
  /** Throws away every row of a case. */
  dropCase(caseId: string): Promise<void>;
  close(): Promise<void>;
}

/** @param parts null where the window has no IndexedDB */
export function workingCopy(parts: IndexedDbParts | null, limitMillis: number = openLimitMillis): WorkingCopy {
  let database: Promise<FolioDatabase | null> | null = null;
  const open = () => {
    database ??= parts === null ? Promise.resolve(null) : openDatabase(parts, limitMillis);
    return database;
  };
  const ask = <T>(work: (from: FolioDatabase) => PromiseLike<T>) => asked(open, () => giveUp(), work, limitMillis);
  /** One that hangs is not asked again while this window is open. */
  const giveUp = () => {
    const hanging = database;
    database = Promise.resolve(null);
    void hanging?.then((one) => one?.close());
  };
  const readMany: WorkingCopy["readMany"] = async (keys, table, ids) => {
    const rows = await ask((from) => from.rows(table).bulkGet([...ids]));
    const found = rows ?? ids.map(() => undefined);
    const contents = await Promise.all(found.map((row, at) => opened(keys, table, ids[at] ?? "", row?.sealed)));
    const wrong = ids.filter((_, at) => found[at] !== undefined && contents[at] === null);
    if (wrong.length > 0) await ask((from) => from.rows(table).bulkDelete(wrong));
    return contents;
  };
  const writeMany: WorkingCopy["writeMany"] = async (keys, table, rows) => {
    const sealed = await Promise.all(
      [...rows].map(async ([id, content]) => {
        return { id, case: keys.caseId, sealed: await sealRow(keys, table, id, content) };
      }),
    );
    return (await ask((from) => from.rows(table).bulkPut(sealed))) !== null;
  };
  return {
    isThere: async () => (await open()) !== null,
    readMany,
    read: async (keys, table, id) => (await readMany(keys, table, [id]))[0] ?? null,
    write: (keys, table, id, content) => writeMany(keys, table, new Map([[id, content]])),
    writeMany,
    drop: async (table, ids) => void (await ask((from) => from.rows(table).bulkDelete([...ids]))),
    async dropCase(caseId) {
      for (const table of copyTables) await ask((from) => from.rows(table).where("case").equals(caseId).delete());
    },
    async close() {
      (await database?.catch(() => null))?.close();
      database = null;
    },
  };
}

/** @returns null where there is no database, or it failed, or it took too long */
async function asked<T>(
  open: () => Promise<FolioDatabase | null>,
  giveUp: () => void,
  work: (from: FolioDatabase) => PromiseLike<T>,
  limitMillis: number,
): Promise<T | null> {
  try {
    const database = await open();
    if (database === null) return null;
    const answer = await within(work(database), limitMillis);
    if (answer !== tooLate) return answer;
    giveUp();
  } catch {
    // A row is never needed: without it the journal and the objects are read.
  }
  return null;
}

/** A row of any shape: whoever could write to the database could put anything there. */
async function opened(keys: RowKeys, table: CopyTable, id: string, sealed: unknown): Promise<Bytes | null> {
  if (!(sealed instanceof Uint8Array)) return null;
  return openRow(keys, table, id, new Uint8Array(sealed)).catch(() => null);
}
