/** A sentence in three: what comes before the marked words, the words, and what comes after. */
export interface Marked {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/**
 * Finds words in the sentence they stand in, and cuts the sentence between words where it is long.
 * Where they are not in it, as after a cut, the words stand alone.
 *
 * @param reach letters to keep on each side, at most
 */
export function markWords(sentence: string, words: string, reach: number): Marked {
  const at = sentence.indexOf(words);
  if (at < 0) return { before: "", words, after: "" };
  return {
    before: lastLetters(sentence.slice(0, at), reach),
    words,
    after: firstLetters(sentence.slice(at + words.length), reach),
  };
}

function firstLetters(text: string, reach: number): string {
  if (text.length <= reach) return text;
  const cut = text.slice(0, reach);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(" ")))}\u2026`;
}

function lastLetters(text: string, reach: number): string {
  if (text.length <= reach) return text;
  const cut = text.slice(-reach);
  return `\u2026${cut.slice(cut.indexOf(" ") + 1)}`;
}
