import { type PDFContext, PDFHexString, PDFName, type PDFRef, PDFString } from "pdf-lib";
import type { CalendarDay } from "../../model/calendar-day.ts";

/** What the file says of itself. */
export interface PackFacts {
  readonly title: string;
  readonly author: string;
  readonly madeOn: CalendarDay;
  /** 32 hexadecimal digits that are the same for the same order */
  readonly id: string;
}

const tool = "Folio";

/** Writes the info dictionary, the same facts as XMP, and the file's ID. @returns the XMP stream */
export function writeMetadata(context: PDFContext, facts: PackFacts): PDFRef {
  const day = PDFString.of(`D:${facts.madeOn.replaceAll("-", "")}000000Z`);
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(facts.title),
      Author: PDFHexString.fromText(facts.author),
      Creator: PDFString.of(tool),
      Producer: PDFString.of(tool),
      CreationDate: day,
      ModDate: day,
    }),
  );
  context.trailerInfo.ID = context.obj([PDFHexString.of(facts.id), PDFHexString.of(facts.id)]);
  const stream = context.stream(new TextEncoder().encode(xmp(facts)), { Type: "Metadata" });
  stream.dict.set(PDFName.of("Subtype"), PDFName.of("XML"));
  return context.register(stream);
}

function xmp({ title, author, madeOn }: PackFacts): string {
  const day = `${madeOn}T00:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${tool}</xmp:CreatorTool>
<xmp:CreateDate>${day}</xmp:CreateDate>
<xmp:ModifyDate>${day}</xmp:ModifyDate>
<pdf:Producer>${tool}</pdf:Producer>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
