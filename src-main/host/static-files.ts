import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

/** One file of the built window. */
export interface StaticFile {
  readonly type: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The built window's files by the path they are asked for under ("/", "/assets/a.js").
 *
 * The folder is listed once, and only what was listed is served: no path is ever put together from a request, so
 * that "..", encoded slashes and links can't lead out of it.
 */
export async function staticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, StaticFile>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    // Node 18.15, which an older Electron runs on, says `path` where newer ones say `parentPath`.
    const path = join(entry.parentPath ?? Reflect.get(entry, "path"), entry.name);
    const name = `/${relative(folder, path).split(sep).join("/")}`;
    const type = types[extname(name)] ?? "application/octet-stream";
    files.set(name === "/index.html" ? "/" : name, {
      type,
      read: async () => new Uint8Array(await readFile(path)),
    });
  }
  return files;
}

/** `.gz` is data that the OCR engine unpacks itself: served as it is, never as a content encoding. */
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".pdf": "application/pdf",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".gz": "application/gzip",
};
