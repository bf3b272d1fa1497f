import { type CSSProperties, type RefObject, useEffect, useRef } from "react";
import type { Exhibit } from "#core/model/exhibit.ts";
import type { Box } from "#core/model/page.ts";
import type { FoundDate } from "../../flows/found-dates.ts";
import { pagePicture } from "../../flows/page-picture.ts";
import { useKeys } from "../keys.ts";
import { readerWords } from "../words/letters.ts";
import { Button } from "./button.tsx";
import { Picture } from "./picture.tsx";
import type { ReadingState } from "./reading-state.ts";
import { TextPage } from "./text-page.tsx";

interface PageViewProps {
  readonly exhibit: Exhibit;
  readonly dates: readonly FoundDate[];
  readonly reading: ReadingState;
}

/** pixels for one press of Shift and an arrow */
const scrollStep = 80;

/** A page of the letter with its dates outlined in place. Clicking an outline chooses its date. */
export function PageView({ exhibit, dates, reading }: PageViewProps) {
  const { page } = reading;
  const here = dates.filter((found) => found.mention.page === page);
  const desk = useRef<HTMLDivElement>(null);
  useBringIntoSight(desk, reading);
  const scroll = (event: KeyboardEvent, left: number, top: number) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    desk.current?.scrollBy(left * scrollStep, top * scrollStep);
  };
  useKeys({
    arrowdown: (event) => scroll(event, 0, 1),
    arrowup: (event) => scroll(event, 0, -1),
    arrowright: (event) => scroll(event, 1, 0),
    arrowleft: (event) => scroll(event, -1, 0),
  });
  return (
    <section className="page-view" aria-label={readerWords.page(page, exhibit.pages.length)}>
      <div className="desk" ref={desk}>
        <PageBar exhibit={exhibit} reading={reading} />
        {isTyped(exhibit, page) ? (
          <TextPage exhibit={exhibit} page={page} dates={here} chosen={reading.chosen} />
        ) : (
          <Sheet exhibit={exhibit} dates={here} reading={reading} />
        )}
      </div>
    </section>
  );
}

function Sheet({ exhibit, dates, reading }: PageViewProps) {
  const { page, zoom } = reading;
  const sheet = useRef<HTMLDivElement>(null);
  useOutlineClicks(sheet, reading.choose);
  const shape = exhibit.pages[page - 1];
  const ratio = shape === undefined ? "210 / 297" : `${shape.width} / ${shape.height}`;
  const pixels = zoom > 1.25 ? 2400 : 1500;
  return (
    <div
      className="sheet"
      ref={sheet}
      style={{ width: `${zoom * 94}%`, maxWidth: `${zoom * 860}px`, aspectRatio: ratio }}
    >
      <Picture
        name={`${exhibit.id} ${page} ${pixels}`}
        fetch={() => pagePicture(exhibit, page, pixels)}
        label={readerWords.pictureName(page, exhibit.pages.length)}
        waiting={readerWords.drawing}
        failed={readerWords.notDrawn}
      />
      <div className="marks" aria-hidden="true">
        {dates.flatMap((found) =>
          found.mention.boxes.map((box) => (
            <span
              key={`${found.position} ${box.left} ${box.top}`}
              className={`mark ${found.standing}${found.position === reading.chosen ? " chosen" : ""}`}
              data-position={found.position}
              style={placed(box)}
            />
          )),
        )}
      </div>
    </div>
  );
}

function PageBar({ exhibit, reading }: Pick<PageViewProps, "exhibit" | "reading">) {
  const { page } = reading;
  const count = exhibit.pages.length;
  return (
    <div className="page-bar">
      <div className="row">
        {count < 2 ? null : (
          <>
            <Button small icon="back" disabled={page <= 1} onPress={() => reading.setPage(page - 1)}>
              {readerWords.previousPage}
            </Button>
            <Button small icon="forward" disabled={page >= count} onPress={() => reading.setPage(page + 1)}>
              {readerWords.nextPage}
            </Button>
          </>
        )}
        <span className="small soft">{readerWords.page(page, count)}</span>
      </div>
      <div className="row">
        <Button small icon="smaller" disabled={!reading.canShrink} onPress={reading.smaller}>
          {readerWords.smaller}
        </Button>
        <Button small icon="bigger" disabled={!reading.canGrow} onPress={reading.bigger}>
          {readerWords.bigger}
        </Button>
      </div>
    </div>
  );
}

/** The outlines are for pointers: keys and screen readers have the list, so they take no part in tabbing. */
function useOutlineClicks(sheet: RefObject<HTMLElement | null>, choose: ReadingState["choose"]): void {
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  useEffect(() => {
    const frame = sheet.current;
    const click = (event: MouseEvent) => {
      const position = event.target instanceof HTMLElement ? event.target.dataset["position"] : undefined;
      if (position !== undefined) latest.current(Number(position), true);
    };
    frame?.addEventListener("click", click);
    return () => frame?.removeEventListener("click", click);
  }, [sheet]);
}

/** Moves the desk, never the window, until the chosen outline can be seen. */
function useBringIntoSight(desk: RefObject<HTMLElement | null>, reading: ReadingState): void {
  const { chosen, page, zoom } = reading;
  useEffect(() => {
    const frame = desk.current;
    const mark = frame?.querySelector(`[data-position="${chosen}"]`);
    if (frame === null || mark === null || mark === undefined || page < 1 || zoom <= 0) return;
    const outer = frame.getBoundingClientRect();
    const inner = mark.getBoundingClientRect();
    const isSeen =
      inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
    if (isSeen) return;
    frame.scrollTop += inner.top - outer.top - frame.clientHeight / 3;
    frame.scrollLeft += inner.left - outer.left - frame.clientWidth / 3;
  }, [desk, chosen, page, zoom]);
}

function placed(box: Box): CSSProperties {
  const percent = (part: number) => `${(part * 100).toFixed(3)}%`;
  return { left: percent(box.left), top: percent(box.top), width: percent(box.width), height: percent(box.height) };
}

function isTyped(exhibit: Exhibit, page: number): boolean {
  return exhibit.pages[page - 1]?.source === "typed";
}
