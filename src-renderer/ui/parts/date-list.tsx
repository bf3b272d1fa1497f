import type { Exhibit } from "#core/model/exhibit.ts";
import type { FoundDate } from "../../flows/found-dates.ts";
import { toldRule } from "../../flows/judge-dates.ts";
import { settings } from "../../flows/settings.ts";
import { useStore } from "../../flows/store.ts";
import { dropTyped } from "../../flows/typed-fields.ts";
import { sayCertainty, sayProblemCode, sayValue } from "../say.ts";
import { meaningWords, roleWords, standingWords } from "../words/common.ts";
import { readerWords } from "../words/letters.ts";
import { Button } from "./button.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { DateContext } from "./date-context.tsx";
import { Icon } from "./icon.tsx";
import { LetterNotices } from "./letter-notices.tsx";
import { MissedDate } from "./missed-date.tsx";
import { Notice } from "./notice.tsx";
import type { ReadingActs, ReadingState } from "./reading-state.ts";

interface DateListProps {
  readonly exhibit: Exhibit;
  readonly dates: readonly FoundDate[];
  readonly reading: ReadingState;
  readonly acts: ReadingActs;
  /** to the next letter with dates that wait; null where there is none */
  readonly onNext: (() => void) | null;
}

/** The dates of a letter beside its page: what each says, what for, how sure, and what the person said of it. */
export function DateList({ exhibit, dates, reading, acts, onNext }: DateListProps) {
  const checked = dates.filter((found) => found.standing !== "waiting").length;
  return (
    <section className="dates" aria-labelledby="dates-title">
      <div className="dates-head">
        <h2 id="dates-title">{readerWords.datesTitle}</h2>
        {dates.length === 0 ? null : <p className="small soft">{readerWords.progress(checked, dates.length)}</p>}
      </div>
      <div className="dates-body">
        <LetterNotices exhibit={exhibit} />
        {dates.length > 0 && checked === dates.length ? <AllChecked onNext={onNext} /> : null}
        {[...new Set(exhibit.problems)].map((code) => (
          <Notice key={code} tone="amber" what={sayProblemCode(code).what}>
            {sayProblemCode(code).next}
          </Notice>
        ))}
        {dates.length === 0 ? <p className="soft">{readerWords.none}</p> : null}
        <ol ref={reading.list} className="date-rows">
          {dates.map((found) => (
            <DateRow
              key={found.position}
              found={found}
              reading={reading}
              acts={acts}
              hasPages={exhibit.pages.length > 1}
            />
          ))}
        </ol>
        <MissedDate exhibit={exhibit} reading={reading} />
      </div>
      <KeyLine />
    </section>
  );
}

function AllChecked({ onNext }: Pick<DateListProps, "onNext">) {
  return (
    <div className="notice">
      <Icon name="tick" />
      <div className="stack tight">
        <p className="what" role="status">
          {readerWords.allChecked} {onNext === null ? readerWords.nothingLeft : ""}
        </p>
        {onNext === null ? null : (
          <div>
            <Button kind="first" small onPress={onNext}>
              {readerWords.goOn}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

interface DateRowProps extends Pick<DateListProps, "reading" | "acts"> {
  readonly found: FoundDate;
  /** whether the letter has more than one page */
  readonly hasPages: boolean;
}

/** from here up, how sure the reading is needs no words */
const clear = 0.9;

function DateRow({ found, reading, acts, hasPages }: DateRowProps) {
  const { mention, standing, role, position } = found;
  const isChosen = position === reading.chosen;
  const meaning = standing === "corrected" ? undefined : meaningWords[mention.meaning];
  const isDoubtful = standing === "waiting" && mention.certainty < clear;
  return (
    <li className={`date-row ${standing}${isChosen ? " chosen" : ""}`}>
      <button
        type="button"
        className="date-button"
        data-row={position}
        aria-current={isChosen ? "true" : undefined}
        onClick={() => reading.choose(position, false)}
      >
        <span className="date-value">{sayValue(found.value)}</span>
        <span className={`standing ${standing}`}>
          {standing === "waiting" ? null : <Icon name={standing === "rejected" ? "cross" : "tick"} size={16} />}
          {standing === "accepted" && mention.rule === toldRule ? readerWords.told : standingWords[standing]}
        </span>
        <span className="date-role">
          {meaning ?? roleWords[role]}
          <span className="small soft">
            {hasPages ? ` · ${readerWords.onPage(mention.page)}` : ""}
            {isDoubtful ? ` · ${sayCertainty(mention.certainty)}` : ""}
          </span>
        </span>
        <DateContext mention={mention} isWhole={isChosen} />
      </button>
      {isChosen && !reading.isCorrecting ? <RowActs standing={standing} acts={acts} /> : null}
      {isChosen && reading.isCorrecting ? (
        <CorrectForm
          name={reading.correctionName(position)}
          label={readerWords.correctedTo}
          date={sayValue(found.value)}
          role={found.role}
          onKeep={(to) => {
            dropTyped(reading.correctionName(position));
            acts.keepCorrection(to);
          }}
          onLeave={() => {
            dropTyped(reading.correctionName(position));
            reading.choose(position, true);
          }}
        />
      ) : null}
    </li>
  );
}

function RowActs({ standing, acts }: { readonly standing: FoundDate["standing"]; readonly acts: ReadingActs }) {
  return (
    <div className="row row-acts">
      {standing === "waiting" ? (
        <Button kind="first" small icon="tick" edits onPress={() => acts.accept(null)}>
          {readerWords.accept}
        </Button>
      ) : (
        <Button small edits onPress={acts.takeBack}>
          {readerWords.takeBack}
        </Button>
      )}
      <Button small icon="pencil" edits onPress={() => acts.correct(null)}>
        {readerWords.correct}
      </Button>
      {standing === "rejected" ? null : (
        <Button small icon="cross" edits onPress={acts.reject}>
          {readerWords.reject}
        </Button>
      )}
    </div>
  );
}

/** The reader's keys, always in sight. */
function KeyLine() {
  const { letterKeys } = useStore(settings);
  if (!letterKeys) return <p className="key-line small soft">{readerWords.keysOff}</p>;
  return (
    <ul className="key-line small soft" aria-label={readerWords.keysTitle}>
      {readerWords.keys.map(([keys, does]) => (
        <li key={keys}>
          {keys.split(" ").map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {does}
        </li>
      ))}
    </ul>
  );
}
