import { changeSettings, colourChoices, settings, textSizes } from "../../../flows/settings.ts";
import { useStore } from "../../../flows/store.ts";
import { settingsWords } from "../../words/settings.ts";
import { Button } from "../button.tsx";
import { Check, ChoiceField } from "../fields.tsx";

/** How Folio looks and listens on this computer. */
export function LooksSettings({ onShowKeys }: { readonly onShowKeys: () => void }) {
  return (
    <>
      <Looks />
      <Keyboard onShowKeys={onShowKeys} />
    </>
  );
}

function Looks() {
  const { colours, textSize } = useStore(settings);
  return (
    <section className="card stack" aria-label={settingsWords.parts.looks}>
      <ChoiceField
        legend={settingsWords.colours}
        value={colours}
        options={colourChoices.map((choice) => [choice, settingsWords.colourNames[choice]] as const)}
        onChange={(choice) => changeSettings({ colours: choice })}
      />
      <ChoiceField
        legend={settingsWords.textSize}
        value={textSize}
        options={textSizes.map((size) => [size, settingsWords.textNames[size]] as const)}
        onChange={(size) => changeSettings({ textSize: size })}
      />
    </section>
  );
}

function Keyboard({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const { letterKeys } = useStore(settings);
  return (
    <section className="card stack" aria-labelledby="keys-title">
      <h2 id="keys-title">{settingsWords.keysTitle}</h2>
      <div className="stack tight">
        <Check
          label={settingsWords.letterKeys}
          checked={letterKeys}
          onChange={(isOn) => changeSettings({ letterKeys: isOn })}
        />
        <p className="hint">{settingsWords.letterKeysHint}</p>
      </div>
      <div>
        <Button onPress={onShowKeys}>{settingsWords.showKeys}</Button>
      </div>
    </section>
  );
}
