import { afterAll, describe, expect, it } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import { nodePlatform } from "../../src-main/cli/reading-on-node.ts";
import { toPackPart } from "../../src-renderer/reading/pack-part.ts";
import { readExhibit } from "../../src-renderer/reading/read-exhibit.ts";
import { readTypedLetter } from "../../src-renderer/reading/typed-letter.ts";
import { day } from "../day.ts";
import { ascii } from "./made.ts";
import { docxOf, paragraph, table } from "./made-docx.ts";

const platform = nodePlatform();
afterAll(() => platform.close());

const read = (name: string, bytes: Bytes) => readExhibit([{ name, bytes }], platform, { today: day("2026-06-01") });

const mail = ascii(
  [
    "Message-ID: <1@example.org>",
    "MIME-Version: 1.0",
    "From: Child Maintenance Service <noreply@example.org>",
    "To: ada@example.org",
    "Date: Sun, 3 May 2026 23:22:10 -0500",
    "Subject: Your reference: 121900344518",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html",
    "",
    "<p>Dear Ms Okafor</p><table><tr><td>Reply by<td>31/05/2026</table>",
    "--b",
    'Content-Type: application/pdf; name="letter.pdf"',
    "",
    "x",
    "--b--",
  ].join("\r\n"),
);

describe("an e-mail is a letter", () => {
  it("whose date is the day it was sent, by its sender's clock, whatever its name says", async () => {
    const exhibit = await read("letter.pdf", mail);
    expect(exhibit).toMatchObject({ type: "email", textSource: "layer" });
    expect(exhibit.letter).toMatchObject({ letterDate: "2026-05-03", caseReference: "121900344518" });
    expect(exhibit.letter.mentions.map(({ value }) => value)).toContainEqual({ kind: "day", day: "2026-05-31" });
    expect(exhibit.pages.map(({ source, text }) => [source, text?.includes("Reply by\t31/05/2026")])).toEqual([
      ["typed", true],
    ]);
  });

  it("of which the person is told that what is attached has to be added by itself", async () => {
    const { problems, files } = await read("a.eml", mail);
    expect(problems.map(({ code }) => code)).toEqual(["mail-attachments"]);
    expect(files[0]).toMatchObject({ type: "email", pageCount: 1 });
  });
});

describe("a Word file is a letter", () => {
  const docx = docxOf(
    `${table([[["Child Maintenance Service"], ["Date:", "7 March 2024"]]])}${paragraph("Dear Ms Okafor")}`,
  );

  it("whose own date is found beside its letterhead", async () => {
    const exhibit = await read("a.txt", docx);
    expect(exhibit).toMatchObject({ type: "docx", problems: [] });
    expect(exhibit.letter.letterDate).toBe("2024-03-07");
  });

  it("that is in a pack as its words", async () => {
    const { pages } = await read("a.docx", docx);
    const part = await toPackPart({ name: "a.docx", bytes: docx }, "docx", pages, platform);
    const words = ["Child Maintenance Service\tDate:\n\t7 March 2024\nDear Ms Okafor"];
    expect(part).toEqual({ kind: "text", name: "a.docx", type: "docx", pages: words });
    expect(await toPackPart({ name: "a.docx", bytes: docx }, "docx", [], platform)).toEqual(part);
  });

  it("that is refused in a pack, too, when it is damaged", async () => {
    const bytes = docx.slice(0, 200);
    const { pages, problems } = await read("a.docx", bytes);
    expect([pages.length, problems.map(({ code }) => code)]).toEqual([0, ["file-damaged"]]);
    expect(await toPackPart({ name: "a.docx", bytes }, "docx", [], platform)).toMatchObject({
      kind: "refused",
      problem: "file-damaged",
    });
  });
});

it("reads the beginning of a mail that is longer than any letter, and says so", async () => {
  const long = ascii(
    `From: a@example.org\r\nMIME-Version: 1.0\r\nTo: b@example.org\r\n\r\n${"a few words\r\n".repeat(200_000)}`,
  );
  const { pages, problems } = await readTypedLetter(long, "email");
  expect([pages.length, pages[0]?.length, problems]).toEqual([1, 1_500_000, ["text-too-long"]]);
});

it("stops a mail that takes too long, and says so", async () => {
  const files = [{ name: "a.eml", bytes: mail }];
  const endless = { ...platform.pixels, typedLetter: () => new Promise<never>(() => undefined) };
  const exhibit = await readExhibit(
    files,
    { ...platform, pixels: endless },
    { today: day("2026-06-01"), limitMillis: 20 },
  );
  expect(exhibit.problems.map(({ code }) => code)).toEqual(["reading-timed-out"]);
});
