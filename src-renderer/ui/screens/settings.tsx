import { session } from "../../flows/current-case.ts";
import { changeSettings, colourChoices, settings, textSizes } from "../../flows/settings.ts";
import { useStore } from "../../flows/store.ts";
import { Button } from "../parts/button.tsx";
import { Check, ChoiceField } from "../parts/fields.tsx";
import { ScreenHead } from "../parts/screen-head.tsx";
import { screenNames } from "../words/common.ts";
import { settingsWords } from "../words/settings.ts";
import { welcomeWords } from "../words/welcome.ts";

/** How Folio looks and listens, where case files are, and what Folio is made of. */
export function SettingsScreen({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const { about, kept } = useStore(session);
  return (
    <div className="screen">
      <ScreenHead title={screenNames.settings} lede={settingsWords.lede} />
      <Looks />
      <Keyboard onShowKeys={onShowKeys} />
      <section className="card stack tight" aria-labelledby="data-title">
        <h2 id="data-title">{settingsWords.dataTitle}</h2>
        <p>{kept?.file.sample === true ? settingsWords.dataSample : settingsWords.data}</p>
        <p>{settingsWords.dataUnlocked}</p>
        {about?.host === "loopback" ? <p>{welcomeWords.loopback.next}</p> : null}
      </section>
      <section className="card stack tight" aria-labelledby="about-title">
        <h2 id="about-title">{settingsWords.aboutTitle}</h2>
        {about === null ? null : <p>{settingsWords.version(about.version)}</p>}
        <p>{settingsWords.offline}</p>
        <p>{settingsWords.notAdvice}</p>
        <p className="soft">{settingsWords.licences}</p>
      </section>
    </div>
  );
}

function Looks() {
  const { colours, textSize } = useStore(settings);
  return (
    <section className="card stack">
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
