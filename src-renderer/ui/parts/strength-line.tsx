import { useEffect, useState } from "react";
import { askPassphraseStrength, type PassphraseStrength } from "#core/vault/passphrase-strength.ts";
import { reportProblem } from "../../flows/current-case.ts";
import { strengthWords } from "../words/vault.ts";
import { Notice } from "./notice.tsx";

interface StrengthLineProps {
  readonly passphrase: string;
  readonly told: readonly string[];
}

const steps = ["weak", "fair", "strong"] as const;

/** How hard a passphrase is to guess, in words; a bar of three beside them. */
export function StrengthLine({ passphrase, told }: StrengthLineProps) {
  const strength = useStrength(passphrase, told.join("\n"));
  return (
    <div className="stack tight" role="status">
      {strength === null ? null : (
        <>
          <p className={`strength ${strength.verdict}`}>
            <span className="strength-bar" aria-hidden="true">
              {steps.map((step, at) => (
                <span key={step} className={at <= steps.indexOf(strength.verdict) ? "on" : ""} />
              ))}
            </span>
            <span>
              <span className="strong">{strengthWords.verdicts[strength.verdict]}</span>{" "}
              <span className="soft">{strengthWords.takes(strength.takes)}</span>
            </span>
          </p>
          {strength.advice.length === 0 ? null : <p className="hint">{strength.advice.join(" ")}</p>}
          {strength.verdict === "weak" ? (
            <Notice tone="amber" what={strengthWords.weak.what}>
              {strengthWords.weak.next}
            </Notice>
          ) : null}
        </>
      )}
    </div>
  );
}

/** Millis of quiet before an estimate is asked for: it must not be read out at every letter. */
const quiet = 250;

function useStrength(passphrase: string, told: string): PassphraseStrength | null {
  const [strength, setStrength] = useState<PassphraseStrength | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const wait = setTimeout(() => {
      askPassphraseStrength(passphrase, told.split("\n")).then((next) => {
        if (isCurrent) setStrength(next);
      }, reportProblem);
    }, quiet);
    return () => {
      isCurrent = false;
      clearTimeout(wait);
    };
  }, [passphrase, told]);
  return passphrase === "" ? null : strength;
}
