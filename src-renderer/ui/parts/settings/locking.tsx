import { changeSettings, lockChoices, settings } from "../../../flows/settings.ts";
import { useStore } from "../../../flows/store.ts";
import { lockingWords } from "../../words/settings.ts";
import { safetyWords } from "../../words/welcome.ts";
import { SelectField } from "../fields.tsx";
import { LockKey } from "../lock-key.tsx";
import { AllKeys } from "./all-keys.tsx";
import { ChangePassphrase } from "./change-passphrase.tsx";
import { OnThisComputer } from "./on-this-computer.tsx";
import { SheetSettings } from "./sheet.tsx";

/** When Folio locks, and everything that opens it. */
export function LockingSettings() {
  const { lockMinutes } = useStore(settings);
  return (
    <>
      <section className="card stack" aria-labelledby="lock-title">
        <h2 id="lock-title">{lockingWords.autoTitle}</h2>
        <SelectField
          label={lockingWords.after}
          value={`${lockMinutes}`}
          options={lockChoices.map((minutes) => [`${minutes}`, lockingWords.minutes(minutes)])}
          onChange={(value) =>
            changeSettings({ lockMinutes: lockChoices.find((minutes) => `${minutes}` === value) ?? lockMinutes })
          }
        />
        <p className="hint">{lockingWords.also}</p>
        <p>
          {safetyWords.lock} <LockKey />. {safetyWords.lockThen}
        </p>
      </section>
      <ChangePassphrase />
      <SheetSettings />
      <OnThisComputer />
      <AllKeys />
    </>
  );
}
