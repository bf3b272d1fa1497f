import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from "pdf-lib";
import type { Copier } from "./copier.ts";

/** The copies of layers that the source keeps switched off: what it doesn't show, the pack doesn't show. */
export function hiddenLayers(source: PDFDocument, copier: Copier): readonly PDFRef[] {
  const layers = source.catalog.lookup(PDFName.of("OCProperties"));
  const usual = layers instanceof PDFDict ? layers.lookup(PDFName.of("D")) : undefined;
  if (!(layers instanceof PDFDict) || !(usual instanceof PDFDict)) return [];
  const allOff = usual.lookup(PDFName.of("BaseState")) === PDFName.of("OFF");
  const on = new Set(refs(usual, "ON"));
  const off = allOff ? refs(layers, "OCGs").filter((ref) => !on.has(ref)) : refs(usual, "OFF");
  return off.flatMap((ref) => copier.copyOf(ref) ?? []);
}

function refs(dict: PDFDict, key: string): readonly PDFRef[] {
  const list = dict.lookup(PDFName.of(key));
  return list instanceof PDFArray ? list.asArray().filter((entry) => entry instanceof PDFRef) : [];
}
