import { useEffect, useRef } from "react";
import { lockingWords } from "../words/settings.ts";
import { PassphraseField } from "./passphrase-field.tsx";
import type { Work } from "./use-work.ts";

interface PresentPassphraseProps {
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly isTried: boolean;
  /** what the passphrase was given to: where it didn't fit, that is said here */
  readonly work: Work;
}

/** The passphrase in use, asked for before any key is changed. */
export function PresentPassphrase({ value, onType, isTried, work }: PresentPassphraseProps) {
  const input = useRef<HTMLInputElement>(null);
  const isWrong = isWrongPassphrase(work);
  useEffect(() => {
    if (isWrong) input.current?.select();
  }, [isWrong]);
  const missing = isTried && value === "" ? lockingWords.presentNeeded : "";
  return (
    <PassphraseField
      label={lockingWords.present}
      value={value}
      inputRef={input}
      wrong={isWrong ? lockingWords.presentWrong : missing}
      onChange={(typed) => {
        if (isWrong) work.clear();
        onType(typed);
      }}
    />
  );
}

/** Whether the work failed for nothing but the passphrase: then its field says so, and no notice. */
export function isWrongPassphrase({ failed }: Pick<Work, "failed">): boolean {
  return failed?.code === "wrong-passphrase";
}
