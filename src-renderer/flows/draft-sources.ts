import type { CaseFile } from "#core/model/case-file.ts";
import { listNotAdded, type NotAdded, notAdded, readings } from "./add-letters.ts";
import type { DraftValues } from "./draft-files.ts";
import {
  callDrafts,
  costDrafts,
  type Draft,
  type Drafts,
  issueDrafts,
  messageDrafts,
  type PersonDraft,
  personDraft,
} from "./drafts.ts";
import { firstWish, type PackWish, packWish } from "./pack-order.ts";
import type { Store } from "./store.ts";
import { typedCall, typedCost, typedIssue, typedMessage } from "./typed-entries.ts";
import { typedFields } from "./typed-fields.ts";
import { typedPerson } from "./typed-person.ts";

/** Somewhere that something can be typed and not kept yet. */
interface DraftSource {
  /** what the names of its drafts begin with */
  readonly prefix: string;
  readonly store: Pick<Store<unknown>, "subscribe">;
  /** what is there now, by the rest of its name; the same value as before where nothing was typed */
  readonly values: () => Iterable<readonly [string, unknown]>;
  /** Puts values back as they were; ones of another shape are completed or left out. */
  readonly restore: (values: readonly (readonly [string, unknown])[], file: CaseFile) => void;
}

const sources: readonly DraftSource[] = [
  entrySource("call", callDrafts, typedCall, ({ calls }) => calls),
  entrySource("message", messageDrafts, typedMessage, ({ messages }) => messages),
  entrySource("cost", costDrafts, typedCost, ({ costs }) => costs),
  entrySource("issue", issueDrafts, typedIssue, ({ issues }) => issues),
  {
    prefix: "person",
    store: personDraft,
    values: () => whatIs(personDraft.get()),
    restore: ([first], file) => {
      if (first !== undefined && isObject(first[1])) personDraft.set(asPersonDraft(first[1], file));
    },
  },
  {
    prefix: "field",
    store: typedFields,
    values: () => typedFields.get(),
    restore: (values) => typedFields.change((now) => new Map([...values, ...now])),
  },
  {
    prefix: "pack",
    store: packWish,
    values: () => whatIs(packWish.get() === firstWish ? null : packWish.get()),
    restore: ([first]) => {
      // Written from this store alone, by this or another Folio.
      if (first !== undefined && isObject(first[1])) packWish.set({ ...firstWish, ...(first[1] as Partial<PackWish>) });
    },
  },
  {
    prefix: "letters",
    store: readings,
    values: lettersNotAdded,
    restore: ([first]) => listNotAdded(asNotAdded(first)),
  },
];

/** Everything that is typed and not kept, by name. */
export function typedNow(): DraftValues {
  const all = new Map<string, unknown>();
  for (const { prefix, values } of sources) for (const [name, value] of values()) all.set(`${prefix}:${name}`, value);
  return all;
}

/** Puts what was typed back on screen. */
export function putBack(found: DraftValues, file: CaseFile): void {
  for (const { prefix, restore } of sources) {
    const own = [...found].filter(([name]) => name.startsWith(`${prefix}:`));
    if (own.length > 0)
      restore(
        own.map(([name, value]) => [name.slice(prefix.length + 1), value] as const),
        file,
      );
  }
}

/** Calls when anything is typed. @returns what ends that */
export function whenTyped(listener: () => void): () => void {
  const ends = sources.map(({ store }) => store.subscribe(listener));
  return () => {
    for (const end of ends) end();
  };
}

/**
 * The open forms of one kind of entry: each is a draft, under its entry's id. That of a new entry which was kept is done
 * with, though a crash may have come before it was deleted.
 */
function entrySource<E extends { readonly id: string }, T extends object>(
  prefix: string,
  { store }: Drafts<E, T>,
  typedOf: (entry: null) => T,
  keptIn: (file: CaseFile) => readonly E[],
): DraftSource {
  return {
    prefix,
    store,
    values: () => store.get().map((draft) => [draft.id, draft] as const),
    restore: (values, file) => {
      const kept = new Set(keptIn(file).map(({ id }) => id));
      const found = values.flatMap(([id, value]) => asDraft(id, value, typedOf));
      const drafts = found.filter(({ id, isNew }) => !isNew || !kept.has(id));
      store.change((now) => [...now, ...drafts.filter(({ id }) => now.every((open) => open.id !== id))]);
    },
  };
}

/** A draft as it was; one that an earlier Folio wrote gets the fields that it hadn't. */
function asDraft<T extends object>(id: string, value: unknown, typedOf: (entry: null) => T): readonly Draft<T>[] {
  if (!isObject(value) || !("typed" in value) || !isObject(value.typed)) return [];
  const { typed } = value;
  const first = typedOf(null);
  const isWhole = Object.keys(first).every((key) => key in typed);
  // Written from this store alone: what it has of these fields has their types.
  if (isWhole && "isNew" in value && "id" in value) return [value as unknown as Draft<T>];
  return [{ id, isNew: !("isNew" in value) || value.isNew === true, typed: { ...first, ...typed } }];
}

function asPersonDraft(value: object, file: CaseFile): PersonDraft {
  const { begins, typed } = { begins: null, typed: null, ...value };
  return {
    begins: begins === "wants" ? "wants" : "person",
    typed: { ...typedPerson(file), ...(isObject(typed) ? typed : {}) },
  };
}

let lettersBefore: readonly NotAdded[] = [];

/** The same list as before while it says the same: reading tells of every page, and none of that is a draft. */
function lettersNotAdded(): readonly (readonly [string, unknown])[] {
  const now = notAdded();
  if (JSON.stringify(now) !== JSON.stringify(lettersBefore)) lettersBefore = now;
  return lettersBefore.length === 0 ? [] : [["list", lettersBefore]];
}

/** Drops what is remembered of the lists of before. */
export function forgetLetterList(): void {
  lettersBefore = [];
}

function asNotAdded(found: readonly [string, unknown] | undefined): readonly NotAdded[] {
  if (found === undefined || !Array.isArray(found[1])) return [];
  return found[1].filter((one): one is NotAdded => isObject(one) && "name" in one && "problems" in one);
}

function whatIs(value: unknown): readonly (readonly [string, unknown])[] {
  return value === null ? [] : [["", value]];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
