import { useState } from "react";
import type { Exhibit } from "#core/model/exhibit.ts";
import { tellDate } from "../../flows/judge-dates.ts";
import { dropTyped, hasTyped } from "../../flows/typed-fields.ts";
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
  const name = `missed-${exhibit.id}`;
  const [isOpen, setOpen] = useState(hasTyped(name));
  const close = () => {
    dropTyped(name);
    setOpen(false);
  };
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
        name={name}
        label={readerWords.tellDate(reading.page)}
        date=""
        role={letterDate === null ? "letter-date" : "event"}
        onKeep={(to) => {
          const words = sayValue(to.value);
          void tellDate(exhibit, { ...to, words, page: reading.page }, readerWords.done.told(words)).then((isKept) => {
            if (!isKept) return;
            close();
            reading.choose(mentions.length, true);
          });
        }}
        onLeave={close}
      />
    </div>
  );
}
