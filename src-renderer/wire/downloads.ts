import type { Host, SavedKind, WriteHandle } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";

/** Where a browser puts a file, as the person would say it. */
const downloadsPlace = "your browser's downloads folder";

/**
 * A host whose saved files are gathered in the window and handed to the browser as one download: a page in a browser
 * can't choose a place on disk. Everything else goes to the host as it is. The browser may keep the parts on disk
 * while they are gathered; that is one reason why this host is for trying Folio out.
 */
export function withDownloads(host: Host): Host {
  return {
    ...host,
    startFile: async (kind, suggestedName) => {
      const handle = crypto.randomUUID().replaceAll("-", "");
      files.set(handle, { kind, name: suggestedName, parts: [] });
      return handle;
    },
    writePart: async (handle, part: Bytes) => {
      const file = files.get(handle);
      if (file === undefined) return host.writePart(handle, part);
      file.parts.push(new Blob([part]));
    },
    finishWrite: async (handle) => {
      const file = files.get(handle);
      if (file === undefined) return host.finishWrite(handle);
      files.delete(handle);
      download(file.name, new Blob(file.parts, { type: mediaTypes[file.kind] }));
      return downloadsPlace;
    },
    discardWrite: async (handle) => {
      if (!files.delete(handle)) await host.discardWrite(handle);
    },
  };
}

/** Drops what is gathered or was handed over, as at lock: the browser's own copy, where it has begun one, is whole. */
export function forgetDownloads(): void {
  files.clear();
  for (const address of handedOver) URL.revokeObjectURL(address);
  handedOver.clear();
}

const files = new Map<WriteHandle, GatheredFile>();

/** Addresses in this window that a file can still be read at. */
const handedOver = new Set<string>();

interface GatheredFile {
  readonly kind: SavedKind;
  readonly name: string;
  /** in the browser's keeping, which moves large ones to disk: only one part at a time is in the window's memory */
  readonly parts: Blob[];
}

const mediaTypes: Record<SavedKind, string> = {
  pack: "application/pdf",
  bundle: "application/octet-stream",
  bag: "application/x-tar",
  "recovery-sheet": "application/pdf",
  text: "text/plain",
};

/** Long enough for the browser to have copied the file; then its memory is given back. */
const keepMillis = 60_000;

function download(name: string, file: Blob): void {
  if (file.size === 0) throw new Problem("cannot-write", "empty");
  const link = document.createElement("a");
  const address = URL.createObjectURL(file);
  handedOver.add(address);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
    handedOver.delete(address);
  }, keepMillis);
}
