import type { Host } from "#core/host.ts";
import { type Bytes, joinBytes } from "#core/model/bytes.ts";
import type { CaseKeys } from "#core/vault/case-key.ts";
import { type SmallSealer, smallSealer } from "#core/vault/seal.ts";
import { fromUtf8, idBytes, utf8 } from "#core/vault/text-codes.ts";

/** What was typed, by the name of the form or field; JSON. */
export type DraftValues = ReadonlyMap<string, unknown>;

/** Drafts as they were found on disk. */
export interface FoundDrafts {
  readonly values: DraftValues;
  /** which file each stands in */
  readonly ids: ReadonlyMap<string, string>;
  /** whether one could not be opened */
  readonly damaged: boolean;
}

/** Reads a case's drafts. One that doesn't open is told of and stays where it is. @throws {Problem} `cannot-read` */
export async function readDraftFiles(host: Host, keys: CaseKeys): Promise<FoundDrafts> {
  const values = new Map<string, unknown>();
  const ids = new Map<string, string>();
  let damaged = false;
  const sealers = keys.keys.map(draftSealer);
  for (const { id, bytes } of await host.readDrafts(keys.caseId)) {
    const read = await openDraft(sealers, keys.caseId, id, bytes);
    if (read === null) damaged = true;
    else {
      values.set(read.name, read.value);
      ids.set(read.name, id);
    }
  }
  return { values, ids, damaged };
}

/** Seals drafts as they are written: under the case's present key. */
export interface DraftSealer {
  /** @returns null for one that is too long to be a draft */
  seal(draftId: string, name: string, value: unknown): Promise<Bytes | null>;
}

/** The largest sealed draft that the host takes is 1 MiB. */
const mostContentBytes = 900_000;

/** @throws when the case has no key: a bug */
export function caseDraftSealer({ caseId, keys: [present] }: CaseKeys): DraftSealer {
  if (present === undefined) throw new Error("a case has a key");
  const sealer = draftSealer(present);
  return {
    async seal(draftId, name, value) {
      const content = utf8(JSON.stringify({ name, value }));
      return content.length > mostContentBytes ? null : sealer.seal(draftAad(caseId, draftId), content);
    },
  };
}

async function openDraft(sealers: readonly SmallSealer[], caseId: string, id: string, sealed: Bytes) {
  for (const sealer of sealers) {
    const content = await sealer.open(draftAad(caseId, id), sealed);
    if (content !== null) return readContent(content);
  }
  return null;
}

function readContent(content: Bytes): { readonly name: string; readonly value: unknown } | null {
  try {
    const read: unknown = JSON.parse(fromUtf8(content) ?? "");
    if (typeof read !== "object" || read === null || !("name" in read) || !("value" in read)) return null;
    return typeof read.name === "string" ? { name: read.name, value: read.value } : null;
  } catch {
    return null;
  }
}

function draftSealer(key: CryptoKey): SmallSealer {
  return smallSealer(key, "folio/draft/v1");
}

function draftAad(caseId: string, draftId: string): Bytes {
  return joinBytes([idBytes(caseId), idBytes(draftId)]);
}
