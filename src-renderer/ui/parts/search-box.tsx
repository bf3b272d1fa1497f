import { type FormEvent, type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { SearchResult } from "#core/case-work/search/find.ts";
import { session } from "../../flows/current-case.ts";
import { search, searchProgress } from "../../flows/search.ts";
import { useStore } from "../../flows/store.ts";
import { searchWords } from "../words/search.ts";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./fields.tsx";
import { groupResults, openResult, type SearchGroup } from "./search-groups.ts";
import { SearchHit } from "./search-hit.tsx";

/** fewer letters than this are in everything */
const fewest = 2;

/** Search over everything in the case file: results in groups. Arrow keys walk them, Enter opens. */
export function SearchBox({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState("");
  const asked = text.trim();
  const groups = useGroups(asked);
  const frame = useRef<HTMLFormElement>(null);
  const open = (result: SearchResult) => {
    onClose();
    // Once the dialog is gone and has given the focus back: the screen takes it from there.
    setTimeout(() => openResult(result));
  };
  const openFirst = (event: FormEvent) => {
    event.preventDefault();
    const first = groups[0]?.shown[0];
    if (first !== undefined) open(first);
  };
  const walk = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const stops = [...(frame.current?.querySelectorAll<HTMLElement>("input, .search-hit") ?? [])];
    const { activeElement: now } = document;
    const at = now instanceof HTMLElement ? stops.indexOf(now) : 0;
    stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
  };
  return (
    <Dialog title={searchWords.title} onClose={onClose} isWide>
      <form className="stack" ref={frame} onSubmit={openFirst} onKeyDown={walk} autoComplete="off">
        <TextField label={searchWords.label} hint={searchWords.hint} value={text} onChange={setText} focusFirst />
        <Count asked={asked} groups={groups} />
        {groups.map((group) => (
          <section key={group.name} className="stack tight" aria-label={searchWords.groups[group.name]}>
            <h3>{searchWords.groups[group.name]}</h3>
            <ul className="search-list">
              {group.shown.map((result) => (
                <li key={result.id}>
                  <SearchHit result={result} onOpen={() => open(result)} />
                </li>
              ))}
            </ul>
            {group.more === 0 ? null : <p className="hint">{searchWords.more(group.more)}</p>}
          </section>
        ))}
      </form>
    </Dialog>
  );
}

/** What is found. The words of letters come in while the box is open: then it is looked for again. */
function useGroups(asked: string): readonly SearchGroup[] {
  const file = useStore(session).kept?.file;
  const { lettersReady } = useStore(searchProgress);
  return useMemo(() => {
    const isSearched = file !== undefined && lettersReady >= 0 && asked.length >= fewest;
    return isSearched ? groupResults(search(asked)) : [];
  }, [asked, file, lettersReady]);
}

function Count({ asked, groups }: { readonly asked: string; readonly groups: readonly SearchGroup[] }) {
  const { lettersReady, lettersKnown } = useStore(searchProgress);
  const count = groups.reduce((sum, group) => sum + group.shown.length + group.more, 0);
  const said = asked.length < fewest ? "" : count === 0 ? searchWords.none(asked) : searchWords.count(count);
  return (
    <p className="small soft" role="status">
      {said} {lettersReady < lettersKnown ? searchWords.reading : ""}
    </p>
  );
}
