/** Accents and capitals taken away, letter by letter, so that a place in the folded text is the same place in the text. */
export function foldText(text: string): string {
  // ASCII keeps its length in lower case, and most text is ASCII.
  if (isAscii(text)) return text.toLowerCase();
  let folded = "";
  for (let at = 0; at < text.length; at += 1) folded += foldUnit(text.charAt(at));
  return folded;
}

/** What is looked for, folded alike; composed first, as text that was read is. */
export function foldQuestion(question: string): readonly string[] {
  const words = foldText(question.normalize("NFC")).split(/\s+/);
  return [...new Set(words.filter((word) => word !== ""))];
}

const known = new Map<string, string>();

/** One UTF-16 unit; one that would become more or fewer than one stays as it is. */
function foldUnit(unit: string): string {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const plain = unit
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const folded = plain.length === 1 ? plain : unit;
  known.set(unit, folded);
  return folded;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
