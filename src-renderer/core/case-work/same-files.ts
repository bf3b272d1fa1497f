import type { CaseFile } from "../model/case-file.ts";
import type { Exhibit } from "../model/exhibit.ts";

/**
 * The exhibit that holds these very files already, byte for byte; null where none does. One that is not withdrawn is
 * named before one that is.
 * @param sums lower-case hex SHA-256 of each file
 */
export function exhibitOfFiles(file: CaseFile, sums: readonly string[]): Exhibit | null {
  if (sums.length === 0) return null;
  const holding = file.exhibits.filter(({ files }) => {
    const there = new Set(files.map(({ sha256 }) => sha256));
    return sums.every((sum) => there.has(sum));
  });
  return holding.find(({ withdrawn }) => !withdrawn) ?? holding[0] ?? null;
}
