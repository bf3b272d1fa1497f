import type { CalendarDay } from "../../model/calendar-day.ts";
import type { CaseFile } from "../../model/case-file.ts";
import { type Exhibit, judgedMentions } from "../../model/exhibit.ts";
import { firstDay } from "../../model/mention.ts";
import type { PageText } from "../../model/page.ts";
import { sayPounds } from "../../model/pence.ts";
import { foldText } from "./fold-text.ts";

/** Where a result leads. */
export type FoundIn =
  | {
      readonly kind: "letter";
      readonly exhibitId: string;
      readonly number: number;
      /** from 1 */
      readonly page: number;
    }
  | { readonly kind: "call" | "message" | "cost" | "event" | "issue"; readonly id: string }
  /** a promise made in a call: the call's id */
  | { readonly kind: "promise"; readonly id: string };

/** Something that can be found: a page of a letter, or an entry. */
export interface SearchRecord {
  readonly id: string;
  readonly in: FoundIn;
  readonly title: string;
  readonly day: CalendarDay | null;
  /** everything that is searched: the title is its first line */
  readonly text: string;
  readonly folded: string;
}

/** A letter's pages; its title is found on its first page. One whose words aren't loaded yet is found by its title. */
export function letterRecords(exhibit: Exhibit, pageTexts: readonly string[]): readonly SearchRecord[] {
  const day = letterDay(exhibit);
  const texts = pageTexts.length === 0 ? [""] : pageTexts;
  return texts.map((text, at) => {
    const names = at === 0 ? [exhibit.title, ...exhibit.files.map((file) => file.name)] : [];
    return asRecord(
      { kind: "letter", exhibitId: exhibit.id, number: exhibit.number, page: at + 1 },
      { title: exhibit.title, day, lines: [...names, text] },
    );
  });
}

/** What is searched of a page that was read. */
export function pageText({ text, words }: PageText): string {
  return text ?? words.map((word) => word.text).join(" ");
}

/** A letter's own date, as the person says it before as it was read. */
function letterDay(exhibit: Exhibit): CalendarDay | null {
  const own = judgedMentions(exhibit).filter(({ role }) => role === "letter-date");
  const told = own.find(({ confirmed }) => confirmed) ?? own[0];
  return told === undefined ? exhibit.letter.letterDate : firstDay(told.value);
}

/** Every entry that a person made. */
export function entryRecords(file: CaseFile): readonly SearchRecord[] {
  return [
    ...file.calls.map((call) =>
      asRecord(
        { kind: "call", id: call.id },
        { title: call.who, day: call.day, lines: [call.who, call.theySaid, call.iSaid] },
      ),
    ),
    ...file.calls.flatMap((call) =>
      call.promises.map(({ what, by }, at) =>
        asRecord({ kind: "promise", id: call.id }, { title: what, day: by ?? call.day, lines: [what], at }),
      ),
    ),
    ...file.messages.map(({ id, subject, day, text }) =>
      asRecord({ kind: "message", id }, { title: subject, day, lines: [subject, text] }),
    ),
    ...file.costs.map(({ id, what, day, payee, cause, amount }) =>
      asRecord({ kind: "cost", id }, { title: what, day, lines: [what, payee, cause, sayPounds(amount)] }),
    ),
    ...file.events.map(({ id, text, day }) => asRecord({ kind: "event", id }, { title: text, day, lines: [text] })),
    ...file.issues.map(({ id, title, whatHappened, whyWrong, effect, want }) =>
      asRecord({ kind: "issue", id }, { title, day: null, lines: [title, whatHappened, whyWrong, effect, want] }),
    ),
  ];
}

interface Told {
  readonly title: string;
  readonly day: CalendarDay | null;
  readonly lines: readonly string[];
  /** which of several with one id */
  readonly at?: number;
}

function asRecord(where: FoundIn, { title, day, lines, at = 0 }: Told): SearchRecord {
  const text = lines
    .filter((line) => line !== "")
    .join("\n")
    .normalize("NFC");
  const name = where.kind === "letter" ? `${where.exhibitId} ${where.page}` : where.id;
  return { id: `${where.kind} ${name} ${at}`, in: where, title, day, text, folded: foldText(text) };
}
