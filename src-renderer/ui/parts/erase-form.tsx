import { type FormEvent, useState } from "react";
import type { Erased } from "#core/host.ts";
import { say } from "../../flows/current-case.ts";
import { eraseEntries, eraseExhibits, eraseWholeCase } from "../../flows/erase.ts";
import { go } from "../place.ts";
import { eraseWords } from "../words/erase.ts";
import { Button } from "./button.tsx";
import { FailedNotice } from "./failed.tsx";
import { TextField } from "./fields.tsx";
import { useWork } from "./use-work.ts";

interface EraseFormProps {
  readonly kind: "letter" | "entry" | "case";
  /** of the letters or entries; none for the whole case file */
  readonly ids: readonly string[];
  readonly onErased: () => void;
}

/** Asks by typing, and says what goes and what can't be reached. */
export function EraseForm({ kind, ids, onErased }: EraseFormProps) {
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const work = useWork();
  const isMeant = typed.trim().toLowerCase() === eraseWords.word;
  const erase = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMeant) return;
    work.start(
      async () => {
        const outcome = await erased(kind, ids);
        // Said here, not once it is done: the form may be gone with what it erased.
        if (outcome.ok && kind === "case") go("overview");
        if (outcome.ok) say(`${eraseWords.done[kind]}. ${eraseWords.backups[outcome.value.backups]}`.trim());
        return outcome;
      },
      (_: Erased) => onErased(),
    );
  };
  return (
    <form className="stack" onSubmit={erase} autoComplete="off">
      <p>{eraseWords.what[kind]}</p>
      {kind === "letter" ? <p>{eraseWords.letterInstead}</p> : null}
      <div className="stack tight">
        <h3>{eraseWords.beyondTitle}</h3>
        <ul className="bullets">
          {eraseWords.beyond.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <TextField
        label={eraseWords.typeWord(eraseWords.word)}
        value={typed}
        wrong={isTried && !isMeant ? eraseWords.wordWrong(eraseWords.word) : ""}
        onChange={setTyped}
        focusFirst
      />
      <FailedNotice failed={work.failed} />
      <div>
        <Button kind="danger" icon="erase" type="submit" edits disabled={work.isBusy}>
          {work.isBusy ? eraseWords.erasing : eraseWords.erase}
        </Button>
      </div>
    </form>
  );
}

function erased(kind: EraseFormProps["kind"], ids: readonly string[]) {
  if (kind === "case") return eraseWholeCase();
  return kind === "letter" ? eraseExhibits(ids) : eraseEntries(ids);
}
