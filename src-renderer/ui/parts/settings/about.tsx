import { session } from "../../../flows/current-case.ts";
import { useStore } from "../../../flows/store.ts";
import { settingsWords } from "../../words/settings.ts";
import { welcomeWords } from "../../words/welcome.ts";
import { Notice } from "../notice.tsx";

/** Where case files are, and what Folio is made of. */
export function AboutSettings() {
  const { about, kept } = useStore(session);
  const synced = about === null || about.syncedBy === null ? null : settingsWords.synced(about.syncedBy);
  return (
    <>
      <section className="card stack tight" aria-labelledby="data-title">
        <h2 id="data-title">{settingsWords.dataTitle}</h2>
        <p>{kept?.file.sample === true ? settingsWords.dataSample : settingsWords.data}</p>
        {synced === null ? null : (
          <Notice tone="amber" what={synced.what}>
            {synced.next}
          </Notice>
        )}
        <p>{settingsWords.uninstall}</p>
        {about?.host === "loopback" ? <p>{welcomeWords.loopback.next}</p> : null}
      </section>
      <section className="card stack tight" aria-labelledby="about-title">
        <h2 id="about-title">{settingsWords.aboutTitle}</h2>
        {about === null ? null : <p>{settingsWords.version(about.version)}</p>}
        <p>{settingsWords.offline}</p>
        <p>{settingsWords.memory}</p>
        <p>{settingsWords.notAdvice}</p>
        <p className="soft">{settingsWords.licences}</p>
      </section>
    </>
  );
}
