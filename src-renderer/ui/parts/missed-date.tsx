import { useState } from "react";
import type { Exhibit } from "#core/model/exhibit.ts";
import { tellDate } from "../../flows/judge-dates.ts";
import { sayValue } from "../say.ts";
import { readerWords } from "../words/letters.ts";
import { Button } from "./button.tsx";
import { CorrectForm } from "./correct-form.tsx";
import type { ReadingState } from "./reading-state.ts";

interface MissedDateProps {
  readonly exhibit: Exhibit;
  readonly reading: ReadingState;
}

/** A date of the page at hand that reading missed, as on a photo too dark to read. */
export function MissedDate({ exhibit, reading }: MissedDateProps) {
  const [isOpen, setOpen] = useState(false);
  const { mentions, letterDate } = exhibit.letter;
  if (!isOpen) {
    return (
      <div>
        <Button small icon="add" edits onPress={() => setOpen(true)}>
          {readerWords.tell}
        </Button>
      </div>
    );
  }
  return (
    <div className="date-row missed-date">
      <CorrectForm
        label={readerWords.tellDate(reading.page)}
        date=""
        role={letterDate === null ? "letter-date" : "event"}
        onKeep={(to) => {
          const words = sayValue(to.value);
          void tellDate(exhibit, { ...to, words, page: reading.page }, readerWords.done.told(words)).then((isKept) => {
            if (!isKept) return;
            setOpen(false);
            reading.choose(mentions.length, true);
          });
        }}
        onLeave={() => setOpen(false)}
      />
    </div>
  );
}
