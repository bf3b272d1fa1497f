/** The longest piece of a letter that is quoted beside a date, in letters. */
export const longestContext = 180;

/**
 * The sentence or table row that a date stands in, as one line: what lets a person see what the date is about.
 *
 * A sentence ends at a full stop before a capital, at a blank line, or at a line that ends early. Cells of a row are
 * set apart by " · ". What is too long is cut at a word, on the side that has more to spare, and says so with "…".
 *
 * @param text cleaned text of a page (see `cleanText`)
 */
export function contextOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - longestContext * 2);
  const to = Math.min(text.length, end + longestContext * 2);
  const width = longestLine(text);
  const begin = lastBreak(text, from, start, width);
  const finish = firstBreak(text, end, to, width);
  const before = oneLine(text.slice(begin, start));
  const after = oneLine(text.slice(end, finish));
  return cut(before.trimStart(), oneLine(text.slice(start, end)), after.trimEnd());
}

function oneLine(piece: string): string {
  return piece.replace(/\t+/g, " · ").replace(/\s+/g, " ");
}

function cut(before: string, words: string, after: string): string {
  const spare = Math.max(40, longestContext - words.length);
  if (before.length + after.length <= spare) return `${before}${words}${after}`.trim();
  const half = Math.floor(spare / 2);
  const ahead = Math.max(half, spare - after.length);
  const behind = Math.max(half, spare - before.length);
  const head = before.length <= ahead ? before : `…${before.slice(-ahead).replace(/^\S*\s?/, "")}`;
  const tail = after.length <= behind ? after : `${after.slice(0, behind).replace(/\s?\S*$/, "")}…`;
  return `${head}${words}${tail}`.trim();
}

function longestLine(text: string): number {
  let longest = 0;
  let from = 0;
  while (from < text.length) {
    const next = text.indexOf("\n", from);
    const end = next === -1 ? text.length : next;
    longest = Math.max(longest, Math.min(end - from, 120));
    from = end + 1;
  }
  return longest;
}

/** Where the sentence that holds `start` begins. */
function lastBreak(text: string, from: number, start: number, width: number): number {
  for (let at = start - 1; at > from; at -= 1) {
    if (text[at] === "\n" && isParagraphEnd(text, at, width)) return at + 1;
    if (isSentenceEnd(text, at)) return at + 1;
  }
  return from;
}

/** Where the sentence that holds `end` is over. */
function firstBreak(text: string, end: number, to: number, width: number): number {
  for (let at = end; at < to; at += 1) {
    if (text[at] === "\n" && isParagraphEnd(text, at, width)) return at;
    if (isSentenceEnd(text, at)) return at + 1;
  }
  return to;
}

/** A full stop, question or exclamation mark with a space after it and a capital after that: not "Mr. ", not "No. 3". */
function isSentenceEnd(text: string, at: number): boolean {
  if (!/[.!?]/.test(text.charAt(at))) return false;
  if (!/^\s["“‘(]?\p{Lu}/u.test(text.slice(at + 1, at + 4))) return false;
  return !/(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|No|Rev|Prof|\p{Lu})$/u.test(text.slice(Math.max(0, at - 5), at));
}

/** A line end is a wrap where the line is nearly as long as the longest; a row of cells is a line of its own. */
function isParagraphEnd(text: string, at: number, width: number): boolean {
  if (text[at + 1] === "\n" || text[at - 1] === "\n") return true;
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const nextEnd = text.indexOf("\n", at + 1);
  const next = text.slice(at + 1, nextEnd === -1 ? text.length : nextEnd);
  if (line.includes("\t") || next.includes("\t") || /^(?:\(?\d{1,2}[.)]|[•·*-])\s/.test(next)) return true;
  return line.length < width * 0.72 && !/^\p{Ll}/u.test(next);
}
