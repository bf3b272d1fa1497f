import { useId } from "react";
import { recoveryWordCount, unknownRecoveryWords } from "#core/vault/recovery-words.ts";
import { unlockWords } from "../words/vault.ts";

interface RecoveryWordsFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** what is wrong, in a sentence; empty while nothing is */
  readonly wrong: string;
  readonly focusFirst?: boolean;
}

/** The 24 words of a recovery sheet as they are typed, with how many there are so far. */
export function RecoveryWordsField({ value, onChange, wrong, focusFirst = false }: RecoveryWordsFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{unlockWords.words}</label>
      <span className="hint" id={`${id}-hint`}>
        {unlockWords.wordsHint}
      </span>
      <textarea
        id={id}
        className="input"
        rows={4}
        value={value}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={wrong !== ""}
        aria-describedby={`${id}-hint ${id}-count ${id}-wrong`}
        ref={focusFirst ? focusOnce : null}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="hint" id={`${id}-count`}>
        {unlockWords.wordsCount(wordCount(value))}
      </span>
      <span role="alert" className="said-here" id={`${id}-wrong`}>
        {wrong === "" ? null : <span className="wrong">{wrong}</span>}
      </span>
    </div>
  );
}

/** Why what was typed can't be a sheet's words, in a sentence; empty where it can. */
export function wrongWords(text: string): string {
  const count = wordCount(text);
  if (count !== recoveryWordCount) return unlockWords.wordsWrongCount(count);
  const unknown = unknownRecoveryWords(text);
  return unknown.length === 0 ? "" : unlockWords.wordsUnknown(unknown);
}

/** How many words a text has; numbers in front of them, as on the sheet, don't count. */
function wordCount(text: string): number {
  return text.split(/[^A-Za-z]+/).filter((word) => word !== "").length;
}

function focusOnce(input: HTMLElement | null): void {
  input?.focus();
}
