import { printedNumbers } from "#core/letters/page-numbers.ts";
import { asLevel, type ReadPage } from "./read-page.ts";

/**
 * In which order the files of one letter are its pages, by what is printed on them: where each is one page, all say
 * "Page … of …" with one total, and no two say the same. Otherwise, and where one says nothing: as they were given.
 *
 * @param files the pages of each file
 * @returns positions in `files`
 */
export function printedOrder(files: readonly (readonly ReadPage[])[]): readonly number[] {
  const asGiven = files.map((_, position) => position);
  const pages = files.flatMap((file) => (file.length === 1 ? file : []));
  if (files.length < 2 || pages.length !== files.length) return asGiven;
  const printed = printedNumbers(pages.map(asLevel)).filter((one) => one !== null && one.of !== null);
  const numbers = printed.map((one) => one?.number ?? 0);
  const totals = new Set(printed.map((one) => one?.of));
  if (printed.length !== files.length || totals.size !== 1 || new Set(numbers).size !== numbers.length) return asGiven;
  return asGiven.toSorted((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0));
}
