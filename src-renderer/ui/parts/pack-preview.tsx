import { useId, useState } from "react";
import type { MadePack } from "#core/pack/order.ts";
import { packPicture } from "../../flows/pack-preview.ts";
import { wholeNumber } from "../../flows/typed-numbers.ts";
import { readerWords } from "../words/letters.ts";
import { packWords } from "../words/pack.ts";
import { Button } from "./button.tsx";
import { Picture } from "./picture.tsx";

/** pixels across: fine enough to read */
const width = 1400;

let packCount = 0;
const packNames = new WeakMap<MadePack, string>();

/** The pack's own pages, one at a time, with its contents to jump by. */
export function PackPreview({ made }: { readonly made: MadePack }) {
  const [page, setPage] = useState(1);
  const at = Math.min(page, made.pageCount);
  return (
    <section className="preview" aria-label={packWords.preview}>
      <Contents made={made} page={at} onGo={setPage} />
      <div className="preview-main">
        <PageChoice page={at} count={made.pageCount} onGo={setPage} />
        <div className="preview-desk">
          <div className="sheet preview-sheet">
            <Picture
              name={`${nameOf(made)} ${at}`}
              fetch={() => packPicture(made, at, width)}
              label={packWords.pageName(at, made.pageCount)}
              waiting={readerWords.drawing}
              failed={packWords.notDrawn}
            />
          </div>
        </div>
        <p className="hint">{packWords.previewHint}</p>
      </div>
    </section>
  );
}

interface PageChoiceProps {
  readonly page: number;
  readonly count: number;
  readonly onGo: (page: number) => void;
}

function PageChoice({ page, count, onGo }: PageChoiceProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const wanted = wholeNumber(typed ?? "");
    if (wanted !== null) onGo(Math.max(1, Math.min(count, wanted)));
    setTyped(null);
  };
  return (
    <div className="row page-choice">
      <Button small icon="back" disabled={page <= 1} onPress={() => onGo(page - 1)}>
        {packWords.previousPage}
      </Button>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <label htmlFor={id}>{packWords.page}</label>
        <input
          id={id}
          className="input page-input"
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? page}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
        />
        <span>{packWords.of(count)}</span>
      </form>
      <Button small icon="forward" disabled={page >= count} onPress={() => onGo(page + 1)}>
        {packWords.nextPage}
      </Button>
    </div>
  );
}

interface ContentsProps {
  readonly made: MadePack;
  readonly page: number;
  readonly onGo: (page: number) => void;
}

function Contents({ made, page, onGo }: ContentsProps) {
  const { documents } = made.manifest;
  const firstExhibit = Math.min(made.pageCount + 1, ...documents.map((one) => one.page));
  return (
    <nav className="contents" aria-label={packWords.contents}>
      <h3>{packWords.contents}</h3>
      <ol>
        <li>
          <button
            type="button"
            className="contents-link"
            aria-current={page < firstExhibit ? "true" : undefined}
            onClick={() => onGo(1)}
          >
            <span>{packWords.frontPages}</span>
            <span className="soft">1</span>
          </button>
        </li>
        {documents.map((one) => {
          const isHere = page >= one.page && page < one.page + one.pages;
          return (
            <li key={`${one.page} ${one.title}`}>
              <button
                type="button"
                className="contents-link"
                aria-current={isHere ? "true" : undefined}
                onClick={() => onGo(one.page)}
              >
                <span>{one.title}</span>
                <span className="soft">{one.page}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** A name for each pack made, so that a new one is drawn anew even at the same page. */
function nameOf(made: MadePack): string {
  const known = packNames.get(made);
  if (known !== undefined) return known;
  packCount += 1;
  packNames.set(made, `pack ${packCount}`);
  return `pack ${packCount}`;
}
