import type { ReadForKeeping } from "#core/case-work/add-exhibit.ts";
import { newId } from "#core/case-work/kept-case.ts";
import { type Bytes, sha256 } from "#core/model/bytes.ts";
import { addDays, type CalendarDay, calendarDay } from "#core/model/calendar-day.ts";
import type { ChangeBody } from "#core/model/change.ts";
import type { Mention } from "#core/model/mention.ts";
import type { PageText } from "#core/model/page.ts";

/** A call note of the length that people write: about 400 letters, with two promises. Invented. */
export function exampleCall(at: number): ChangeBody {
  return {
    kind: "call-kept",
    call: {
      id: newId(),
      day: dayOf(at),
      time: "10:20",
      direction: "out",
      who: "An adviser on the complaints line",
      theySaid: `${"They said that the change of circumstances had been received but not looked at. ".repeat(2)}(${at})`,
      iSaid: "I asked again for the breakdown of the arrears, and for a name to write to about it.",
      promises: [
        { what: "Call back with an answer", by: addDays(dayOf(at), 5) },
        { what: "Send the breakdown by post", by: null },
      ],
      holdMinutes: 24,
      minutes: 41,
    },
  };
}

/** A letter of two pages and 600 words with eight dates, as reading gives it; its original is random bytes. */
export async function exampleRead(
  at: number,
  sizeBytes: number,
): Promise<{ readonly bytes: Bytes; readonly read: ReadForKeeping }> {
  const bytes = noise(sizeBytes);
  const files = [
    { name: `letter-${at}.pdf`, type: "pdf", pageCount: 2, sizeBytes, sha256: await sha256(bytes) },
  ] as const;
  const letter = {
    letterDate: dayOf(at),
    caseReference: "121000000000",
    sender: "cms",
    kind: "decision_calculation",
    mentions: Array.from({ length: 8 }, (_, place) => exampleMention(at, place)),
  } as const;
  return { bytes, read: { files, pages: [examplePage(1), examplePage(2)], letter, problems: [] } };
}

/** Bytes that no compression makes smaller. */
export function noise(sizeBytes: number): Bytes {
  const bytes = new Uint8Array(sizeBytes);
  for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

function dayOf(at: number): CalendarDay {
  const first = calendarDay(2020, 1, 6);
  if (first === null) throw new Error("6 January 2020 is a day");
  return addDays(first, at % 2000);
}

function exampleMention(at: number, place: number): Mention {
  return {
    page: 1 + (place % 2),
    words: "3 March 2026",
    value: { kind: "day", day: dayOf(at + place) },
    role: place === 0 ? "letter-date" : "event",
    meaning: place === 0 ? "letter-date" : "event",
    certainty: 0.97,
    rule: "day-month-year",
    context: "You told us on 3 March 2026 that your circumstances had changed, and we wrote to the other parent.",
    boxes: [{ left: 0.12, top: 0.1 + place / 20, width: 0.11, height: 0.012 }],
  };
}

function examplePage(number: number): PageText {
  const words = Array.from({ length: 300 }, (_, place) => ({
    text: "circumstances",
    box: { left: (place % 10) / 10, top: place / 300, width: 0.08, height: 0.012 },
    certainty: 1,
  }));
  return { number, width: 595, height: 842, source: "layer", words, text: null };
}
