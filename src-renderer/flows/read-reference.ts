import type { CaseFile } from "#core/model/case-file.ts";

/** The case reference that stands in the letters, the first one read; null where none does. */
export function readReference(file: CaseFile): string | null {
  return file.exhibits.map(({ letter }) => letter.caseReference).find((reference) => reference !== null) ?? null;
}
