import { describe, expect, it } from "vitest";
import { readLetter } from "#core/letters/read-letter.ts";
import { letterKinds } from "#core/model/letter.ts";
import { day } from "../../day.ts";
import { datesIn, pageOf } from "./extract.ts";
import { complaintExtracts } from "./extracts-complaints.ts";
import { extracts } from "./extracts-first.ts";
import { fourthExtracts } from "./extracts-fourth.ts";
import { lastExtracts } from "./extracts-last.ts";
import { laterExtracts } from "./extracts-later.ts";

describe("a short letter", () => {
  it.each([...extracts, ...complaintExtracts, ...laterExtracts, ...lastExtracts, ...fourthExtracts])(
    "of kind $kind from $sender gives kind, sender and dates: $marked",
    (one) => {
      const read = readLetter([pageOf(one)], { today: day("2027-11-22") });
      expect(read).toMatchObject({ kind: one.kind, sender: one.sender });
      expect(read.mentions.map(({ words, role }) => [words, role])).toEqual(datesIn(one));
    },
  );

  it("is there of every kind", () => {
    expect(new Set([...extracts, ...complaintExtracts].map(({ kind }) => kind))).toEqual(new Set(letterKinds));
  });
});
