import { describe, expect, test, vi } from "vitest";
import { addLetters, answerSame, readings } from "../../src-renderer/flows/add-letters.ts";
import { openFile } from "../../src-renderer/flows/current-case.ts";
import { withdrawExhibit } from "../../src-renderer/flows/keep-entries.ts";
import { keepBoth, keptTwice, openTwins } from "../../src-renderer/flows/kept-twice.ts";
import { letterWarnings } from "../../src-renderer/flows/letter-warnings.ts";
import { lockNow } from "../../src-renderer/flows/lock.ts";
import { exhibit, letter } from "../core/exhibits.ts";
import { bytesOf, hostOn, temporaryFolder } from "../host/temporary.ts";
import { createdOn, unlockAgain } from "./window.ts";

vi.mock("../../src-renderer/flows/passphrase-kdf.ts", () => import("./quick-kdf.ts"));

const decision = `Child Maintenance Service

Date: 3 May 2026

Dear Ms Pryce

We have decided how much child maintenance you will get. From 11 May 2026 the paying parent has to pay £61.40 a week.
If you think that our decision is wrong you can ask us to look at it again by 3 June 2026. This is called a mandatory
reconsideration. Please tell us which part of the decision you think is wrong and send any evidence that you have.

Yours sincerely
`;

function offered(name: string, text: string) {
  return [{ name, bytes: async () => bytesOf(text) }];
}

const open = () => openTwins(openFile(), keptTwice.get());
const states = () => readings.get().map(({ state }) => state);

describe("a file that is in the case file already", () => {
  test("is not added until the person says so, and is read then", async () => {
    await createdOn(hostOn(await temporaryFolder()));
    await addLetters([offered("one.txt", decision), offered("copy of one.txt", decision)]);
    expect(states()).toEqual(["kept", "same"]);
    expect(readings.get()[1]?.sameAs).toBe(openFile().exhibits[0]?.id);
    expect(openFile().exhibits).toHaveLength(1);
    answerSame([readings.get()[1]?.id ?? 0], "add");
    await vi.waitFor(() => expect(states()).toEqual(["kept", "kept"]));
    expect(openFile().exhibits).toHaveLength(2);
    await vi.waitFor(() => expect(keptTwice.get().twins).toHaveLength(1));
    expect(open()).toEqual([]);
  });

  test("goes from the list when it is left out, and nothing of it is kept", async () => {
    await createdOn(hostOn(await temporaryFolder()));
    await addLetters([offered("one.txt", decision)]);
    await addLetters([offered("two.txt", decision)]);
    answerSame([readings.get()[1]?.id ?? 0], "leave");
    expect(states()).toEqual(["kept"]);
    expect(openFile().exhibits).toHaveLength(1);
  });
});

describe("a letter that looks like one before it", () => {
  const again = decision.replace("evidence", "evldence").replace("Yours", "RECEIVED\nYours");

  test("is asked about, also after Folio was locked, until it is withdrawn", async () => {
    await createdOn(hostOn(await temporaryFolder()));
    await addLetters([offered("one.txt", decision), offered("two.txt", again)]);
    await vi.waitFor(() =>
      expect(open()).toMatchObject([{ exhibit: { number: 2 }, other: { number: 1 }, is: "same" }]),
    );
    await lockNow();
    expect(keptTwice.get()).toEqual({ twins: [], keptBoth: new Set() });
    await unlockAgain();
    await vi.waitFor(() => expect(open()).toHaveLength(1));
    const [twin] = open();
    if (twin === undefined) throw new Error("nothing was found");
    await withdrawExhibit(twin.exhibit, true, "left out");
    expect(open()).toEqual([]);
    expect(openFile().exhibits.map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test("is never asked about again once both are to stay", async () => {
    await createdOn(hostOn(await temporaryFolder()));
    await addLetters([offered("one.txt", decision), offered("two.txt", again)]);
    await vi.waitFor(() => expect(open()).toHaveLength(1));
    const [one, other] = openFile().exhibits;
    await keepBoth(one?.id ?? "", other?.id ?? "", "both kept");
    expect(open()).toEqual([]);
    await lockNow();
    await unlockAgain();
    await vi.waitFor(() => expect(keptTwice.get().twins).toHaveLength(1));
    expect(keptTwice.get().keptBoth.size).toBe(1);
    expect(open()).toEqual([]);
  });

  test("is not asked about where it is the form's next letter", async () => {
    await createdOn(hostOn(await temporaryFolder()));
    const next = decision.replace("3 May", "3 July").replace("11 May", "11 July").replace("3 June", "3 August");
    await addLetters([offered("one.txt", decision), offered("next.txt", next), offered("two.txt", again)]);
    await vi.waitFor(() => expect(keptTwice.get().twins).toHaveLength(1));
    expect(open()).toMatchObject([{ exhibit: { number: 3 }, other: { number: 1 } }]);
  });
});

describe("what a letter warns of", () => {
  const [mine, theirs] = ["121304558871", "121770012943"];
  const withReference = (caseReference: string | null) => exhibit(1, { ...letter("2026-05-03"), caseReference });

  test("is another case reference, only where both are known and differ", () => {
    expect(letterWarnings({ caseReference: mine }, withReference(theirs)).otherReference).toEqual({
      onLetter: theirs,
      inFile: mine,
    });
    expect(letterWarnings({ caseReference: mine }, withReference(mine)).otherReference).toBeNull();
    expect(letterWarnings({ caseReference: null }, withReference(theirs)).otherReference).toBeNull();
    expect(letterWarnings({ caseReference: mine }, withReference(null)).otherReference).toBeNull();
  });

  test("is nothing once it is withdrawn", () => {
    const pages = [{ number: 1, width: 595, height: 842, source: "ocr", printed: { number: 1, of: 2 } }] as const;
    const kept = { ...withReference(theirs), pages };
    expect(letterWarnings({ caseReference: mine }, kept).pages).toEqual({ missing: [2], of: 2, order: null });
    expect(letterWarnings({ caseReference: mine }, { ...kept, withdrawn: true })).toEqual({
      otherReference: null,
      pages: null,
    });
  });
});
