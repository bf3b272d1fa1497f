/** Cleaned text and the way back: `at[i]` is where its letter i stands in the raw text; one more entry for the end. */
export interface CleanText {
  readonly text: string;
  readonly at: Uint32Array;
}

/**
 * Text as finders want it: every kind of space one space, every dash "-", soft hyphens gone, no space beside a line end
 * or a tab, wide gaps in typed text a tab, blank lines kept as "\n\n".
 *
 * Nothing else changes, and every letter knows where it came from, so that a find can be outlined on the page.
 */
export function cleanText(raw: string): CleanText {
  const letters: string[] = [];
  const at: number[] = [];
  let index = 0;
  while (index < raw.length) {
    const end = endOfSpace(raw, index);
    if (end > index) {
      const space = spaceFor(raw.slice(index, end));
      if (space !== "" && letters.length > 0) for (const one of space) push(one, index);
      index = end;
      continue;
    }
    const letter = raw.charAt(index);
    const kept = swaps[letter] ?? letter;
    if (kept !== "") push(kept, index);
    index += 1;
  }
  at.push(raw.length);
  return { text: letters.join(""), at: Uint32Array.from(at) };

  function push(letter: string, from: number): void {
    letters.push(letter);
    at.push(from);
  }
}

/** Where a range of cleaned text stands in the raw text. */
export function rawRange(
  clean: CleanText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = clean.at[start] ?? 0;
  const last = clean.at[Math.max(end - 1, start)] ?? from;
  return { start: from, end: Math.max(last + 1, from) };
}

/** An upright rule between a table's cells, as OCR reads it: it stands alone. */
function isRule(raw: string, index: number): boolean {
  if (!/[|¦]/.test(raw.charAt(index))) return false;
  return /^\s?$/.test(raw.charAt(index - 1)) && /^\s?$/.test(raw.charAt(index + 1));
}

const spaces = /[\s\u200b\u2060\ufeff\u00ad]/u;

function endOfSpace(raw: string, from: number): number {
  let end = from;
  while (end < raw.length && (spaces.test(raw.charAt(end)) || isRule(raw, end))) end += 1;
  return end;
}

/** What a run of white space becomes. */
function spaceFor(run: string): string {
  const lines = run.replace(/\r\n?/g, "\n").split(/[\n\u2028\u2029\f\v]/).length - 1;
  if (lines > 1) return "\n\n";
  if (lines === 1) return "\n";
  const visible = run.replace(/[\u200b\u2060\ufeff\u00ad]/gu, "");
  if (visible === "") return "";
  return /[\t|¦]/.test(visible) || visible.length >= 3 ? "\t" : " ";
}

const swaps: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2015": "-",
  "\u2212": "-",
  "\u2043": "-",
  "\u2044": "/",
  "\u2215": "/",
  "\u2018": "'",
  "\u2019": "'",
  "\u201b": "'",
  "\u02bc": "'",
  "\u0000": "",
};
