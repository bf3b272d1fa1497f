import { ascii, letterCanvas } from "../made.ts";
import { type HostileCase, orTooSlow, reads, refused } from "./case.ts";
import { type Body, deflateBomb, letterContents, letterPdf, type Objects } from "./pdf-writer.ts";

const page = (contents: string, resources: string) =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents}/Resources<</Font<</F 5 0 R>>${resources}>>>>`;
const flate = (mebibytes: number, letter?: string): Body => ({
  dict: "/Filter/FlateDecode",
  stream: deflateBomb(mebibytes, letter),
});
const font =
  (body: string, more: Objects = {}) =>
  () =>
    letterPdf({ 5: body, ...more });
/** A page of one picture, so that it must be drawn to be read. */
const picture = (body: Body) => () =>
  letterPdf({ 3: page("4 0 R", "/XObject<</I 6 0 R>>"), 4: { dict: "", stream: "595 0 0 842 0 0 cm /I Do" }, 6: body });
const image = (size: string, filter: string, stream: Uint8Array | string) =>
  picture({ dict: `/Type/XObject/Subtype/Image${size}/ColorSpace/DeviceGray/BitsPerComponent 8${filter}`, stream });
const scan = () => new Uint8Array(letterCanvas(900).toBuffer("image/jpeg"));

/** PDFs whose contents are odd: bombs, fonts, pictures, drawing that never ends. */
const content: readonly HostileCase[] = [
  reads("4 GB of blanks before the words", () => letterPdf({ 3: page("[6 0 R 4 0 R]", ""), 6: flate(4096) })),
  reads("4 GB of blanks after the words", () => letterPdf({ 3: page("[4 0 R 6 0 R]", ""), 6: flate(4096) })),
  reads("a bomb within a bomb", () =>
    letterPdf({
      3: page("[4 0 R 6 0 R]", ""),
      6: { dict: "/Filter[/FlateDecode/FlateDecode]", stream: deflateBomb(1024) },
    }),
  ),
  reads("forty bombs of 100 MB in one page", () =>
    letterPdf({ 3: page(`[4 0 R${" 6 0 R".repeat(40)}]`, ""), 6: flate(96) }),
  ),
  reads(
    "a bomb as its typeface",
    font("<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 6 0 R>>", {
      6: "<</Type/FontDescriptor/FontName/A/Flags 32/FontFile2 7 0 R>>",
      7: flate(2048, "\0"),
    }),
  ),
  reads(
    "a bomb as its letters' meanings",
    font("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>", { 6: flate(2048) }),
  ),
  reads("a bomb that nobody asks for", () =>
    letterPdf({ 1: "<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>", 6: flate(2048) }),
  ),
  reads("two million orders to draw", () =>
    letterPdf({ 4: { dict: "", stream: letterContents("q Q ".repeat(1_000_000)) } }),
  ),
  reads("a hundred thousand states kept", () =>
    letterPdf({ 4: { dict: "", stream: letterContents("q ".repeat(100_000)) } }),
  ),
  reads("lists 100,000 deep among the words", () =>
    letterPdf({ 4: { dict: "", stream: letterContents() + " [".repeat(100_000) } }),
  ),
  reads("a form that draws itself", () =>
    letterPdf({
      3: page("4 0 R", "/XObject<</X 6 0 R>>"),
      4: { dict: "", stream: letterContents("/X Do") },
      6: { dict: "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>", stream: "/X Do /X Do" },
    }),
  ),
  reads("forms that double sixty times", () =>
    letterPdf({
      3: page("4 0 R", "/XObject<</X 10 0 R>>"),
      4: { dict: "", stream: `${letterContents()} /X Do` },
      ...doubling(60),
    }),
  ),
  reads(
    "a letter that draws itself",
    font(
      "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 32/LastChar 126/Widths 7 0 R/Encoding/WinAnsiEncoding/CharProcs<</D 6 0 R/a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>",
      { 6: { dict: "", stream: "500 0 d0 BT /F 1 Tf (Da) Tj ET" }, 7: `[${"500 ".repeat(95)}]` },
    ),
  ),
  reads(
    "a typeface of rubbish",
    font("<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 6 0 R>>", {
      6: "<</Type/FontDescriptor/FontName/A/Flags 32/FontFile2 7 0 R>>",
      7: { dict: "", stream: "\0\x01\0\0\xff\xff".repeat(50) },
    }),
  ),
  reads("a typeface that isn't there", font("<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 99 0 R>>")),
  reads(
    "meanings that refer to themselves",
    font("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>", {
      6: { dict: "/UseCMap 6 0 R", stream: "/Adobe-Identity-UCS usecmap" },
    }),
  ),
  reads(
    "meanings for four thousand million letters",
    font("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>", {
      6: {
        dict: "",
        stream:
          "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000100> <FFFFFFFE> <0041> endbfrange",
      },
    }),
  ),
  reads("a typeface that is a number", font("42")),
  reads(
    "a million letters in one run",
    () =>
      letterPdf({ 4: { dict: "", stream: `${letterContents()} BT /F 1 Tf 1 1 Td (${"a ".repeat(500_000)}) Tj ET` } }),
    [],
  ),
  reads(
    "two hundred thousand words on one page",
    () =>
      letterPdf({
        4: { dict: "", stream: `${letterContents()} BT /F 1 Tf 1 1 Td ${"(word) Tj 0 .004 Td ".repeat(200_000)} ET` },
      }),
    ["text-too-long"],
  ),
  reads(
    "a scan that is as it should be",
    image("/Width 900/Height 1273", "/Filter/DCTDecode/ColorSpace/DeviceRGB", scan()),
  ),
  refused("a picture a million pixels square", image("/Width 1000000/Height 1000000", "", "abc"), "text-not-read"),
  refused("a picture of less than nothing", image("/Width -9/Height -9", "", "abc"), "text-not-read"),
  refused(
    "a picture that is a bomb",
    image("/Width 100/Height 100", "/Filter/FlateDecode", deflateBomb(2048)),
    "text-not-read",
  ),
  refused(
    "JBIG2 rubbish",
    image(
      "/Width 100/Height 100",
      "/Filter/JBIG2Decode",
      "\0\0\0\0\x30\0\x01\0\0\0\x13\xff\xff\xff\xff\xff\xff\xff\xff",
    ),
    "text-not-read",
  ),
  refused(
    "JPEG 2000 rubbish",
    image("/Width 100/Height 100", "/Filter/JPXDecode", "\0\0\0\x0cjP  \r\n\x87\n\xff\xff\xff\xff"),
    "text-not-read",
  ),
  refused(
    "JPEG rubbish",
    image("/Width 100/Height 100", "/Filter/DCTDecode", ascii("\xff\xd8\xff\xe0rubbish")),
    "text-not-read",
  ),
  refused(
    "fax rubbish of a million columns",
    image(
      "/Width 100/Height 100",
      "/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 1000000/Rows 1000000>>",
      "\0\x10\x01".repeat(500),
    ),
    "text-not-read",
  ),
  refused(
    "a mask that masks itself",
    picture({
      dict: "/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 6 0 R",
      stream: "abc",
    }),
    "text-not-read",
  ),
  refused("a pattern of a thousand million tiles", tiles, "text-not-read"),
];

/** Names of those that unpack to so much, or take so many steps, that a slow machine gives up. */
const heavy = /GB|bomb|orders|hundred thousand|tiles|rubbish|sixty/;
export const pdfContent: readonly HostileCase[] = content.map((one) => (heavy.test(one.name) ? orTooSlow(one) : one));

function doubling(depth: number): Objects {
  return Object.fromEntries(
    Array.from({ length: depth }, (_, at) => {
      const next = at + 1 < depth ? `/Resources<</XObject<</X ${11 + at} 0 R>>>>` : "";
      return [10 + at, { dict: `/Type/XObject/Subtype/Form/BBox[0 0 9 9]${next}`, stream: "/X Do /X Do" }];
    }),
  );
}

function tiles() {
  return letterPdf({
    3: page("4 0 R", "/Pattern<</P 6 0 R>>"),
    4: { dict: "", stream: `/Pattern cs /P scn ${"0 0 595 842 re f ".repeat(300)}` },
    6: {
      dict: "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .001/YStep .001/Resources<<>>",
      stream: "0 0 .0005 .0005 re f",
    },
  });
}
