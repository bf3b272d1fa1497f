import { sayDay } from "../../model/calendar-day.ts";
import { indexPlace } from "../front-matter/sections.ts";
import type { Ink } from "../page/ink.ts";
import { band, colours } from "../page/paper.ts";
import { drawInk, type Sheet } from "../page/sheet.ts";
import { type Tag, tagUnder } from "../page/tag.ts";
import type { Typeface } from "../page/typeface.ts";
import type { PlannedExhibit } from "../plan.ts";
import type { MadeSheet } from "./made-sheet.ts";

interface ExhibitPage {
  readonly planned: PlannedExhibit;
  /** from 0 */
  readonly position: number;
  readonly made: MadeSheet;
  readonly indexPage: number;
}

/** Draws one page of an exhibit: its content above, and in the band whose page it is and the way back. */
export function drawExhibitPage(sheet: Sheet, { planned, position, made, indexPage }: ExhibitPage, parent: Tag): void {
  const { exhibit, sheets } = planned;
  const name = `Exhibit ${exhibit.number}, page ${position + 1} of ${sheets}`;
  const note = noteInk(sheet.typeface, name, indexPage);
  const heading = position === 0 ? tagUnder(parent, "H2", { title: exhibit.title }) : null;
  drawInk(sheet, [{ ...note.name, tag: heading }]);
  made.draw(sheet, parent, altText(planned, name));
  if (!hasWords(made)) drawInk(sheet, [unreadInk(tagUnder(parent, "P"))]);
  const link = tagUnder(parent, "Link");
  drawInk(sheet, note.back(link));
}

/** What a screen reader says of a page that is a picture. */
function altText({ exhibit, day, dayConfirmed }: PlannedExhibit, name: string): string {
  const dated = day === null ? "no date read" : `dated ${sayDay(day)}${dayConfirmed ? "" : " (date not confirmed)"}`;
  return `${name}: ${exhibit.title}, ${dated}. Picture of the page.`;
}

function hasWords(made: MadeSheet): boolean {
  return made.words.join("").replace(/[^\p{L}\p{N}]/gu, "").length >= 3;
}

function noteInk(typeface: Typeface, name: string, indexPage: number) {
  const size = band.noteSize;
  const base = { kind: "text", baseline: band.baseline, weight: "regular", size } as const;
  const back = `Back to the list of exhibits (page ${indexPage})`;
  const width = typeface.measure(back, "regular", size);
  const x = band.sideMargin + 190;
  const y = band.baseline - 3;
  return {
    name: { ...base, x: band.sideMargin, text: name, colour: colours.grey },
    back: (tag: Tag): readonly Ink[] => [
      { ...base, x, text: back, colour: colours.teal, tag },
      { kind: "link", x, y, width, height: size + 4, to: indexPlace, says: back, tag },
    ],
  };
}

/** A page with no words of its own says so, small, above the band's line. */
function unreadInk(tag: Tag): Ink {
  return {
    kind: "text",
    x: band.sideMargin,
    baseline: band.baseline + 11,
    text: "No text could be read on this page.",
    weight: "italic",
    size: 7,
    colour: colours.grey,
    tag,
  };
}
