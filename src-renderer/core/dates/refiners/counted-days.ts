import { addWorkingDays } from "#core/deadlines/working-days.ts";
import {
  addDays,
  addMonths,
  type CalendarDay,
  calendarDay,
  dayParts,
  daysInMonth,
  weekday,
} from "#core/model/calendar-day.ts";
import type { Said } from "../found.ts";
import type { Tense } from "../tense.ts";
import { counted, type Place, type Reading, type Sofar, signed } from "./reading.ts";
import { pointOf } from "./year-of.ts";

/** "within 28 days of the date of this letter". */
export function offsetOf(said: Extract<Said, { kind: "offset" }>, sofar: Sofar, place: Place): Reading | null {
  const from =
    said.from === "letter"
      ? (orderDate(place) ?? sofar.letterDate)
      : said.from === "at-hand"
        ? sofar.atHand
        : said.from === "mentioned"
          ? (sofar.latestClose ?? sofar.mentioned)
          : nextDay(place, sofar);
  if (from === null) return null;
  const origin =
    said.from === "letter"
      ? orderDate(place) === null
        ? "letter date"
        : "the order's date"
      : said.from === "at-hand"
        ? "the day at hand"
        : "the date named";
  if (said.unit === "working-days") {
    const { day, certain } = addWorkingDays(from, said.count, "england");
    return counted(day, `${signed(said.count)} working days from ${origin}, England bank holidays`, certain ? 1 : 0.6);
  }
  const day =
    said.unit === "days" || said.unit === "weeks"
      ? addDays(from, said.count * (said.unit === "weeks" ? 7 : 1))
      : addMonths(from, said.count * (said.unit === "years" ? 12 : 1));
  return counted(
    day,
    `${signed(said.count)} ${said.unit === "months" ? "calendar months" : said.unit} from ${origin}`,
    1,
  );
}

/** "within 28 days of the date of this order": the day that the order says it was made, where it does. */
function orderDate({ found, pages, index }: Place): CalendarDay | null {
  const one = found[index];
  if (
    one === undefined ||
    !/\bthis (?:\p{L}+ )?order$|\border was (?:made|issued)$/iu.test(
      pages[one.page]?.text.slice(one.start, one.end) ?? "",
    )
  )
    return null;
  for (const { page, start, said } of found) {
    if (said.kind !== "day" || said.year === null) continue;
    const before = pages[page]?.text.slice(Math.max(0, start - 60), start) ?? "";
    if (orderMade.test(before)) return calendarDay(said.year, said.month, said.day);
  }
  return null;
}

const orderMade =
  /\b(?:order (?:(?:was|is|has been) )?(?:made|dated|granted|issued)(?: on)?|order (?:of|date)|date (?:of|on) (?:the |this )?(?:\p{L}+ )?order)(?: (?:is|was))?[: \t\n]{1,3}$/iu;

/** The day printed right after, for "within 14 days of 3 March 2023". */
function nextDay(place: Place, sofar: Sofar): CalendarDay | null {
  const one = place.found[place.index];
  const next = place.found[place.index + 1];
  if (one === undefined || next === undefined || next.page !== one.page || next.start - one.end > 40) return null;
  if (next.said.kind !== "day") return null;
  const point = pointOf(next.said, sofar, { ...place, index: place.index + 1 });
  return point?.value.kind === "day" ? point.value.day : null;
}

/** "last Monday", "on Thursday". */
export function weekdayFrom(
  { atHand, mentioned }: Sofar,
  number: number,
  which: Extract<Said, { kind: "weekday" }>["which"],
  tense: Tense,
): CalendarDay | null {
  if (atHand === null) return null;
  const back = (from: CalendarDay) => addDays(from, -((weekday(from) - number + 7) % 7 || 7));
  const ahead = (from: CalendarDay) => addDays(from, (number - weekday(from) + 7) % 7 || 7);
  switch (which) {
    // In the week before, in the week after: on a Tuesday "last Monday" is eight days ago, not yesterday.
    case "last":
      return addDays(atHand, number - weekday(atHand) - 7);
    case "next":
      return addDays(atHand, number - weekday(atHand) + 7);
    case "this": {
      const day = addDays(atHand, number - weekday(atHand));
      return day < atHand && tense === "future" ? addDays(day, 7) : day;
    }
    case "previous":
      return back(mentioned ?? atHand);
    case "following":
      return ahead(mentioned ?? atHand);
    case "bare":
      return tense === "past" ? (weekday(atHand) === number ? atHand : back(atHand)) : ahead(atHand);
  }
}

/** "the 29th", "Monday 4th", "the 19th of the following month". */
export function dayNumberFrom(
  { atHand, mentioned, sameSentence }: Sofar,
  { day: number, months, from, weekday: named }: Extract<Said, { kind: "day-number" }>,
  { tense }: Place,
): CalendarDay | null {
  if (atHand === null) return null;
  if (months !== null) return inMonth(from === "mentioned" ? (mentioned ?? atHand) : atHand, months, number);
  const near = [0, -1, 1].map((step) => inMonth(atHand, step, number));
  if (named !== null) return near.find((day) => day !== null && weekday(day) === named) ?? null;
  if (sameSentence !== null && tense !== "future") return inMonth(sameSentence, 0, number);
  const [here = null, before = null, after = null] = near;
  if (tense === "future") return here !== null && here >= atHand ? here : after;
  return here !== null && here <= atHand ? here : before;
}

function inMonth(from: CalendarDay, months: number, number: number): CalendarDay | null {
  const { year, month } = dayParts(addMonths(from, months));
  return number > daysInMonth(year, month) ? null : calendarDay(year, month, number);
}
