import { type FormEvent, useState } from "react";
import { letterTitle, sayLetterKind } from "#core/case-work/letter-title.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { type LetterKind, letterKinds } from "#core/model/letter.ts";
import { nameExhibit } from "../../flows/keep-entries.ts";
import { go, type ScreenName } from "../place.ts";
import { titleAlone } from "../say.ts";
import { screenNames, words } from "../words/common.ts";
import { custodyWords } from "../words/custody.ts";
import { readerWords } from "../words/letters.ts";
import { Button } from "./button.tsx";
import { CustodyLog } from "./custody-log.tsx";
import { SelectField, TextField } from "./fields.tsx";

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
  const [showsLog, setShowsLog] = useState(false);
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
        <Button kind="quiet" small icon="history" onPress={() => setShowsLog(true)}>
          {custodyWords.open}
        </Button>
        <Button kind="quiet" small icon="pencil" edits expanded={isNaming} onPress={() => setNaming(!isNaming)}>
          {readerWords.rename}
        </Button>
      </div>
      {isNaming ? <TitleForm exhibit={exhibit} onDone={() => setNaming(false)} /> : null}
      <p className="soft small">{line}</p>
      {showsLog ? <CustodyLog exhibit={exhibit} onClose={() => setShowsLog(false)} onErase={() => go(from)} /> : null}
    </header>
  );
}

/** Another title or kind: what a letter was taken for is a guess, and the pack's index and front page go by it. */
function TitleForm({ exhibit, onDone }: { readonly exhibit: Exhibit; readonly onDone: () => void }) {
  const [title, setTitle] = useState(exhibit.title);
  const [letterKind, setKind] = useState(exhibit.letter.kind);
  const plain = title.trim();
  const titleAs = (kind: LetterKind) => letterTitle({ ...exhibit.letter, kind }, exhibit.files[0]?.name ?? "");
  const chooseKind = (value: string) => {
    const next = letterKinds.find((one) => one === value) ?? letterKind;
    // A title of Folio's own making follows the kind; one that a person wrote stays.
    if (title === titleAs(letterKind)) setTitle(titleAs(next));
    setKind(next);
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const isChanged = plain !== exhibit.title || letterKind !== exhibit.letter.kind;
    if (plain !== "" && isChanged) void nameExhibit(exhibit, { title: plain, letterKind }, readerWords.renamed);
    onDone();
  };
  return (
    <form className="title-form" onSubmit={keep} autoComplete="off">
      <SelectField label={readerWords.letterKind} value={letterKind} options={kindOptions} onChange={chooseKind} />
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

const kindOptions = letterKinds
  .map((kind) => [kind, sayLetterKind(kind)] as const)
  .sort(
    ([one, said], [other, saidToo]) =>
      Number(one === "other") - Number(other === "other") || said.localeCompare(saidToo),
  );
