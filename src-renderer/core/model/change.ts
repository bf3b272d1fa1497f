import type { CallNote, PortalMessage } from "./call-note.ts";
import type { CaseFile, Person } from "./case-file.ts";
import { unknownPerson } from "./case-file.ts";
import type { Cost } from "./cost.ts";
import type { EventNote } from "./event-note.ts";
import type { Exhibit, Judgement } from "./exhibit.ts";
import type { Issue } from "./issue.ts";
import type { LetterKind } from "./letter.ts";
import type { Mention } from "./mention.ts";

/** What a change says: one small fact. Nothing is edited in place; a later change stands over an earlier one. */
export type ChangeBody =
  | { readonly kind: "case-begun"; readonly id: string; readonly name: string; readonly sample: boolean }
  | { readonly kind: "person-told"; readonly person: Person }
  | { readonly kind: "reference-told"; readonly caseReference: string | null }
  | { readonly kind: "wants-told"; readonly wants: readonly string[] }
  | { readonly kind: "exhibit-added"; readonly exhibit: Exhibit }
  | { readonly kind: "exhibit-titled"; readonly exhibitId: string; readonly title: string }
  /** what kind of letter a person says it is; reading's own guess stands in the change that added the exhibit */
  | { readonly kind: "letter-kind-told"; readonly exhibitId: string; readonly letterKind: LetterKind }
  | { readonly kind: "exhibit-withdrawn"; readonly exhibitId: string; readonly withdrawn: boolean }
  | {
      readonly kind: "date-judged";
      readonly exhibitId: string;
      /** position in the exhibit's mentions */
      readonly position: number;
      /** null takes an earlier judgement back */
      readonly judgement: Judgement | null;
    }
  /** a date that reading missed: it joins the end of the exhibit's mentions, accepted */
  | { readonly kind: "date-told"; readonly exhibitId: string; readonly mention: Mention }
  | { readonly kind: "call-kept"; readonly call: CallNote }
  | { readonly kind: "message-kept"; readonly message: PortalMessage }
  | { readonly kind: "cost-kept"; readonly cost: Cost }
  | { readonly kind: "event-kept"; readonly event: EventNote }
  | { readonly kind: "issue-kept"; readonly issue: Issue }
  | { readonly kind: "entry-removed"; readonly entryId: string };

/** One line of the journal. */
export interface Change {
  /** UTC, ISO 8601 with milliseconds, by this computer's clock */
  readonly at: string;
  readonly body: ChangeBody;
}

/** A case file before its first change. */
export const emptyCase: CaseFile = {
  id: "",
  name: "",
  sample: false,
  person: unknownPerson,
  caseReference: null,
  wants: [],
  exhibits: [],
  calls: [],
  messages: [],
  costs: [],
  events: [],
  issues: [],
};

/** The case file that a list of changes amounts to. */
export function foldChanges(changes: Iterable<Change>): CaseFile {
  let file = emptyCase;
  for (const change of changes) file = applyChange(file, change);
  return file;
}

/** The case file after one more change. A change about something unknown changes nothing. */
export function applyChange(file: CaseFile, { body }: Change): CaseFile {
  switch (body.kind) {
    case "case-begun":
      return { ...file, id: body.id, name: body.name, sample: body.sample };
    case "person-told":
      return { ...file, person: body.person };
    case "reference-told":
      return { ...file, caseReference: body.caseReference };
    case "wants-told":
      return { ...file, wants: body.wants };
    case "exhibit-added":
      return { ...file, exhibits: [...file.exhibits, body.exhibit] };
    case "exhibit-titled":
      return withExhibit(file, body.exhibitId, (exhibit) => ({ ...exhibit, title: body.title }));
    case "letter-kind-told":
      return withExhibit(file, body.exhibitId, (exhibit) => ({
        ...exhibit,
        letter: { ...exhibit.letter, kind: body.letterKind },
      }));
    case "exhibit-withdrawn":
      return withExhibit(file, body.exhibitId, (exhibit) => ({ ...exhibit, withdrawn: body.withdrawn }));
    case "date-judged":
      return withExhibit(file, body.exhibitId, (exhibit) => judge(exhibit, body.position, body.judgement));
    case "date-told":
      return withExhibit(file, body.exhibitId, (exhibit) => tell(exhibit, body.mention));
    case "call-kept":
      return { ...file, calls: replaceById(file.calls, body.call) };
    case "message-kept":
      return { ...file, messages: replaceById(file.messages, body.message) };
    case "cost-kept":
      return { ...file, costs: replaceById(file.costs, body.cost) };
    case "event-kept":
      return { ...file, events: replaceById(file.events, body.event) };
    case "issue-kept":
      return { ...file, issues: replaceById(file.issues, body.issue) };
    case "entry-removed":
      return withoutEntry(file, body.entryId);
  }
}

function withExhibit(file: CaseFile, id: string, change: (exhibit: Exhibit) => Exhibit): CaseFile {
  return { ...file, exhibits: file.exhibits.map((exhibit) => (exhibit.id === id ? change(exhibit) : exhibit)) };
}

function judge(exhibit: Exhibit, position: number, judgement: Judgement | null): Exhibit {
  const { [position]: _before, ...rest } = exhibit.judgements;
  return { ...exhibit, judgements: judgement === null ? rest : { ...rest, [position]: judgement } };
}

function tell(exhibit: Exhibit, mention: Mention): Exhibit {
  const { mentions } = exhibit.letter;
  const told = { ...exhibit, letter: { ...exhibit.letter, mentions: [...mentions, mention] } };
  return judge(told, mentions.length, { kind: "accepted" });
}

function replaceById<T extends { readonly id: string }>(list: readonly T[], entry: T): readonly T[] {
  return list.some((other) => other.id === entry.id)
    ? list.map((other) => (other.id === entry.id ? entry : other))
    : [...list, entry];
}

function withoutEntry(file: CaseFile, id: string): CaseFile {
  const keep = <T extends { readonly id: string }>(list: readonly T[]) => list.filter((entry) => entry.id !== id);
  return {
    ...file,
    calls: keep(file.calls),
    messages: keep(file.messages),
    costs: keep(file.costs),
    events: keep(file.events),
    issues: keep(file.issues),
  };
}
