import type { CallNote, PortalMessage } from "#core/model/call-note.ts";
import type { CaseFile, Person } from "#core/model/case-file.ts";
import type { ChangeBody } from "#core/model/change.ts";
import type { Cost } from "#core/model/cost.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import type { Issue } from "#core/model/issue.ts";
import type { LetterKind } from "#core/model/letter.ts";
import { keep, openFile } from "./current-case.ts";

/** Everything a person writes into the case file themselves. Each can be undone. */
export type Entry =
  | { readonly kind: "call-kept"; readonly call: CallNote }
  | { readonly kind: "message-kept"; readonly message: PortalMessage }
  | { readonly kind: "cost-kept"; readonly cost: Cost }
  | { readonly kind: "issue-kept"; readonly issue: Issue };

/** Keeps an entry; one with the same id is replaced, and undo brings that one back. */
export function keepEntry(entry: Entry, done: string): Promise<boolean> {
  return keep([entry], done, [entryBefore(entry) ?? { kind: "entry-removed", entryId: entryId(entry) }]);
}

/** Takes an entry out; undo puts it back as it was. */
export function removeEntry(entry: Entry, done: string): Promise<boolean> {
  return keep([{ kind: "entry-removed", entryId: entryId(entry) }], done, [entry]);
}

/** The entry as it is in the case file now; null for a new one. */
function entryBefore(entry: Entry): Entry | null {
  const file = openFile();
  const withId = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.find((one) => one.id === entryId(entry)) ?? null;
  switch (entry.kind) {
    case "call-kept": {
      const call = withId(file.calls);
      return call === null ? null : { kind: "call-kept", call };
    }
    case "message-kept": {
      const message = withId(file.messages);
      return message === null ? null : { kind: "message-kept", message };
    }
    case "cost-kept": {
      const cost = withId(file.costs);
      return cost === null ? null : { kind: "cost-kept", cost };
    }
    case "issue-kept": {
      const issue = withId(file.issues);
      return issue === null ? null : { kind: "issue-kept", issue };
    }
  }
}

function entryId(entry: Entry): string {
  switch (entry.kind) {
    case "call-kept":
      return entry.call.id;
    case "message-kept":
      return entry.message.id;
    case "cost-kept":
      return entry.cost.id;
    case "issue-kept":
      return entry.issue.id;
  }
}

/** Leaves an exhibit out of packs, or takes it in again. Its row and number stay. */
export function withdrawExhibit(exhibit: Exhibit, withdrawn: boolean, done: string): Promise<boolean> {
  const change = (to: boolean): ChangeBody => ({ kind: "exhibit-withdrawn", exhibitId: exhibit.id, withdrawn: to });
  return keep([change(withdrawn)], done, [change(exhibit.withdrawn)]);
}

/** Says what an exhibit is: its title in packs, and its kind, which packs and limits go by. */
export function nameExhibit(
  exhibit: Exhibit,
  told: { readonly title: string; readonly letterKind: LetterKind },
  done: string,
): Promise<boolean> {
  const changes = (title: string, letterKind: LetterKind): readonly ChangeBody[] => [
    { kind: "exhibit-titled", exhibitId: exhibit.id, title },
    { kind: "letter-kind-told", exhibitId: exhibit.id, letterKind },
  ];
  return keep(changes(told.title, told.letterKind), done, changes(exhibit.title, exhibit.letter.kind));
}

/** Keeps what the person said of themselves, of their case's number and of what they want. */
export function tellCase(
  told: { readonly person: Person; readonly caseReference: string | null; readonly wants: readonly string[] },
  done: string,
): Promise<boolean> {
  return keep(toldChanges(told), done, toldChanges(openFile()));
}

function toldChanges(told: Pick<CaseFile, "person" | "caseReference" | "wants">): readonly ChangeBody[] {
  return [
    { kind: "person-told", person: told.person },
    { kind: "reference-told", caseReference: told.caseReference },
    { kind: "wants-told", wants: told.wants },
  ];
}
