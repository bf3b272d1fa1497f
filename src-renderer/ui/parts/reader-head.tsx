import { type FormEvent, useState } from "react";
import type { Exhibit } from "#core/model/exhibit.ts";
import { titleExhibit } from "../../flows/keep-entries.ts";
import { go, type ScreenName } from "../place.ts";
import { titleAlone } from "../say.ts";
import { screenNames, words } from "../words/common.ts";
import { readerWords } from "../words/letters.ts";
import { Button } from "./button.tsx";
import { TextField } from "./fields.tsx";

interface ReaderHeadProps {
  readonly exhibit: Exhibit;
  readonly line: string;
  readonly from: ScreenName;
  /** null where there is no such letter */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** Which letter this is, the way back, and the letters beside it. */
export function ReaderHead({ exhibit, line, from, onPrevious, onNext }: ReaderHeadProps) {
  const [isNaming, setNaming] = useState(false);
  return (
    <header className="reader-head">
      <div className="row apart">
        <Button kind="quiet" small icon="back" onPress={() => go(from)}>
          {readerWords.back(screenNames[from])}
        </Button>
        <div className="row">
          <Button small disabled={onPrevious === null} onPress={() => onPrevious?.()}>
            {readerWords.previous}
          </Button>
          <Button small disabled={onNext === null} onPress={() => onNext?.()}>
            {readerWords.next}
          </Button>
        </div>
      </div>
      <div className="row">
        <h1 tabIndex={-1}>{titleAlone(exhibit)}</h1>
        <Button kind="quiet" small icon="pencil" expanded={isNaming} onPress={() => setNaming(!isNaming)}>
          {readerWords.rename}
        </Button>
      </div>
      {isNaming ? <TitleForm exhibit={exhibit} onDone={() => setNaming(false)} /> : null}
      <p className="soft small">{line}</p>
    </header>
  );
}

/** Another title: what a letter was taken for is a guess, and the pack's index shows it. */
function TitleForm({ exhibit, onDone }: { readonly exhibit: Exhibit; readonly onDone: () => void }) {
  const [title, setTitle] = useState(exhibit.title);
  const plain = title.trim();
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (plain !== "" && plain !== exhibit.title) void titleExhibit(exhibit, plain, readerWords.renamed);
    onDone();
  };
  return (
    <form className="title-form" onSubmit={keep} autoComplete="off">
      <TextField label={readerWords.newTitle} value={title} onChange={setTitle} focusFirst />
      <Button kind="first" type="submit">
        {words.keep}
      </Button>
      <Button kind="quiet" onPress={onDone}>
        {words.cancel}
      </Button>
    </form>
  );
}
