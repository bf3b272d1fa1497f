import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "#core/letters/lay-out.ts";
import type { Box, PageText, PageWord } from "#core/model/page.ts";

/** A4 in points. */
const width = 595;
const height = 842;

/** A line of words set at 10 points from (x, y), each letter 5 points wide, words 3 points apart. */
function line(x: number, y: number, text: string, between = 3): readonly PageWord[] {
  let left = x;
  return text.split(" ").map((word) => {
    const box = { left: left / width, top: y / height, width: (word.length * 5) / width, height: 10 / height };
    left += word.length * 5 + between;
    return { text: word, box, certainty: 1 };
  });
}

function page(words: readonly PageWord[], source: PageText["source"] = "layer"): PageText {
  return { number: 1, width, height, source, words, text: null };
}

describe("laying words out", () => {
  it("joins words to lines and lines to text", () => {
    const words = [...line(50, 100, "due on Thursday 1"), ...line(50, 113, "December 2022 by post")];
    expect(layOut(page(words)).text).toBe("due on Thursday 1\nDecember 2022 by post");
  });

  it("puts a tab where a table's cells part, so that no date is read across", () => {
    const words = [...line(50, 100, "01 FEB"), ...line(150, 100, "CARD 12"), ...line(300, 100, "2023")];
    expect(layOut(page(words)).text).toBe("01 FEB\tCARD 12\t2023");
  });

  it("leaves blocks side by side unmixed when the source gives one after the other", () => {
    const words = [
      ...line(50, 100, "Mr Marcus Pellow"),
      ...line(50, 113, "14 Tannery Row"),
      ...line(350, 100, "Date: 13 April 2021"),
      ...line(350, 113, "Your reference: 121304558871"),
    ];
    expect(layOut(page(words)).text).toBe(
      "Mr Marcus Pellow\n14 Tannery Row\n\nDate: 13 April 2021\nYour reference: 121304558871",
    );
  });

  it("brings a form's field that was set later to its label", () => {
    const words = [...line(50, 100, "Date:"), ...line(50, 120, "Dear Ms Cole"), ...line(80, 100, "13 April 2021")];
    expect(layOut(page(words)).text).toBe("Date: 13 April 2021\nDear Ms Cole");
  });

  it("sets no space where a PDF cuts a word in pieces, and one where OCR says two words", () => {
    const words = line(50, 100, "21 st", 0);
    expect(layOut(page(words)).text).toBe("21st");
    expect(layOut(page(words, "ocr")).text).toBe("21 st");
  });

  it("keeps a raised ordinal on its line", () => {
    const [day, th, ...rest] = line(50, 100, "21 st March 2022", 1);
    const raised = th === undefined ? [] : [{ ...th, box: { ...th.box, top: 98 / height, height: 6 / height } }];
    expect(layOut(page([...(day === undefined ? [] : [day]), ...raised, ...rest], "ocr")).text).toBe(
      "21 st March 2022",
    );
  });

  it("marks a new block with a blank line", () => {
    const words = [100, 116, 132, 164, 180].flatMap((y) => line(50, y, `at ${y}`));
    expect(layOut(page(words)).text).toBe("at 100\nat 116\nat 132\n\nat 164\nat 180");
  });

  it("takes wide line spacing for what it is, so that a date goes on in the next line", () => {
    const words = ["dated 28th", "January 2022", "and then", "nothing"].flatMap((text, row) =>
      line(50, 100 + row * 28, text),
    );
    expect(layOut(page(words)).text).toBe("dated 28th\nJanuary 2022\nand then\nnothing");
  });

  it("follows a line that slopes", () => {
    const words = line(50, 100, "you phoned us on 14th February 2022 and asked us to look again at it");
    const sloping = words.map((word, index) => ({ ...word, box: { ...word.box, top: (100 - index * 2) / height } }));
    expect(layOut(page(sloping, "ocr")).text).not.toContain("\n");
  });

  it("reads a page the same however its lines slope, by up to 3 degrees", () => {
    const straight = layOut(page(sloped, "ocr")).text;
    expect(straight).toContain("12 December\n2023");
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (degrees) => {
        expect(layOut(page(sloped.map(turnedBy(degrees)), "ocr")).text).toBe(straight);
      }),
    );
  });

  it("outlines the words of a sloping page where they stand", () => {
    const words = sloped.map(turnedBy(2));
    const laid = layOut(page(words, "ocr"));
    const [box] = laid.boxesOf(0, 2);
    expect(box?.left).toBeCloseTo(words[0]?.box.left ?? Number.NaN);
    expect(box?.top).toBeCloseTo(words[0]?.box.top ?? Number.NaN);
  });

  it("finds the boxes of a range, one a line", () => {
    const words = [...line(50, 100, "due 1"), ...line(50, 113, "May 2022")];
    const laid = layOut(page(words));
    const start = laid.text.indexOf("1");
    const boxes = laid.boxesOf(start, laid.text.length);
    expect(boxes).toHaveLength(2);
    expect(boxes[0]?.left).toBeCloseTo((50 + 18) / width);
    expect(boxes[1]?.width).toBeCloseTo((15 + 3 + 20) / width);
  });

  it("cuts a box where a range takes part of a word", () => {
    const laid = layOut(page(line(50, 100, "(01/03/2023)")));
    const [box] = laid.boxesOf(1, 11);
    expect(box?.left).toBeCloseTo(55 / width);
    expect(box?.width).toBeCloseTo(50 / width);
  });

  it.each([
    [
      "on its head",
      ({ left, top, width, height }: Box) => ({ left: 1 - left - width, top: 1 - top - height, width, height }),
    ],
    [
      "a quarter clockwise",
      ({ left, top, width, height }: Box) => ({ left: 1 - top - height, top: left, width: height, height: width }),
    ],
    [
      "a quarter back",
      ({ left, top, width, height }: Box) => ({ left: top, top: 1 - left - width, width: height, height: width }),
    ],
  ])("reads a page whose boxes stand %s, and outlines where they stand", (_how, turn) => {
    const upright = [
      ...line(50, 100, "You phoned us on Thursday first"),
      ...line(50, 128, "December and about another matter"),
    ];
    const square = upright.map((word) => ({
      ...word,
      box: { ...word.box, top: word.box.top * (height / width), height: word.box.height * (height / width) },
    }));
    const turned = square.map((word) => ({ ...word, box: turn(word.box) }));
    const laid = layOut({ ...page(turned, "ocr"), width: 600, height: 600 });
    expect(laid.text).toBe("You phoned us on Thursday first\nDecember and about another matter");
    const [box] = laid.boxesOf(0, 3);
    const first = turned[0]?.box;
    expect(box?.left).toBeCloseTo(first?.left ?? Number.NaN);
    expect(box?.top).toBeCloseTo(first?.top ?? Number.NaN);
  });

  it("leaves out specks that OCR took for signs, but no dash", () => {
    expect(layOut(page(line(50, 100, "by : 5 | May - 6 ~~ May"), "ocr")).text).toMatch(/^by\s5\sMay\s-\s6\sMay$/);
    expect(layOut(page(line(50, 100, "by : 5"))).text).toBe("by : 5");
  });

  it("keeps plain text as it is, without boxes", () => {
    const laid = layOut({ ...page([]), source: "typed", text: "Date:   1 May 2022" });
    expect(laid.text).toBe("Date:   1 May 2022");
    expect(laid.boxesOf(0, 5)).toEqual([]);
  });

  it("takes 20,000 words in well under a second", () => {
    const words = Array.from({ length: 2000 }, (_, row) =>
      line(50, (row % 80) * 10, "one two 3 March five six seven eight nine ten"),
    ).flat();
    const begun = performance.now();
    const laid = layOut(page(words));
    for (let at = 0; at < laid.text.length; at += 500) laid.boxesOf(at, at + 10);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it("survives words without size and no words at all", () => {
    const flat = { text: "x", box: { left: 0, top: 0, width: 0, height: 0 }, certainty: 0 };
    expect(layOut(page([flat, flat])).text).not.toBe("");
    expect(layOut(page([])).text).toBe("");
  });
});

/** A letter's page: address, date beside it, two paragraphs whose dates wrap, and a table. */
const sloped: readonly PageWord[] = [
  ...line(40, 60, "Ms A Reader"),
  ...line(40, 73, "1 Some Street"),
  ...line(380, 60, "Our reference: 121300200100"),
  ...line(380, 73, "Date: 3 January 2024"),
  ...[
    "We asked you to send us your bank statements for the whole of the period from 1 September to 12 December",
    "2023 and to make sure that they reached us. We have not had them yet, and so we ask you again to send what",
    "we need by 22",
    "January 2024 at the latest.",
    "If you sent the statements in the last seven days you do not need to send them again, but if you did it before",
    "then we never had them.",
  ].flatMap((text, row) => line(40, 120 + row * 13, text)),
  ...[0, 1, 2, 3].flatMap((row) => [
    ...line(40, 230 + row * 14, `28 January 202${row}`),
    ...line(220, 230 + row * 14, "Wren and Teddy"),
    ...line(420, 230 + row * 14, "£249.60"),
  ]),
];

/** Turned about the page's middle; the box stays upright and so grows. */
function turnedBy(degrees: number): (word: PageWord) => PageWord {
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  return (word) => {
    const wide = word.box.width * width;
    const high = word.box.height * height;
    const x = word.box.left * width + wide / 2 - width / 2;
    const y = word.box.top * height + high / 2 - height / 2;
    const across = wide * cos + high * Math.abs(sin);
    const down = high * cos + wide * Math.abs(sin);
    const box = {
      left: (x * cos - y * sin + width / 2 - across / 2) / width,
      top: (x * sin + y * cos + height / 2 - down / 2) / height,
      width: across / width,
      height: down / height,
    };
    return { ...word, box };
  };
}
