/** Neither line ends nor other controls, nor what turns the direction of writing: a name can't look like another one. */
const unseen = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;
const mostLetters = 300;

/** What somebody else wrote into a header, as one line that shows what it is. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * mostLetters)
    .replace(unseen, " ")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line;
}
