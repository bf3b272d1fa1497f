import { type KeyboardEvent, type Ref, useId, useState } from "react";
import { passphraseWords } from "../words/vault.ts";
import { Icon } from "./icon.tsx";

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** what is wrong, in a sentence; empty while nothing is */
  readonly wrong?: string;
  /** whether what is typed can be read on screen, and the button that changes it; absent: the field looks after it */
  readonly shown?: boolean;
  readonly onShow?: (shown: boolean) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** it can be read and not changed: the typed one is being tried */
  readonly isTrying?: boolean;
}

/** A passphrase as it is typed: hidden, unless the person wants to see it. Nothing offers to remember it. */
export function PassphraseField({ label, value, onChange, hint, wrong = "", ...rest }: PassphraseFieldProps) {
  const id = useId();
  const [ownShown, setOwnShown] = useState(false);
  const [isCaps, setCaps] = useState(false);
  const isShown = rest.shown ?? ownShown;
  const show = rest.onShow ?? setOwnShown;
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState("CapsLock"));
  const ids = [hint === undefined ? "" : `${id}-hint`, wrong === "" ? "" : `${id}-wrong`].filter((one) => one !== "");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <span className="passphrase">
        <input
          id={id}
          ref={rest.inputRef}
          className="input"
          type={isShown ? "text" : "password"}
          value={value}
          readOnly={rest.isTrying}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore
          data-lpignore="true"
          aria-invalid={wrong !== ""}
          aria-describedby={ids.join(" ") || undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={watchCaps}
          onKeyUp={watchCaps}
        />
        {rest.shown !== undefined && rest.onShow === undefined ? null : (
          <button
            type="button"
            className="button quiet small"
            aria-pressed={isShown}
            aria-label={isShown ? passphraseWords.hideLong : passphraseWords.showLong}
            onClick={() => show(!isShown)}
          >
            <Icon name="eye" size={16} />
            {isShown ? passphraseWords.hide : passphraseWords.show}
          </button>
        )}
      </span>
      <span role="alert" className="said-here">
        {wrong === "" ? null : (
          <span className="wrong" id={`${id}-wrong`}>
            {wrong}
          </span>
        )}
        {isCaps ? <span className="hint"> {passphraseWords.capsLock}</span> : null}
      </span>
    </div>
  );
}
