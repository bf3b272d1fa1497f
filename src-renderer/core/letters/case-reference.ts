/**
 * The Service's case reference: 12 digits beginning with 121, in one piece or in groups.
 *
 * Read from OCR, a letter in a digit's place (O for 0, l or I for 1) is forgiven only after a word like "reference": that
 * number would otherwise be made up. Where several stand in a letter, the one after such a word, else the most frequent.
 */
export function findCaseReference(texts: readonly string[]): string | null {
  const weights = new Map<string, number>();
  for (const text of texts) {
    for (const match of text.matchAll(exact))
      if (!inSums(text, match.index))
        weigh(match[0], labelled.test(text.slice(Math.max(0, match.index - 40), match.index)) ? 3 : 1);
    for (const match of text.matchAll(loose)) {
      const found = match[1];
      if (found !== undefined) weigh(toDigits(found), 2);
    }
  }
  const ranked = [...weights].sort((one, two) => two[1] - one[1]);
  return ranked[0]?.[0] ?? null;

  function weigh(found: string, weight: number): void {
    const digits = found.replace(/\D/g, "");
    if (/^121\d{9}$/.test(digits)) weights.set(digits, (weights.get(digits) ?? 0) + weight);
  }
}

const exact = /(?<![\d£.,-]|\d )121(?:[ -]?\d){9}(?![\d]| \d|[.,-]\d)/g;
const labelled = /\b(?:ref(?:erence)?|case|number|no|CMS)\b[^\n]{0,25}$/i;
const loose =
  /\b(?:[Rr]ef(?:erence)?|[Cc]ase)\b(?: (?:number|no))?[.:]{0,2}[ \t]?((?:[1lI|][2Zz][1lI|])(?:[ -]?[\dOoQlI|SsB]){9})(?![\dA-Za-z])/g;

function toDigits(text: string): string {
  return text
    .replace(/[OoQ]/g, "0")
    .replace(/[lI|]/g, "1")
    .replace(/[Zz]/g, "2")
    .replace(/[Ss]/g, "5")
    .replace(/B/g, "8");
}

/** A row of a bank statement, which names the case only as a payment's reference. */
function inSums(text: string, at: number): boolean {
  const end = text.indexOf("\n", at);
  const line = text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? text.length : end);
  return /\t-?£?[\d,]+\.\d\d(?!\d)/.test(line);
}
