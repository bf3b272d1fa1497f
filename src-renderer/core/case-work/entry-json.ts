import type { CallNote, PortalMessage } from "../model/call-note.ts";
import type { Cost, Proof } from "../model/cost.ts";
import type { EventNote } from "../model/event-note.ts";
import type { Exhibit } from "../model/exhibit.ts";
import type { Issue } from "../model/issue.ts";
import { sayPlainPounds } from "../model/pence.ts";

/** An entry as case.json writes it: what was not told is left out. Reading it again gives the same entry. */
export type EntryJson = Readonly<Record<string, unknown>>;

export function callJson({ id: _id, day, promises, ...call }: CallNote): EntryJson {
  return told({ date: day, ...call, promises: promises.map((one) => told({ ...one })) });
}

export function messageJson({ id: _id, day, ...message }: PortalMessage): EntryJson {
  return { ...told({ date: day, ...message }), text: message.text };
}

export function eventJson({ id: _id, day, ...event }: EventNote): EntryJson {
  return told({ date: day, ...event });
}

export function issueJson({ id: _id, ...issue }: Issue): EntryJson {
  return told({ ...issue });
}

/** @param exhibits where a proof's file has its name from */
export function costJson({ id: _id, day, amount, proof, ...cost }: Cost, exhibits: readonly Exhibit[]): EntryJson {
  const file = proof === null ? null : proofJson(proof, exhibits);
  return told({ date: day, ...cost, amount: sayPlainPounds(amount), proof: file });
}

/** The file of a letter, and its own page, that an exhibit's page is; null where there is no such page. */
function proofJson({ exhibit: number, page }: Proof, exhibits: readonly Exhibit[]): EntryJson | null {
  const files = exhibits.find((one) => one.number === number)?.files ?? [];
  let before = 0;
  for (const file of files) {
    if (page === null || page <= before + file.pageCount) {
      return told({ file: file.name.normalize("NFC"), page: page === null ? null : page - before });
    }
    before += file.pageCount;
  }
  return null;
}

function told(entry: Readonly<Record<string, unknown>>): EntryJson {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => !isNothing(value)));
}

function isNothing(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
