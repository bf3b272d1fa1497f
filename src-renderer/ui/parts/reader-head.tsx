import { go, type ScreenName } from "../place.ts";
import { screenNames } from "../words/common.ts";
import { readerWords } from "../words/letters.ts";
import { Button } from "./button.tsx";

interface ReaderHeadProps {
  readonly title: string;
  readonly line: string;
  readonly from: ScreenName;
  /** null where there is no such letter */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** Which letter this is, the way back, and the letters beside it. */
export function ReaderHead({ title, line, from, onPrevious, onNext }: ReaderHeadProps) {
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
      <h1 tabIndex={-1}>{title}</h1>
      <p className="soft small">{line}</p>
    </header>
  );
}
