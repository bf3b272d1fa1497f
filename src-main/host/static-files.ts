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
  const paths = await filesIn(folder);
  return new Map(
    paths.map((path) => {
      const name = `/${relative(folder, path).split(sep).join("/")}`;
      const type = types[extname(name)] ?? "application/octet-stream";
      const read = async () => new Uint8Array(await readFile(path));
      return [name === "/index.html" ? "/" : name, { type, read }];
    }),
  );
}

/** By hand: an older Electron's Node doesn't know `recursive`. Links are passed over. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return inside.flat();
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
