import type { Host, WriteHandle } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";

/** Where a browser puts a pack, as the person would say it. */
const downloadsPlace = "your browser's downloads folder";

/**
 * A host whose packs are gathered in the window and handed to the browser as one download: a page in a browser
 * can't choose a place on disk. Everything else goes to the host as it is. The browser may keep the parts on disk
 * while they are gathered; that is one reason why this host is for trying Folio out.
 */
export function withDownloads(host: Host): Host {
  const packs = new Map<WriteHandle, { readonly name: string; parts: Blob[] }>();
  return {
    ...host,
    startPack: async (suggestedName) => {
      const handle = crypto.randomUUID().replaceAll("-", "");
      packs.set(handle, { name: suggestedName, parts: [] });
      return handle;
    },
    writePart: async (handle, part: Bytes) => {
      const pack = packs.get(handle);
      if (pack === undefined) return host.writePart(handle, part);
      pack.parts.push(new Blob([part]));
    },
    finishWrite: async (handle) => {
      const pack = packs.get(handle);
      if (pack === undefined) return host.finishWrite(handle);
      packs.delete(handle);
      download(pack.name, new Blob(pack.parts, { type: "application/pdf" }));
      return downloadsPlace;
    },
    discardWrite: async (handle) => {
      if (!packs.delete(handle)) await host.discardWrite(handle);
    },
  };
}

/** Long enough for the browser to have copied the file; then its memory is given back. */
const keepMillis = 60_000;

function download(name: string, file: Blob): void {
  if (file.size === 0) throw new Problem("cannot-write", "empty");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keepMillis);
}
