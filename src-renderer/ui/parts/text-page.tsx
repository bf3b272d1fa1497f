import { useEffect, useState } from "react";
import type { Exhibit } from "#core/model/exhibit.ts";
import type { FoundDate } from "../../flows/found-dates.ts";
import { pageWords } from "../../flows/page-picture.ts";
import { readerWords } from "../words/letters.ts";

interface TextPageProps {
  readonly exhibit: Exhibit;
  readonly page: number;
  readonly dates: readonly FoundDate[];
  readonly chosen: number | null;
}

/** A page that is words only, its dates marked where their words stand. */
export function TextPage({ exhibit, page, dates, chosen }: TextPageProps) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    pageWords(exhibit, page).then(
      (words) => isGone || setText(words),
      () => isGone || setText(readerWords.notDrawn),
    );
    return () => {
      isGone = true;
    };
  }, [exhibit, page]);
  return <div className="text-sheet">{text === null ? readerWords.drawing : marked(text, dates, chosen)}</div>;
}

/** Cuts the text at its dates, in reading order: each is looked for after the one before. */
function marked(text: string, dates: readonly FoundDate[], chosen: number | null) {
  let at = 0;
  const pieces = dates.flatMap((found) => {
    const rest = text.slice(at);
    const match = new RegExp(found.mention.words.split(/\s+/).map(escaped).join(String.raw`\s+`)).exec(rest);
    if (match === null) return [];
    const before = rest.slice(0, match.index);
    at += match.index + match[0].length;
    const name = `text-mark ${found.standing}${found.position === chosen ? " chosen" : ""}`;
    return [
      before,
      <mark key={found.position} className={name} data-position={found.position}>
        {match[0]}
      </mark>,
    ];
  });
  return [...pieces, text.slice(at)];
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
