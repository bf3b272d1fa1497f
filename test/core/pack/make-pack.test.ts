import fc from "fast-check";
import { degrees, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { Issue } from "#core/model/issue.ts";
import { makePack } from "#core/pack/make-pack.ts";
import { type PackPart, recipients } from "#core/pack/order.ts";
import { sayProblem } from "#core/problem-words.ts";
import type { Problem } from "#core/problems.ts";
import { day } from "../../day.ts";
import { exhibitOf, orderOf, pageText, pdfPart, readPack } from "./kit.ts";

const letter = () =>
  pdfPart(
    async (document) => {
      const font = await document.embedFont(StandardFonts.Helvetica);
      document.addPage([595.28, 841.89]).drawText("Arrears notice", { x: 72, y: 700, size: 12, font });
    },
    [pageText("Arrears notice")],
  );

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    () => {
      throw new Error("nothing was thrown");
    },
    (problem: Problem) => problem,
  );
}

describe("making a pack", () => {
  it.each(recipients)(
    "for %s every page carries its own number, and the first page is the front page",
    async (recipient) => {
      const order = orderOf([exhibitOf(1, [await letter()]), exhibitOf(2, [await letter()])], { recipient });
      const made = await makePack(order);
      const pages = await readPack(made.pdf);
      expect(pages).toHaveLength(made.pageCount);
      for (const [index, { pieces }] of pages.entries()) {
        const stamp = pieces.find(({ text, at }) => text === String(index + 1) && at[5] === 14);
        expect(stamp, `page ${index + 1}`).toBeDefined();
      }
      expect(pages[0]?.text).toContain("COMPLAINT");
    },
  );

  it("the manifest says where each exhibit starts, with words that really stand there", async () => {
    const made = await makePack(
      orderOf([exhibitOf(4, [await letter()]), exhibitOf(9, [await letter(), await letter()])]),
    );
    const pages = await readPack(made.pdf);
    expect(made.manifest.documents.map(({ pages: count }) => count)).toEqual([1, 2]);
    for (const { page, needle } of made.manifest.documents) {
      expect(needle).toBe("Arrears");
      expect(pages[page - 1]?.text).toContain("Arrears notice");
    }
  });

  it("the head of the case file is printed whole on the exhibit index, and nowhere where there is none", async () => {
    const head = "0123456789abcdef".repeat(4);
    const order = orderOf([exhibitOf(1, [await letter()])]);
    const made = await makePack({ ...order, head });
    const pages = await readPack(made.pdf);
    expect([made.head, pages.filter((page) => page.text.includes(head)).length]).toEqual([head, 1]);
    const without = await makePack(order);
    const text = (await readPack(without.pdf)).map((page) => page.text).join(" ");
    expect([without.head, text.includes("ended with this line")]).toEqual([null, false]);
  });

  it("a file that can't be copied has one page that names it and says why, and a warning", async () => {
    const broken: PackPart = { kind: "pdf", name: "broken.pdf", bytes: new Uint8Array([1, 2, 3]), pages: [] };
    const locked: PackPart = { kind: "refused", name: "locked.pdf", problem: "pdf-password" };
    const made = await makePack(orderOf([exhibitOf(1, [broken, locked])]));
    const text = (await readPack(made.pdf)).map((page) => page.text).join(" ");
    expect(text).toContain("broken.pdf");
    expect(text).toContain(sayProblem("pdf-password").slice(0, 30));
    expect(made.warnings.filter((warning) => warning.includes("says why"))).toHaveLength(2);
  });

  it("plain text is typed out word for word, with letters the typeface lacks made visible", async () => {
    const text: PackPart = {
      kind: "text",
      type: "text",
      name: "note.txt",
      pages: ["£5 to Siân Gŵyn \u2014 \u6f22 done", ""],
    };
    const made = await makePack(orderOf([exhibitOf(1, [text])]));
    const pages = await readPack(made.pdf);
    expect(pages.map((page) => page.text).join(" ")).toContain("£5 to Siân Gŵyn \u2014 \u25ca done");
  });

  it("words read off a picture can be found again where they stand", async () => {
    const scan = await pdfPart(
      (document) => void document.addPage([595.28, 841.89]),
      [pageText("Hidden reply", "ocr")],
    );
    const made = await makePack(orderOf([exhibitOf(1, [scan])]));
    const page = (await readPack(made.pdf))[(made.manifest.documents[0]?.page ?? 1) - 1];
    expect(page?.text).toContain("Hidden reply");
    expect(page?.text).not.toContain("No text could be read");
    const word = page?.pieces.find(({ text }) => text.startsWith("Hidden"));
    expect(word?.at[4]).toBeGreaterThan(60);
    expect(word?.at[5]).toBeGreaterThan(700);
  });

  it("a page without any text says so", async () => {
    const made = await makePack(orderOf([exhibitOf(1, [await pdfPart((document) => void document.addPage())])]));
    expect((await readPack(made.pdf)).at(-1)?.text).toContain("No text could be read on this page.");
  });

  it("the same order gives the same bytes", async () => {
    const order = orderOf([exhibitOf(1, [await letter()])]);
    const [one, other] = [await makePack(order), await makePack(order)];
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(true);
  });
});

describe("what must not be in a pack", () => {
  it("a forbidden word on an exhibit's page stops it, naming word and page and keeping both out of the log", async () => {
    const work = makePack(orderOf([exhibitOf(1, [await letter()])], { forbid: ["ARREARS  NOTICE"] }));
    const problem = await problemOf(work);
    expect(problem.code).toBe("forbidden-words-found");
    expect(problem.where[0]).toContain("exhibit 1, page 1");
    expect(problem.message).not.toMatch(/arrears/i);
  });

  it("a forbidden word that only the page itself holds, not what was read, is found in the finished file", async () => {
    const unread = await pdfPart(async (document) => {
      const font = await document.embedFont(StandardFonts.TimesRoman);
      document.addPage().drawText("14 Elm Row", { x: 50, y: 50, size: 9, font });
    });
    const problem = await problemOf(makePack(orderOf([exhibitOf(1, [unread])], { forbid: ["14 Elm Row"] })));
    expect(problem.code).toBe("forbidden-words-found");
  });

  it("scripts, links, fields, attachments and tool data of an exhibit are left behind, its marks stay", async () => {
    const hostile = await pdfPart(async (document) => {
      const page = document.addPage();
      document.addJavaScript("go", "app.alert('hello')");
      await document.attach(new Uint8Array([1]), "secret.txt");
      const field = document.getForm().createTextField("name");
      field.setText("Field text");
      field.addToPage(page, { x: 50, y: 600, width: 200, height: 30 });
      page.node.set(PDFName.of("PieceInfo"), document.context.obj({ Tool: { Private: PDFString.of("secret") } }));
      const link = document.context.obj({ Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9], A: { S: "URI" } });
      page.node.addAnnot(document.context.register(link));
    });
    const made = await makePack(orderOf([exhibitOf(1, [hostile])]));
    const raw = Buffer.from(await (await PDFDocument.load(made.pdf)).save({ useObjectStreams: false })).toString(
      "latin1",
    );
    for (const word of ["JavaScript", "EmbeddedFile", "AcroForm", "Widget", "PieceInfo", "/URI"]) {
      expect(raw).not.toContain(word);
    }
    expect((await readPack(made.pdf)).at(-1)?.text).toContain("Field text");
  });

  it("no object in the file is out of reach", async () => {
    const made = await makePack(orderOf([exhibitOf(1, [await letter()])]));
    const { context } = await PDFDocument.load(made.pdf, { updateMetadata: false });
    const used = new Set<string>();
    const visit = (object: unknown): void => {
      if (object instanceof PDFArray) object.asArray().forEach(visit);
      else if (object instanceof PDFDict) object.values().forEach(visit);
      else if (typeof object === "object" && object !== null && "objectNumber" in object) {
        const key = String(object);
        if (used.has(key)) return;
        used.add(key);
        visit(context.lookup(object as never));
      } else if (typeof object === "object" && object !== null && "dict" in object) visit(object.dict);
    };
    visit(context.trailerInfo.Root);
    visit(context.trailerInfo.Info);
    const lost = context.enumerateIndirectObjects().filter(([ref, object]) => {
      const type = "dict" in object && object.dict instanceof PDFDict ? object.dict.get(PDFName.of("Type")) : undefined;
      return !used.has(String(ref)) && type !== PDFName.of("ObjStm") && type !== PDFName.of("XRef");
    });
    expect(lost).toHaveLength(0);
  });
});

describe("being stopped", () => {
  it("an aborted order ends with a problem and says how far it was", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const order = orderOf([exhibitOf(1, [await letter()]), exhibitOf(2, [await letter()])], {
      signal: controller.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done === 1) controller.abort();
      },
    });
    expect((await problemOf(makePack(order))).code).toBe("reading-stopped");
    expect(seen).toEqual([0, 1]);
  });
});

describe("numbers and links", () => {
  it("any mixture of page sizes gives labels 1 to n and links that land where their words say", async () => {
    const size = fc.record({
      width: fc.integer({ min: 20, max: 1500 }),
      height: fc.integer({ min: 20, max: 1500 }),
      turn: fc.constantFrom(0, 90, 180, 270),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(size, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (files) => {
        const exhibits = await Promise.all(
          files.map(async (sizes, position) =>
            exhibitOf(position + 1, [
              await pdfPart((document) => {
                for (const { width, height, turn } of sizes)
                  document.addPage([width, height]).setRotation(degrees(turn));
              }),
            ]),
          ),
        );
        const made = await makePack(orderOf(exhibits));
        const document = await PDFDocument.load(made.pdf, { updateMetadata: false });
        const pages = document.getPages();
        expect(pages).toHaveLength(made.pageCount);
        for (const page of pages) expect([page.getWidth(), page.getHeight()]).toEqual([595.28, 841.89]);
        for (const { to, words } of linksOf(document)) expect(words).toMatch(new RegExp(`page ${to}\\)?$`));
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ["a short address", { name: "Siân", address: ["1 High Street", "Town"] }],
    [
      "a name and an address of any length",
      { name: "Featherstonehaugh ".repeat(30), address: Array(40).fill("Flat 1") },
    ],
    ["one word without end", { name: "x".repeat(9000), email: "y".repeat(9000), address: [] }],
  ])("the front page keeps to one page however much there is to say, with %s", async (_, told) => {
    const issue = (position: number): Issue => ({
      id: `issue-${position}`,
      triage: "service",
      title: `A long title of an issue that goes on and on, number ${position}, ${"with more words ".repeat(20)}`,
      whatHappened: "They did.",
      whyWrong: "",
      effect: "",
      want: "",
    });
    const order = orderOf([]);
    const caseFile = {
      ...order.caseFile,
      wants: Array.from({ length: 20 }, (_, position) => `want ${position} ${"and so on ".repeat(40)}`),
      issues: Array.from({ length: 20 }, (_, position) => issue(position)),
      caseReference: "121012345678",
      person: {
        ...order.caseFile.person,
        ...told,
        phone: "07700 900123 ".repeat(4),
        nationalInsurance: "QQ 12 34 56 C",
        birth: day("1984-05-03"),
      },
    };
    const pages = await readPack((await makePack({ ...order, caseFile, recipient: "mp" })).pdf);
    expect(pages[0]?.text).toContain("Signed:");
    expect(pages[1]?.text).toContain("What went wrong and what I want");
  });
});

/** Every link's target page and its words. */
function linksOf(document: PDFDocument): readonly { readonly to: number; readonly words: string }[] {
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  return document.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).map((entry) => {
      const link = document.context.lookup(entry, PDFDict);
      const target = link.lookup(PDFName.of("Dest"), PDFArray);
      expect(target.lookupMaybe(3, PDFNumber)?.asNumber()).toBeGreaterThan(0);
      const contents = link.get(PDFName.of("Contents"));
      const words = contents !== undefined && "decodeText" in contents ? (contents as PDFString).decodeText() : "";
      return { to: numbers.get(target.get(0) as never) ?? 0, words };
    }),
  );
}
