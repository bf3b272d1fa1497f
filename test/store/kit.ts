import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { importKey } from "#core/vault/derive.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import type { IndexedDbParts } from "../../src-renderer/store/database.ts";
import { type RowKeys, rowKeys } from "../../src-renderer/store/sealed-row.ts";

export const oneCase = "1".repeat(32);
export const otherCase = "2".repeat(32);

/** A browser's IndexedDB of its own, empty. */
export function emptyParts(): IndexedDbParts {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

/** Keys of a case whose key is one byte 32 times. */
export async function keysOf(caseId: string, byte = 7): Promise<RowKeys> {
  return rowKeys(caseId, [await importKey(new Uint8Array(32).fill(byte))]);
}

/** An IndexedDB that never answers. */
export function hangingParts(): IndexedDbParts {
  const silent: IDBFactory = new IDBFactory();
  // Only `open` and `deleteDatabase` are ever called: their requests are made, and nothing comes of them.
  const request = () => new EventTarget() as IDBOpenDBRequest;
  silent.open = request;
  silent.deleteDatabase = request;
  return { indexedDB: silent, IDBKeyRange };
}

export const some = utf8("some words");
