import type { UnlockSecret } from "../../flows/vault.ts";
import { restoreWords } from "../words/backups.ts";
import { ChoiceField } from "./fields.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { RecoveryWordsField, wrongWords } from "./recovery-words-field.tsx";

/** A passphrase or recovery words as they are typed. */
export interface TypedSecret {
  readonly kind: "passphrase" | "recovery";
  readonly passphrase: string;
  readonly words: string;
}

/** What was typed, to unlock with; null while it can't be right. */
export function readSecret(typed: TypedSecret): Exclude<UnlockSecret, { kind: "computer" }> | null {
  if (typed.kind === "passphrase") {
    return typed.passphrase === "" ? null : { kind: "passphrase", passphrase: typed.passphrase };
  }
  return wrongWords(typed.words) === "" ? { kind: "recovery", words: typed.words } : null;
}

interface SecretFieldsProps {
  readonly secret: TypedSecret;
  readonly isTried: boolean;
  readonly onType: (secret: TypedSecret) => void;
}

/** What opens a backup that was locked with other keys. */
export function SecretFields({ secret, isTried, onType }: SecretFieldsProps) {
  const isMissing = isTried && readSecret(secret) === null;
  return (
    <div className="stack">
      <ChoiceField
        legend={restoreWords.secret}
        value={secret.kind}
        options={restoreWords.secretKinds}
        onChange={(kind) => onType({ ...secret, kind })}
      />
      {secret.kind === "passphrase" ? (
        <PassphraseField
          label={restoreWords.passphrase}
          hint={restoreWords.passphraseHint}
          value={secret.passphrase}
          wrong={isMissing ? restoreWords.passphraseNeeded : ""}
          onChange={(passphrase) => onType({ ...secret, passphrase })}
        />
      ) : (
        <RecoveryWordsField
          value={secret.words}
          wrong={isMissing ? wrongWords(secret.words) : ""}
          onChange={(words) => onType({ ...secret, words })}
        />
      )}
    </div>
  );
}
