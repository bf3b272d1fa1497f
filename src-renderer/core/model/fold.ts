import type { CallNote, PortalMessage } from "./call-note.ts";
import type { CaseFile } from "./case-file.ts";
import { type Change, type ChangeBody, emptyCase } from "./change.ts";
import type { Cost } from "./cost.ts";
import type { EventNote } from "./event-note.ts";
import type { Exhibit, Judgement } from "./exhibit.ts";
import type { Issue } from "./issue.ts";
import type { Mention } from "./mention.ts";
import { settleNumbers } from "./settle-numbers.ts";

/**
 * The case file that a list of changes amounts to, in their order.
 *
 * Lists are held by id while folding, so that ten thousand changes over two thousand exhibits cost ten thousand steps.
 * A change about something unknown changes nothing.
 *
 * @param from the case file that they come on top of
 */
export function foldChanges(changes: Iterable<Pick<Change, "body">>, from: CaseFile = emptyCase): CaseFile {
  const lists = openLists(from);
  let file = from;
  for (const { body } of changes) file = apply(file, lists, body);
  return closeLists(file, lists);
}

/** The case file after one more change. A change about something unknown changes nothing. */
export function applyChange(file: CaseFile, change: Pick<Change, "body">): CaseFile {
  return foldChanges([change], file);
}

/** The lists of a case file by id, in order; each is opened when it is first changed. */
interface Lists {
  exhibits(): Map<string, Exhibit>;
  calls(): Map<string, CallNote>;
  messages(): Map<string, PortalMessage>;
  costs(): Map<string, Cost>;
  events(): Map<string, EventNote>;
  issues(): Map<string, Issue>;
  readonly opened: Map<ListName, Map<string, unknown>>;
}

type ListName = "exhibits" | "calls" | "messages" | "costs" | "events" | "issues";

function openLists(file: CaseFile): Lists {
  const opened = new Map<ListName, Map<string, unknown>>();
  function lazily<T extends { readonly id: string }>(name: ListName, list: readonly T[]): () => Map<string, T> {
    let byId: Map<string, T> | null = null;
    return () => {
      if (byId === null) {
        byId = new Map(list.map((one) => [one.id, one]));
        opened.set(name, byId);
      }
      return byId;
    };
  }
  return {
    exhibits: lazily("exhibits", file.exhibits),
    calls: lazily("calls", file.calls),
    messages: lazily("messages", file.messages),
    costs: lazily("costs", file.costs),
    events: lazily("events", file.events),
    issues: lazily("issues", file.issues),
    opened,
  };
}

function closeLists(file: CaseFile, lists: Lists): CaseFile {
  if (lists.opened.size === 0) return file;
  const has = (name: ListName) => lists.opened.has(name);
  return {
    ...file,
    exhibits: has("exhibits") ? settleNumbers([...lists.exhibits().values()], file.erasedNumbers) : file.exhibits,
    calls: has("calls") ? [...lists.calls().values()] : file.calls,
    messages: has("messages") ? [...lists.messages().values()] : file.messages,
    costs: has("costs") ? [...lists.costs().values()] : file.costs,
    events: has("events") ? [...lists.events().values()] : file.events,
    issues: has("issues") ? [...lists.issues().values()] : file.issues,
  };
}

/** What a change does: to the lists in place, to the rest as a new value. */
function apply(file: CaseFile, lists: Lists, body: ChangeBody): CaseFile {
  switch (body.kind) {
    case "case-begun":
      return { ...file, id: body.id, name: body.name, sample: body.sample };
    case "person-told":
      return { ...file, person: body.person };
    case "reference-told":
      return { ...file, caseReference: body.caseReference };
    case "wants-told":
      return { ...file, wants: body.wants };
    case "retention-told":
      return { ...file, retention: body.day };
    case "parts-erased":
      return erase(file, lists, body);
    case "pack-shown":
    case "bundle-made":
      return file;
    default:
      applyToLists(lists, body);
      return file;
  }
}

type ListBody = Exclude<
  ChangeBody,
  {
    readonly kind:
      | "case-begun"
      | "person-told"
      | "reference-told"
      | "wants-told"
      | "retention-told"
      | "parts-erased"
      | "pack-shown"
      | "bundle-made";
  }
>;

function applyToLists(lists: Lists, body: ListBody): void {
  switch (body.kind) {
    case "exhibit-added":
      lists.exhibits().set(body.exhibit.id, body.exhibit);
      break;
    case "call-kept":
      lists.calls().set(body.call.id, body.call);
      break;
    case "message-kept":
      lists.messages().set(body.message.id, body.message);
      break;
    case "cost-kept":
      lists.costs().set(body.cost.id, body.cost);
      break;
    case "event-kept":
      lists.events().set(body.event.id, body.event);
      break;
    case "issue-kept":
      lists.issues().set(body.issue.id, body.issue);
      break;
    case "entry-removed":
      removeEntry(lists, body.entryId);
      break;
    default:
      changeExhibit(lists, body);
  }
}

type ExhibitBody = Extract<ListBody, { readonly exhibitId: string }>;

function changeExhibit(lists: Lists, body: ExhibitBody): void {
  const exhibit = lists.exhibits().get(body.exhibitId);
  if (exhibit !== undefined) lists.exhibits().set(exhibit.id, changed(exhibit, body));
}

function changed(exhibit: Exhibit, body: ExhibitBody): Exhibit {
  switch (body.kind) {
    case "exhibit-titled":
      return { ...exhibit, title: body.title };
    case "letter-kind-told":
      return { ...exhibit, letter: { ...exhibit.letter, kind: body.letterKind } };
    case "exhibit-withdrawn":
      return { ...exhibit, withdrawn: body.withdrawn };
    case "date-judged":
      return judge(exhibit, body.position, body.judgement);
    case "date-told":
      return tell(exhibit, body.mention);
    default:
      // a kind that a newer version wrote: see `isKnownBody`
      return exhibit;
  }
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

function removeEntry(lists: Lists, id: string): void {
  for (const list of [lists.calls(), lists.messages(), lists.costs(), lists.events(), lists.issues()]) list.delete(id);
}

function erase(file: CaseFile, lists: Lists, body: Extract<ChangeBody, { readonly kind: "parts-erased" }>): CaseFile {
  for (const { id } of body.exhibits) lists.exhibits().delete(id);
  for (const id of body.entryIds) removeEntry(lists, id);
  const numbers = body.exhibits.map((exhibit) => exhibit.number);
  return { ...file, erasedNumbers: [...new Set([...file.erasedNumbers, ...numbers])] };
}
