import { changeSettings, settings } from "../../flows/settings.ts";
import { useStore } from "../../flows/store.ts";
import { safetyWords } from "../words/welcome.ts";
import { Icon } from "./icon.tsx";
import { LockKey } from "./lock-key.tsx";

/** First of all: who else uses this computer, what Folio can't prevent, where to get advice, and the quick lock. */
export function SafetyCard() {
  const { sharedComputer } = useStore(settings);
  return (
    <section className="card safety" aria-labelledby="safety-title">
      <div className="stack tight">
        <h2 id="safety-title" className="with-icon">
          <Icon name="shield" />
          {safetyWords.title}
        </h2>
        <fieldset>
          <legend>{safetyWords.who}</legend>
          <div className="choices">
            {safetyWords.whoChoices.map(([choice, text]) => (
              <label className="choice" key={choice}>
                <input
                  type="radio"
                  name="who-else"
                  checked={sharedComputer !== null && sharedComputer === (choice === "shared")}
                  onChange={() => changeSettings({ sharedComputer: choice === "shared" })}
                />
                {text}
              </label>
            ))}
          </div>
        </fieldset>
        <div role="status">{sharedComputer === true ? <Shared /> : null}</div>
        <p className="small">
          {safetyWords.lock} <LockKey />. {safetyWords.lockThen}
        </p>
      </div>
      <div className="stack tight small">
        {safetyWords.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <h3>{safetyWords.adviceTitle}</h3>
        <p>{safetyWords.advice}</p>
        <p className="strong">{safetyWords.danger}</p>
      </div>
    </section>
  );
}

function Shared() {
  return (
    <div className="stack tight small">
      <h3>{safetyWords.sharedTitle}</h3>
      <ul className="bullets">
        {safetyWords.shared.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
