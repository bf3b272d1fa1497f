import type { SearchResult } from "#core/case-work/search/find.ts";
import { sayDay } from "#core/model/calendar-day.ts";
import { searchWords } from "../words/search.ts";

interface SearchHitProps {
  readonly result: SearchResult;
  readonly onOpen: () => void;
}

/** One result: what it is, when, and the words around what was looked for. */
export function SearchHit({ result, onOpen }: SearchHitProps) {
  const { title, day, snippet } = result;
  const where = [
    day === null || title.endsWith(sayDay(day)) ? "" : sayDay(day),
    result.in.kind === "letter" ? searchWords.page(result.in.page) : "",
  ].filter((part) => part !== "");
  return (
    <button type="button" className="search-hit" onClick={onOpen}>
      <span>
        <span className="strong">{title}</span> <span className="soft small">{where.join(", ")}</span>
      </span>
      <span className="small">
        {withPlaces(snippet).map(({ key, text, isHit }) =>
          isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>,
        )}
      </span>
    </button>
  );
}

/** Pieces with where each begins: the same words may stand in it twice. */
function withPlaces(snippet: SearchResult["snippet"]) {
  let begins = 0;
  return snippet.map((piece) => {
    const key = begins;
    begins += piece.text.length;
    return { ...piece, key };
  });
}
