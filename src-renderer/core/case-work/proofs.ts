import type { Proof } from "../model/cost.ts";
import type { Exhibit } from "../model/exhibit.ts";

/** A kept exhibit, and the names of its files as they stand in the folder, in Unicode's form NFC. */
export type NamedExhibit = Pick<Exhibit, "id" | "number" | "files" | "letter"> & {
  readonly fileNames: readonly string[];
};

/** Exhibits under the names that their files were kept by. */
export function namedExhibits(exhibits: readonly Exhibit[]): readonly NamedExhibit[] {
  return exhibits.map((exhibit) => ({ ...exhibit, fileNames: exhibit.files.map(({ name }) => name.normalize("NFC")) }));
}

/** The exhibit that this file is part of. */
export function exhibitOf(fileName: string | undefined, exhibits: readonly NamedExhibit[]): NamedExhibit | null {
  return exhibits.find((exhibit) => fileName !== undefined && exhibit.fileNames.includes(fileName)) ?? null;
}

/** The exhibit and its own page, counted over its files; or, as text, which field names what is not there. */
export function findProof(
  { file, page }: { readonly file: string; readonly page: number | null },
  exhibits: readonly NamedExhibit[],
): Proof | string {
  const exhibit = exhibitOf(file, exhibits);
  if (exhibit === null) return "file: there is no letter with a file of this name";
  const at = exhibit.fileNames.indexOf(file);
  const pages = exhibit.files[at]?.pageCount ?? 0;
  if (page === null) return { exhibit: exhibit.number, page: null };
  if (pages > 0 && page > pages) return `page: this file has ${pages} ${pages === 1 ? "page" : "pages"}`;
  const before = exhibit.files.slice(0, at).reduce((sum, each) => sum + each.pageCount, 0);
  return { exhibit: exhibit.number, page: before + page };
}
