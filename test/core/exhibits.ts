import type { Exhibit } from "#core/model/exhibit.ts";
import type { ReadLetter } from "#core/model/letter.ts";
import type { DateRole, DateValue, Mention } from "#core/model/mention.ts";
import { day } from "../day.ts";

/** A mention on page 1, for tests that care about its value and role only. */
export function mention(words: string, value: DateValue | string, role: DateRole): Mention {
  return {
    page: 1,
    words,
    value: typeof value === "string" ? { kind: "day", day: day(value) } : value,
    role,
    meaning: role,
    certainty: 0.9,
    rule: "test",
    context: words,
    boxes: [],
  };
}

/** A read letter with the given mentions, from the Service. */
export function letter(letterDate: string | null, mentions: readonly Mention[] = []): ReadLetter {
  return {
    letterDate: letterDate === null ? null : day(letterDate),
    caseReference: null,
    sender: "cms",
    kind: "other",
    mentions,
  };
}

/** An exhibit of one page that holds a letter. */
export function exhibit(number: number, read: ReadLetter): Exhibit {
  return {
    id: `exhibit-${number}`,
    number,
    title: `Letter ${number}`,
    files: [],
    pages: [{ number: 1, width: 595, height: 842, source: "layer" }],
    wordsObject: "",
    letter: read,
    judgements: {},
    problems: [],
    withdrawn: false,
  };
}
