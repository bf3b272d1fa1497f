import { session } from "../../flows/current-case.ts";
import { openSample, sampleOpening } from "../../flows/open-sample.ts";
import { useStore } from "../../flows/store.ts";
import { Icon } from "../parts/icon.tsx";
import { Notice } from "../parts/notice.tsx";
import { SafetyCard } from "../parts/safety-card.tsx";
import { useWay, wayIcons, ways } from "../parts/ways.ts";
import { go } from "../place.ts";
import { welcomeWords } from "../words/welcome.ts";

/** The first run: what Folio is, whether this computer is safe, and the ways to begin. */
export function Welcome() {
  const { about, host } = useStore(session);
  return (
    <main className="welcome" id="page">
      <header className="stack tight">
        <h1 tabIndex={-1}>
          <Icon name="folio" size={32} />
          {welcomeWords.title}
        </h1>
        <p className="lead">{welcomeWords.lead}</p>
        <p className="lead strong">{welcomeWords.lead2}</p>
      </header>
      {about?.host === "loopback" ? (
        <Notice tone="amber" what={welcomeWords.loopback.what}>
          {welcomeWords.loopback.next}
        </Notice>
      ) : null}
      {host === null ? (
        <p className="soft">{welcomeWords.notConnected}</p>
      ) : (
        <>
          <SafetyCard />
          <Ways />
        </>
      )}
    </main>
  );
}

function Ways() {
  const { way, choose, Form, frame } = useWay();
  const opening = useStore(sampleOpening);
  return (
    <section className="stack" aria-labelledby="ways-title">
      <h2 id="ways-title">{welcomeWords.waysTitle}</h2>
      <ul className="ways">
        {ways.map((one) => (
          <li key={one}>
            <button type="button" className="way" aria-expanded={way === one} onClick={() => choose(one)}>
              <Icon name={wayIcons[one]} />
              <span className="strong">{welcomeWords.ways[one]}</span>
              <span className="soft small">{welcomeWords.waysHints[one]}</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="way"
            disabled={opening}
            onClick={() => openSample().then((opened) => opened && go("overview"))}
          >
            <Icon name="eye" />
            <span className="strong">{opening ? welcomeWords.sampleOpening : welcomeWords.ways.sample}</span>
            <span className="soft small">{welcomeWords.waysHints.sample}</span>
          </button>
        </li>
      </ul>
      <div ref={frame}>{Form === null ? null : <Form />}</div>
    </section>
  );
}
