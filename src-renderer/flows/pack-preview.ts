import type { MadePack } from "#core/pack/order.ts";
import { drawPage } from "../reading/pdf/draw-page.ts";
import { type OpenPdf, openPdf } from "../reading/pdf/open-pdf.ts";
import type { Raster } from "../reading/platform.ts";
import { platform } from "./reading-platform.ts";

let open: { readonly made: MadePack; readonly pdf: Promise<OpenPdf> } | null = null;

/** A page of the pack as it will be saved, drawn from the very bytes. */
export async function packPicture(made: MadePack, page: number, width: number): Promise<Raster> {
  const tools = await platform();
  if (open?.made !== made) {
    open?.pdf.then((pdf) => pdf.close()).catch(() => undefined);
    open = { made, pdf: openPdf(made.pdf, tools) };
  }
  const pdf = await open.pdf;
  return drawPage(await pdf.page(page), tools, { width, purpose: "show" });
}

/** Drops the pack that is shown. */
export function forgetPackPicture(): void {
  open?.pdf.then((pdf) => pdf.close()).catch(() => undefined);
  open = null;
}
