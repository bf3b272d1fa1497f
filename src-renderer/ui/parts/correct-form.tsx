import { type FormEvent, type KeyboardEvent, useState } from "react";
import { type DateRole, dateRoles, type Mention } from "#core/model/mention.ts";
import { typedValue } from "../../flows/typed-date.ts";
import { useTyped } from "../../flows/typed-fields.ts";
import { roleWords, words } from "../words/common.ts";
import { readerWords } from "../words/letters.ts";
import { Button } from "./button.tsx";
import { SelectField, TextField } from "./fields.tsx";

interface CorrectFormProps {
  /** under which what is typed outlives a lock; whoever keeps it or gives it up drops it */
  readonly name: string;
  /** what the field of the date is called */
  readonly label: string;
  /** as the form begins */
  readonly date: string;
  readonly role: DateRole;
  readonly onKeep: (to: Pick<Mention, "value" | "role">) => void;
  readonly onLeave: () => void;
}

/** A date and what it is for. Enter keeps it, Escape leaves it as it was. */
export function CorrectForm({ name, label, date, role: firstRole, onKeep, onLeave }: CorrectFormProps) {
  const [{ text, role }, type] = useTyped(name, { text: date, role: firstRole });
  const [wrong, setWrong] = useState("");
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const value = typedValue(text);
    if (value === null) setWrong(words.dateWrong);
    else onKeep({ value, role });
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onLeave();
  };
  return (
    <form ref={bringIntoSight} className="correct-form stack" onSubmit={keep} onKeyDown={leave} autoComplete="off">
      <TextField
        label={label}
        hint={words.dateHint}
        value={text}
        wrong={wrong}
        onChange={(next) => type({ text: next, role })}
        focusFirst
      />
      <SelectField
        label={readerWords.correctedRole}
        value={role}
        options={dateRoles.map((one) => [one, roleWords[one]])}
        onChange={(next) => type({ text, role: dateRoles.find((one) => one === next) ?? role })}
      />
      <div className="row">
        <Button kind="first" small type="submit" edits>
          {readerWords.keepCorrection}
        </Button>
        <Button small kind="quiet" onPress={onLeave}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The whole form, not only the field that has the focus. */
function bringIntoSight(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: "nearest" });
}
