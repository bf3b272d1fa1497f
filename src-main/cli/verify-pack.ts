import { PDFDocument } from "pdf-lib";
import { sha256 } from "#core/model/bytes.ts";
import { checkPack } from "#core/pack/check.ts";
import { Problem } from "#core/problems.ts";
import { pickFile } from "./picked-files.ts";
import type { Findings, ToVerify, Verified } from "./verify-findings.ts";

/**
 * A pack, against the checks that it had to pass when it was made. A pack holds no sums of its own: that it is byte for
 * byte the one that went out is told by its SHA-256, which the case's history has.
 */
export async function verifyPack({ path, head }: ToVerify, found: Findings): Promise<Verified> {
  const { bytes } = await pickFile(path);
  const lines = [`SHA-256 ${await sha256(bytes)}`];
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: 2000 });
    if (document.getProducer() !== "Folio") {
      found.add("damage", "pack-check-failed", path, "This PDF is no pack that Folio made.");
    }
    const pageCount = document.getPageCount();
    const { texts } = await checkPack(bytes, { pageCount, forbid: [] });
    lines.unshift(`${pageCount} pages`);
    if (head !== null && !texts.some((text) => text.replaceAll(/\s/g, "").includes(head))) {
      found.add("damage", "pack-check-failed", path, "That head is not printed in this pack.");
    }
  } catch (error) {
    // Whatever a library makes of a broken PDF, to the person it is one thing.
    const what = error instanceof Problem ? error.detail : "it can't be read as a PDF";
    found.add("damage", "pack-check-failed", path, `This pack does not pass Folio's checks: ${what}.`);
  }
  return { kind: "pack", lines, heads: {} };
}
