import { createHash } from "node:crypto";
import { beginCase } from "#core/case-work/begin-case.ts";
import { keepObject } from "#core/case-work/case-objects.ts";
import { exportBundle } from "#core/case-work/export-bundle.ts";
import { type KeptCase, keepChange, keepChanges, newId } from "#core/case-work/kept-case.ts";
import type { Host } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import type { ChangeBody } from "#core/model/change.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import type { Mention } from "#core/model/mention.ts";
import type { PageText } from "#core/model/page.ts";
import type { Pence } from "#core/model/pence.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { allOf, pair } from "../vault/bundle/small-bags.ts";

/** When everything in it was said. */
export const now = new Date("2026-11-22T10:00:00Z");

const day = "2026-03-03" as CalendarDay;

const mention: Mention = {
  page: 1,
  words: "3 March 2026",
  value: { kind: "day", day },
  role: "letter-date",
  meaning: "letter-date",
  certainty: 0.9,
  rule: "day-month-year",
  context: "Date: 3 March 2026",
  boxes: [{ left: 0.1, top: 0.2, width: 0.3, height: 0.02 }],
};

const box = { left: 0.1, top: 0.1, width: 0.1, height: 0.02 };
const page: PageText = {
  number: 1,
  width: 595,
  height: 842,
  source: "layer",
  quarterTurns: 1,
  words: [{ text: "Date:", box, certainty: 1 }],
  text: null,
};

/** Keeps a letter made of these bytes as the next exhibit. */
export async function addLetter(kept: KeptCase, number: number, names: readonly string[], bytes: Bytes) {
  let open = kept;
  const files: Exhibit["files"][number][] = [];
  for (const name of names) {
    const { kept: next, id: object } = await keepObject(open, bytes);
    open = next;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files.push({ name, type: "pdf", pageCount: 1, sizeBytes: bytes.length, sha256, object });
  }
  const words = await keepObject(open, new TextEncoder().encode(JSON.stringify([page])));
  const { words: _words, text: _text, ...shape } = page;
  const exhibit: Exhibit = {
    id: newId(),
    number,
    title: "Letter of 3 March 2026",
    files,
    pages: [shape],
    wordsObject: words.id,
    letter: {
      letterDate: day,
      caseReference: "121000000001",
      sender: "cms",
      kind: "decision_calculation",
      mentions: [mention],
    },
    judgements: {},
    problems: [],
    withdrawn: false,
  };
  return { kept: await keepChange(words.kept, { kind: "exhibit-added", exhibit }, now), exhibit };
}

/** A change of every kind that there is, about one exhibit. */
function everyKind(exhibitId: string): readonly ChangeBody[] {
  const call = newId();
  const value = { kind: "span", start: day, end: "2026-04" } as Mention["value"];
  return [
    { kind: "reference-told", caseReference: "121000000001" },
    { kind: "wants-told", wants: ["An apology"] },
    { kind: "exhibit-titled", exhibitId, title: "Decision" },
    { kind: "letter-kind-told", exhibitId, letterKind: "mr_notice" },
    { kind: "exhibit-withdrawn", exhibitId, withdrawn: true },
    { kind: "date-judged", exhibitId, position: 0, judgement: { kind: "corrected", to: { value, role: "period" } } },
    { kind: "date-told", exhibitId, mention },
    {
      kind: "call-kept",
      call: {
        id: call,
        day,
        time: "10:05",
        direction: "out",
        who: "Somebody",
        theySaid: "“Ring again” – naïve",
        iSaid: "No",
        promises: [{ what: "A letter", by: day }],
        holdMinutes: 20,
        minutes: null,
      },
    },
    { kind: "message-kept", message: { id: newId(), day, time: null, direction: "in", subject: "S", text: "T" } },
    {
      kind: "cost-kept",
      cost: {
        id: newId(),
        day,
        payee: "Post Office",
        what: "Stamps",
        amount: 170 as Pence,
        head: "out-of-pocket",
        cause: "",
        proof: { exhibit: 1, page: 1 },
      },
    },
    { kind: "event-kept", event: { id: newId(), day, time: null, text: "A visit" } },
    {
      kind: "issue-kept",
      issue: { id: newId(), triage: "both", title: "T", whatHappened: "", whyWrong: "", effect: "", want: "" },
    },
    { kind: "entry-removed", entryId: call },
    { kind: "pack-shown", recipient: "ice", exhibitIds: [exhibitId], packSha256: "a".repeat(64), head: "b".repeat(64) },
    { kind: "bundle-made", recipients: "passphrase", head: "c".repeat(64) },
    { kind: "retention-told", day },
    { kind: "parts-erased", exhibits: [{ id: newId(), number: 7 }], entryIds: [newId()] },
  ];
}

/** A case with two letters, one in two files of the same name, and a change of every kind. */
export async function filledCase(host: Host, vault: OpenVault, sizeBytes = 300): Promise<KeptCase> {
  const begun = await beginCase(host, vault, { name: "My case", person: unknownPerson }, now);
  const bytes = new Uint8Array(sizeBytes).fill(7);
  const first = await addLetter(begun, 1, ["CON.pdf", "con.PDF"], bytes);
  const second = await addLetter(first.kept, 2, ["../naïve\u{202e} 50%.pdf"], bytes.subarray(1));
  return keepChanges(second.kept, everyKind(second.exhibit.id), now);
}

/** The bundle of a case, for the tests' own pair of keys. */
export async function bundleOf(kept: KeptCase, recipient = pair.recipient): Promise<Uint8Array> {
  return allOf(exportBundle(kept, { lock: { recipients: [recipient] }, madeAt: now }));
}
