import { packChronology } from "../chronology/for-pack.ts";
import type { CalendarDay } from "../model/calendar-day.ts";
import type { CaseFile } from "../model/case-file.ts";
import type { Event } from "../model/event.ts";
import { type Exhibit, judgedMentions } from "../model/exhibit.ts";
import type { Sender } from "../model/letter.ts";
import { firstDay } from "../model/mention.ts";
import type { PackOrder, Recipient } from "./order.ts";
import { recipientWords } from "./recipients.ts";

/** A pack as data: what it says, and which exhibits stand where. Nothing is drawn yet. */
export interface PackPlan {
  readonly title: string;
  readonly author: string;
  readonly recipient: Recipient;
  readonly madeOn: CalendarDay;
  readonly head: string | null;
  /** without withdrawn exhibits, and without what isn't in the pack */
  readonly caseFile: CaseFile;
  readonly events: readonly Event[];
  /** unconfirmed dates of the exhibits that the chronology leaves out */
  readonly eventsLeftOut: number;
  readonly sections: readonly PlannedSection[];
  /** sheets of all exhibits together */
  readonly exhibitSheets: number;
}

export interface PlannedSection {
  readonly title: string;
  readonly exhibits: readonly PlannedExhibit[];
}

export interface PlannedExhibit {
  readonly exhibit: Exhibit;
  /** its own date, or null */
  readonly day: CalendarDay | null;
  /** false while nobody confirmed the date */
  readonly dayConfirmed: boolean;
  /** sheets before it among the exhibits' */
  readonly sheetsBefore: number;
  readonly sheets: number;
  /** for each page as it was read, from 1: the sheet of the exhibit it is on, from 0 */
  readonly sheetOfPage: ReadonlyMap<number, number>;
}

/** What planning needs to know of an exhibit that was made ready. */
export interface CountedExhibit {
  readonly exhibit: Exhibit;
  /** for each sheet the page as it was read, or null */
  readonly sourcePages: readonly (number | null)[];
}

/** Puts exhibits into sections by who wrote them; within a section they keep the order's order. */
export function planPack(order: PackOrder, counted: readonly CountedExhibit[]): PackPlan {
  const sections: PlannedSection[] = [];
  let sheetsBefore = 0;
  for (const { words, senders } of sectionKinds) {
    const members = counted.filter(({ exhibit }) => senders.includes(exhibit.letter.sender));
    if (members.length === 0) continue;
    const letter = String.fromCharCode(65 + sections.length);
    const exhibits = members.map((member) => {
      const planned = planExhibit(member, sheetsBefore);
      sheetsBefore += planned.sheets;
      return planned;
    });
    sections.push({ title: `Exhibits ${letter}: ${words}`, exhibits });
  }
  const { title, addressee } = recipientWords[order.recipient];
  const { name } = order.caseFile.person;
  const caseFile = { ...order.caseFile, exhibits: counted.map(({ exhibit }) => exhibit) };
  const { events, leftOut } = packChronology(caseFile);
  return {
    title: `${title}. ${addressee}`,
    author: name === "" ? "The person making the complaint" : name,
    recipient: order.recipient,
    madeOn: order.madeOn,
    head: order.head ?? null,
    caseFile,
    events,
    eventsLeftOut: leftOut,
    sections,
    exhibitSheets: sheetsBefore,
  };
}

const sectionKinds: readonly { readonly words: string; readonly senders: readonly Sender[] }[] = [
  { words: "letters from the Child Maintenance Service", senders: ["cms"] },
  { words: "letters from other official bodies", senders: ["ice", "mp", "dwp-foi"] },
  { words: "bank and phone records", senders: ["bank", "phone-company"] },
  { words: "other documents", senders: ["other"] },
];

function planExhibit({ exhibit, sourcePages }: CountedExhibit, sheetsBefore: number): PlannedExhibit {
  const sheetOfPage = new Map<number, number>();
  for (const [sheet, page] of sourcePages.entries()) {
    if (page !== null && !sheetOfPage.has(page)) sheetOfPage.set(page, sheet);
  }
  const told = judgedMentions(exhibit).find(({ role }) => role === "letter-date");
  return {
    exhibit,
    day: told === undefined ? exhibit.letter.letterDate : firstDay(told.value),
    dayConfirmed: told?.confirmed ?? false,
    sheetsBefore,
    sheets: sourcePages.length,
    sheetOfPage,
  };
}

/** All exhibits in the order they are printed. */
export function printedExhibits(plan: PackPlan): readonly PlannedExhibit[] {
  return plan.sections.flatMap(({ exhibits }) => exhibits);
}
