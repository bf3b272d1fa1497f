import { type FormEvent, useId, useState } from "react";
import { reportProblem, say } from "../../flows/current-case.ts";
import { checkThreeWords } from "../../flows/recovery-sheet.ts";
import { sheetWords } from "../words/vault.ts";
import { Button } from "./button.tsx";
import { TextField } from "./fields.tsx";
import { focusFirstWrong } from "./first-wrong.ts";

interface CheckWordsProps {
  /** places on the sheet, from 1 */
  readonly asked: readonly number[];
  readonly leaveWords: string;
  readonly onLeave: () => void;
}

/** Asks for three words by their place on the sheet: a sheet that was never looked at may be a sheet that isn't there. */
export function CheckWords({ asked, leaveWords, onLeave }: CheckWordsProps) {
  const [typed, setTyped] = useState<readonly string[]>(asked.map(() => ""));
  const [isWrong, setWrong] = useState(false);
  const wrongId = useId();
  const check = async (form: HTMLElement) => {
    const isRight = await checkThreeWords(typed.map((word) => word.trim().toLowerCase()));
    setWrong(!isRight);
    if (isRight) say(sheetWords.checked);
    else focusFirstWrong(form);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    check(event.currentTarget).catch(reportProblem);
  };
  return (
    <form className="card stack" onSubmit={submit} autoComplete="off" aria-label={sheetWords.checkTitle}>
      <div className="fields short">
        {asked.map((position, at) => (
          <TextField
            key={position}
            label={sheetWords.word(position)}
            value={typed[at] ?? ""}
            {...(isWrong ? { wrongIn: wrongId } : {})}
            onChange={(word) => {
              setWrong(false);
              setTyped(typed.map((one, other) => (other === at ? word : one)));
            }}
            focusFirst={at === 0}
          />
        ))}
      </div>
      <p role="alert" className="field said-here" id={wrongId}>
        {isWrong ? <span className="wrong">{sheetWords.wrong}</span> : null}
      </p>
      <div className="row">
        <Button kind="first" type="submit" disabled={typed.some((word) => word.trim() === "")}>
          {sheetWords.check}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          {leaveWords}
        </Button>
      </div>
    </form>
  );
}
