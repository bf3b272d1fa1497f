/**
 * `npm run licences`: writes resources/licences/third-party.txt, the licences of everything that ships inside
 * Folio, from the packages as they are installed. Nothing under AGPL or GPL may ship; a LGPL part ships as a
 * separate file that can be replaced.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
export const thirdPartyFile = join(root, "resources/licences/third-party.txt");

if (import.meta.main) writeFileSync(thirdPartyFile, thirdPartyText());

/** Every package that `dependencies` bring, with its licence text. */
export function thirdPartyText(): string {
  const found = new Map<string, Package>();
  for (const name of dependencyNames(root)) collect(name, root, found);
  const packages = [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  return [
    "Folio ships with the software below. Each part keeps its own licence.",
    "",
    "libheif (libheif-js) is under the GNU LGPL 3. It ships as a separate file, heif/libheif.wasm, beside the window's",
    "own files: put another build of the same version in its place and Folio uses that one.",
    "",
    "The typeface Open Sans is under the Apache License 2.0, copyright Google Corporation.",
    "",
    ...packages.flatMap(({ name, version, licence, text }) => [
      "=".repeat(79),
      `${name} ${version} — ${licence}`,
      "",
      text,
      "",
    ]),
  ].join("\n");
}

function collect(name: string, from: string, found: Map<string, Package>): void {
  const folder = folderOf(name, from);
  if (folder === null || found.has(name)) return;
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  found.set(name, { name, version, licence: license, text: licenceText(folder) });
  for (const next of dependencyNames(folder)) collect(next, folder, found);
}

function dependencyNames(folder: string): readonly string[] {
  return Object.keys(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).dependencies ?? {});
}

/** Where Node would find a package from a folder: the nearest node_modules upwards. */
function folderOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const there = join(folder, "node_modules", name);
    if (existsSync(there)) return there;
    if (folder === dirname(folder)) return null;
  }
}

function licenceText(folder: string): string {
  const name = readdirSync(folder).find((entry) => /^(?:licen[sc]e|copying)/i.test(entry));
  return name === undefined
    ? "(The package ships no licence text; see its name above.)"
    : readFileSync(join(folder, name), "utf8").trim();
}
