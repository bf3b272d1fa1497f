import { useState } from "react";
import { passphraseWords } from "../words/vault.ts";
import { PassphraseField } from "./passphrase-field.tsx";
import { StrengthLine } from "./strength-line.tsx";

/** A new passphrase as it is typed, twice. */
export interface TypedPassphrase {
  readonly first: string;
  readonly again: string;
}

export const noPassphrase: TypedPassphrase = { first: "", again: "" };

/** Whether a new passphrase can be used: there is one, and it was typed twice the same. */
export function isUsable({ first, again }: TypedPassphrase): boolean {
  return first !== "" && first === again;
}

interface NewPassphraseProps {
  readonly typed: TypedPassphrase;
  readonly onType: (typed: TypedPassphrase) => void;
  /** whether the form was sent already: before that, nothing is called wrong */
  readonly isTried: boolean;
  readonly label?: string;
  readonly hint?: string;
  /** words a guesser would try first */
  readonly told?: readonly string[];
}

/** A new passphrase, twice, with how hard it is to guess. A weak one warns and is allowed. */
export function NewPassphrase({ typed, onType, isTried, told = [], ...rest }: NewPassphraseProps) {
  const [isShown, setShown] = useState(false);
  const { first, again } = typed;
  return (
    <div className="stack tight">
      <div className="fields">
        <PassphraseField
          label={rest.label ?? passphraseWords.passphrase}
          hint={rest.hint ?? passphraseWords.hint}
          value={first}
          shown={isShown}
          onShow={setShown}
          wrong={isTried && first === "" ? passphraseWords.needed : ""}
          onChange={(value) => onType({ first: value, again })}
        />
        <PassphraseField
          label={passphraseWords.again}
          value={again}
          shown={isShown}
          wrong={isTried && first !== "" && first !== again ? passphraseWords.notSame : ""}
          onChange={(value) => onType({ first, again: value })}
        />
      </div>
      <StrengthLine passphrase={first} told={told} />
    </div>
  );
}
