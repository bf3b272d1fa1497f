import { useState } from "react";
import { sayDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { session } from "../../../flows/current-case.ts";
import { headOfCase } from "../../../flows/custody.ts";
import { retentionOf, tellRetention } from "../../../flows/erase.ts";
import { useStore } from "../../../flows/store.ts";
import { today } from "../../../flows/today.ts";
import { typedDate } from "../../../flows/typed-date.ts";
import { words } from "../../words/common.ts";
import { custodyWords } from "../../words/custody.ts";
import { eraseWords, retentionWords } from "../../words/erase.ts";
import { handOverWords } from "../../words/hand-over.ts";
import { settingsWords } from "../../words/settings.ts";
import { Button } from "../button.tsx";
import { EraseForm } from "../erase-form.tsx";
import { TextField } from "../fields.tsx";
import { Fingerprint } from "../fingerprint.tsx";
import { focusFirstWrong } from "../first-wrong.ts";
import { useAnswer } from "../use-answer.ts";
import { CheckEverything } from "./check-everything.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { Opens } from "./opens.tsx";

/** The open case file: handing it over, how long to keep it, checking it, and erasing it for good. */
export function CaseSettings() {
  const { kept } = useStore(session);
  if (kept === null) return null;
  if (kept.file.sample) {
    return (
      <section className="card stack tight" aria-label={settingsWords.parts.case}>
        <p>{settingsWords.dataSample}</p>
      </section>
    );
  }
  return (
    <>
      <Opens
        id="hand-over"
        title={handOverWords.title}
        text={<p>{handOverWords.text}</p>}
        act={handOverWords.open}
        leave={words.close}
      >
        {() => <HandOverForm />}
      </Opens>
      <Retention file={kept.file} />
      <CheckEverything />
      <Head />
      <Opens id="erase" title={eraseWords.caseTitle} text={<p>{eraseWords.caseText}</p>} act={eraseWords.caseOpen}>
        {(close) => <EraseForm kind="case" ids={[]} onErased={close} />}
      </Opens>
    </>
  );
}

function Head() {
  const { value } = useAnswer(headOfCase, "head");
  return (
    <section className="card stack tight" aria-labelledby="head-title">
      <h2 id="head-title">{custodyWords.head}</h2>
      <p>{custodyWords.headHint}</p>
      {value === null ? null : <Fingerprint label={custodyWords.headNow} value={value} />}
      <p className="small soft">{custodyWords.shows}</p>
    </section>
  );
}

/** A day that only reminds. */
function Retention({ file }: { readonly file: CaseFile }) {
  const told = retentionOf(file, today());
  const [typed, setTyped] = useState(told === null ? "" : sayDay(told.day));
  const [isTried, setTried] = useState(false);
  const day = typedDate(typed);
  const set = (form: HTMLElement) => {
    setTried(true);
    if (day === null) return focusFirstWrong(form);
    void tellRetention(day, retentionWords.told);
  };
  return (
    <section className="card stack" aria-labelledby="retention-title">
      <h2 id="retention-title">{retentionWords.title}</h2>
      <p>{retentionWords.text}</p>
      <p className="strong">{told === null ? retentionWords.none : retentionWords.is(sayDay(told.day))}</p>
      <form
        className="stack tight"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          set(event.currentTarget);
        }}
      >
        <TextField
          label={retentionWords.label}
          hint={words.dateHint}
          value={typed}
          wrong={isTried && day === null ? words.dateWrong : ""}
          onChange={setTyped}
        />
        <div className="row">
          <Button type="submit" edits>
            {retentionWords.set}
          </Button>
          {told === null ? null : (
            <Button
              kind="quiet"
              edits
              onPress={() => {
                setTyped("");
                setTried(false);
                void tellRetention(null, retentionWords.cleared);
              }}
            >
              {retentionWords.clear}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
