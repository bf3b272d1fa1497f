import { useRef, useState } from "react";
import type { Exhibit, Judgement } from "#core/model/exhibit.ts";
import { session, undoLast } from "../../flows/current-case.ts";
import { type FoundDate, nextWaiting } from "../../flows/found-dates.ts";
import { judgeDate } from "../../flows/judge-dates.ts";
import { hasTyped } from "../../flows/typed-fields.ts";
import type { Place } from "../place.ts";
import { sayValue } from "../say.ts";
import { words } from "../words/common.ts";
import { readerWords } from "../words/letters.ts";

/** What is looked at in a letter: the page, the date, how large, and whether a correction is open. */
export type ReadingState = ReturnType<typeof useReading>;

const zooms = [0.75, 1, 1.25, 1.5, 2, 3] as const;

export function useReading(place: Extract<Place, { screen: "reader" }>, exhibit: Exhibit, dates: readonly FoundDate[]) {
  const correctionName = (position: number | null) => `correct-${exhibit.id}-${position}`;
  const begun = dates.find((found) => hasTyped(correctionName(found.position)))?.position;
  const first = place.position ?? begun ?? nextWaiting(dates, -1) ?? (dates.length > 0 ? 0 : null);
  const [chosen, setChosen] = useState<number | null>(first);
  const firstPage = place.page ?? dates.find((found) => found.position === first)?.mention.page ?? 1;
  const [page, setPage] = useState(Math.min(firstPage, Math.max(1, exhibit.pages.length)));
  const [zoom, setZoom] = useState(1);
  const [isCorrecting, setCorrecting] = useState(hasTyped(correctionName(first)));
  const list = useRef<HTMLOListElement>(null);
  const step = (by: number) => setZoom(zooms[Math.max(0, Math.min(zooms.length - 1, zoomAt(zoom) + by))] ?? 1);
  return {
    chosen,
    page,
    zoom,
    isCorrecting,
    list,
    /** what was typed into a correction is found under this name: it outlives a lock */
    correctionName,
    setCorrecting,
    setPage,
    /** @param focus whether the date's row takes the focus, as when keys moved there */
    choose: (position: number | null, focus: boolean) => {
      setChosen(position);
      setCorrecting(hasTyped(correctionName(position)));
      const found = dates.find((one) => one.position === position);
      if (found !== undefined) setPage(found.mention.page);
      if (focus) list.current?.querySelector<HTMLElement>(`[data-row="${position}"]`)?.focus();
    },
    bigger: () => step(1),
    smaller: () => step(-1),
    canGrow: zoomAt(zoom) < zooms.length - 1,
    canShrink: zoomAt(zoom) > 0,
    turn: (event: Event, by: number) => {
      const next = page + by;
      if (next < 1 || next > exhibit.pages.length) return;
      event.preventDefault();
      setPage(next);
    },
  };
}

function zoomAt(zoom: number): number {
  return zooms.findIndex((one) => one >= zoom);
}

/** What can be done with the chosen date, by key or by button. */
export type ReadingActs = ReturnType<typeof readingActs>;

export function readingActs(exhibit: Exhibit, dates: readonly FoundDate[], reading: ReadingState) {
  const found = dates.find((one) => one.position === reading.chosen);
  const move = (event: Event | null, by: number) => {
    // With Shift the arrows move the page: see PageView.
    if (event instanceof KeyboardEvent && event.shiftKey && event.key.startsWith("Arrow")) return;
    event?.preventDefault();
    const at = dates.findIndex((one) => one.position === reading.chosen);
    const next = dates[Math.max(0, Math.min(dates.length - 1, at + by))];
    if (next !== undefined) reading.choose(next.position, true);
  };
  const judge = (judgement: Judgement | null, done: string) => {
    if (found === undefined) return;
    void judgeDate(exhibit, found.position, judgement, done);
    // On to the next at once, not when the disk has answered: quick fingers must not meet the same date twice.
    const rest = dates.filter((one) => one.position !== found.position);
    const next = judgement === null ? null : nextWaiting(rest, found.position);
    reading.choose(next ?? found.position, true);
  };
  return {
    down: (event: Event | null) => move(event, 1),
    up: (event: Event | null) => move(event, -1),
    accept: (event: Event | null) => {
      event?.preventDefault();
      if (found === undefined) return;
      // A date that is checked already is left as it is: saying "right" to a correction must not undo it.
      if (found.standing === "accepted" || found.standing === "corrected") {
        reading.choose(nextWaiting(dates, found.position) ?? found.position, true);
        return;
      }
      judge({ kind: "accepted" }, readerWords.done.accepted(sayValue(found.mention.value)));
    },
    reject: () => {
      if (found !== undefined) judge({ kind: "rejected" }, readerWords.done.rejected(found.mention.words));
    },
    correct: (event: Event | null) => {
      event?.preventDefault();
      if (found !== undefined) reading.setCorrecting(true);
    },
    keepCorrection: (to: Extract<Judgement, { kind: "corrected" }>["to"]) =>
      judge({ kind: "corrected", to }, readerWords.done.corrected(sayValue(to.value))),
    takeBack: () => {
      if (found !== undefined) judge(null, readerWords.done.takenBack(sayValue(found.mention.value)));
    },
    undo: () => {
      const last = session.get().undo.at(-1)?.back[0];
      void undoLast(words);
      if (last?.kind === "date-judged" && last.exhibitId === exhibit.id) reading.choose(last.position, true);
    },
  };
}
