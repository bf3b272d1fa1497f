import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream } from "pdf-lib";

/** Names of a stream's filters, outermost first. */
export function filterNames(dict: PDFDict): readonly string[] {
  const filter = dict.lookup(PDFName.of("Filter"));
  if (filter instanceof PDFName) return [filter.decodeText()];
  if (!(filter instanceof PDFArray)) return [];
  return Array.from({ length: filter.size() }, (_, position) => {
    const name = filter.lookup(position);
    return name instanceof PDFName ? name.decodeText() : "";
  });
}

/** A stream's bytes as they stand in the file, decrypted where the file is. */
export function rawBytes(stream: PDFRawStream): Uint8Array {
  if (stream.transform === undefined || stream.dict.get(PDFName.of("Type")) === PDFName.of("XRef"))
    return stream.contents;
  const bare = PDFDict.withContext(stream.dict.context);
  return decodePDFRawStream(PDFRawStream.of(bare, stream.contents, stream.transform)).decode();
}

/** What comes out of the filters before the named last one; null where that can't be done. */
export function decodeBefore(stream: PDFRawStream, last: string): Uint8Array | null {
  const outer = filterNames(stream.dict).filter((name) => name !== last);
  const bare = PDFDict.withContext(stream.dict.context);
  bare.set(PDFName.of("Filter"), stream.dict.context.obj(outer));
  try {
    return decodePDFRawStream(PDFRawStream.of(bare, stream.contents, stream.transform)).decode();
  } catch {
    return null;
  }
}
