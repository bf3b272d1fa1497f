import { newId } from "#core/case-work/kept-case.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { createStore, type Store } from "./store.ts";
import { typedCall, typedCost, typedIssue, typedMessage } from "./typed-entries.ts";
import { type TypedPerson, typedPerson } from "./typed-person.ts";

/** A form that is open: what was typed and not kept yet. It outlives a look at another screen. */
export interface Draft<T> {
  /** of the entry it will be, or that it changes: keeping it twice makes one entry */
  readonly id: string;
  readonly isNew: boolean;
  readonly typed: T;
}

/** The open forms of one kind of entry. */
export interface Drafts<E, T> {
  readonly store: Store<readonly Draft<T>[]>;
  /** Opens the form of a new entry, or the one that is open already. */
  readonly begin: () => void;
  /** Opens the form of a kept entry, filled in. */
  readonly open: (entry: E) => void;
  readonly type: (id: string, typed: T) => void;
  /** Closes a form; what was typed in it goes. */
  readonly drop: (id: string) => void;
}

export const callDrafts = draftsOf(typedCall);
export const messageDrafts = draftsOf(typedMessage);
export const costDrafts = draftsOf(typedCost);
export const issueDrafts = draftsOf(typedIssue);

/** The form about the person: where to begin in it, and what was typed; null while it is closed. */
export interface PersonDraft {
  readonly begins: "person" | "wants";
  readonly typed: TypedPerson;
}

export const personDraft = createStore<PersonDraft | null>(null);

/** The entry whose form closed last. */
let lastClosed = "";

/** Closes every form, as when the case file is closed; what was typed is in its sealed files by then. */
export function closeForms(): void {
  for (const { store } of [callDrafts, messageDrafts, costDrafts, issueDrafts]) store.set([]);
  personDraft.set(null);
  lastClosed = "";
}

/** Opens the form about the person, at what is to be told; one that is open already keeps what was typed. */
export function beginPerson(file: CaseFile, begins: PersonDraft["begins"]): void {
  personDraft.change((now) => ({ begins, typed: now?.typed ?? typedPerson(file) }));
}

/** Whether this entry's form was the last to close. Said once: whoever asks puts the focus there. */
export function isJustClosed(id: string): boolean {
  if (id !== lastClosed) return false;
  lastClosed = "";
  return true;
}

function draftsOf<E extends { readonly id: string }, T>(typedOf: (entry: E | null) => T): Drafts<E, T> {
  const store = createStore<readonly Draft<T>[]>([]);
  const openUnless = (isOpen: (draft: Draft<T>) => boolean, draft: () => Draft<T>) =>
    store.change((now) => (now.some(isOpen) ? now : [...now, draft()]));
  return {
    store,
    begin: () =>
      openUnless(
        (draft) => draft.isNew,
        () => ({ id: newId(), isNew: true, typed: typedOf(null) }),
      ),
    open: (entry) =>
      openUnless(
        (draft) => draft.id === entry.id,
        () => ({ id: entry.id, isNew: false, typed: typedOf(entry) }),
      ),
    type: (id, typed) => store.change((now) => now.map((draft) => (draft.id === id ? { ...draft, typed } : draft))),
    drop: (id) => {
      lastClosed = id;
      store.change((now) => now.filter((draft) => draft.id !== id));
    },
  };
}
