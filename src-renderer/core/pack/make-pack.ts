import { PDFDocument } from "pdf-lib";
import { checkPack } from "./check.ts";
import { drawPack } from "./draw-pack.ts";
import { type MadeExhibit, makeExhibit, type Workshop } from "./exhibits/make-exhibit.ts";
import { fontStandIns } from "./exhibits/stand-in.ts";
import { refuseForbidden } from "./forbidden.ts";
import { layOutFrontMatter } from "./front-matter/front-matter.ts";
import { packManifest } from "./manifest.ts";
import type { MadePack, PackOrder } from "./order.ts";
import { embedTypeface } from "./page/typeface.ts";
import { pause } from "./pause.ts";
import { planPack } from "./plan.ts";
import { forbidWarnings, packWarnings } from "./warnings.ts";

/**
 * Makes the paginated pack: front matter, then every exhibit's own pages, each with its number.
 *
 * Exhibits are copied first, one after the other, so that their pages can be counted before anything is numbered.
 * The finished file is opened again and checked before it is handed out.
 *
 * @throws {Problem} `forbidden-words-found` with the places in `where`, `reading-stopped` when aborted,
 * `pack-check-failed` where the result isn't what was asked for
 */
export async function makePack(order: PackOrder): Promise<MadePack> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const typeface = await embedTypeface(document, order.fonts);
  const workshop: Workshop = {
    target: document,
    typeface,
    standIn: fontStandIns(document.context, order.fonts),
    hiddenLayers: [],
  };
  const steps = order.exhibits.length + 2;
  const made: MadeExhibit[] = [];
  for (const source of order.exhibits) {
    await step(order, made.length, steps);
    made.push(await makeExhibit(source, workshop));
  }
  await step(order, made.length, steps);
  const plan = planPack(
    order,
    made.map(({ source, sheets }) => ({
      exhibit: source.exhibit,
      sourcePages: sheets.map(({ sourcePage }) => sourcePage),
    })),
  );
  const front = layOutFrontMatter(plan, typeface);
  refuseForbidden(order, { plan, front, made });
  const pdf = await drawPack(document, { order, plan, front, made, typeface, hiddenLayers: workshop.hiddenLayers });
  await step(order, steps - 1, steps);
  const pageCount = front.pages.length + plan.exhibitSheets;
  const { texts } = await checkPack(pdf, { pageCount, forbid: order.forbid });
  const manifest = packManifest({ plan, front, made, texts });
  order.onProgress?.(steps, steps);
  const warnings = [...packWarnings(plan), ...forbidWarnings(order), ...made.flatMap((exhibit) => exhibit.warnings)];
  return { pdf, head: plan.head, manifest, pageCount, warnings };
}

async function step({ signal, onProgress }: PackOrder, done: number, of: number): Promise<void> {
  onProgress?.(done, of);
  await pause(signal);
}
