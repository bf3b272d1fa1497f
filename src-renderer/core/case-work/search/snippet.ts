/** Words around a hit, in pieces. */
export type Snippet = readonly { readonly text: string; readonly isHit: boolean }[];

/** letters before the first hit, and in all */
const before = 60;
const most = 180;

/** The text around its first hit, with every hit in that stretch apart; cut between words. */
export function snippetOf(text: string, folded: string, words: readonly string[]): Snippet {
  const hits = hitsIn(folded, words);
  const first = hits[0]?.from ?? 0;
  const from = first <= before ? 0 : wordStart(text, first - before);
  const to = from + most >= text.length ? text.length : wordEnd(text, from + most);
  const pieces: { text: string; isHit: boolean }[] = [];
  const add = (piece: string, isHit: boolean) => {
    if (piece !== "") pieces.push({ text: piece.replace(/\s+/g, " "), isHit });
  };
  let at = from;
  if (from > 0) add("… ", false);
  for (const hit of hits) {
    if (hit.from < at || hit.to > to) continue;
    add(text.slice(at, hit.from), false);
    add(text.slice(hit.from, hit.to), true);
    at = hit.to;
  }
  add(text.slice(at, to), false);
  if (to < text.length) add(" …", false);
  return pieces;
}

/** Where the words stand, in order; of two that overlap the first, then the longer. */
function hitsIn(folded: string, words: readonly string[]): readonly { readonly from: number; readonly to: number }[] {
  const hits: { from: number; to: number }[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      hits.push({ from: at, to: at + word.length });
    }
  }
  return hits.sort((one, other) => one.from - other.from || other.to - one.to);
}

function wordStart(text: string, near: number): number {
  const space = text.slice(near, near + 20).search(/\s/);
  return space < 0 ? near : near + space + 1;
}

function wordEnd(text: string, near: number): number {
  const space = text.slice(near - 20, near).search(/\s\S*$/);
  return space < 0 ? near : near - 20 + space;
}
