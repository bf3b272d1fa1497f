import { useEffect } from "react";
import { sayDay } from "#core/model/calendar-day.ts";
import { type Session, session } from "../../flows/current-case.ts";
import { beginNewCase, type ListedCase, listCases, listedCases, openListedCase } from "../../flows/open-case.ts";
import { openSample, sampleOpening } from "../../flows/open-sample.ts";
import { useStore } from "../../flows/store.ts";
import { BeginForm } from "../parts/begin-form.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { Notice } from "../parts/notice.tsx";
import { go } from "../place.ts";
import { welcomeWords } from "../words/welcome.ts";

/** The first screen: what Folio is, the case files on this computer, a new one, the sample; and a word on safety. */
export function Welcome() {
  const { about, host } = useStore(session);
  useEffect(() => {
    if (host !== null) void listCases(host);
  }, [host]);
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
      {host === null ? <NotConnected /> : <Choices about={about} />}
    </main>
  );
}

/** Nothing can be opened or begun before the machine answers; if it refuses, the alert above says so. */
function NotConnected() {
  return <p className="soft">{welcomeWords.notConnected}</p>;
}

function Choices({ about }: Pick<Session, "about">) {
  return (
    <div className="columns">
      <div className="stack wide">
        <YourCases />
        <BeginForm onBegin={(told) => beginNewCase(told).then((begun) => begun && go("inbox"))} />
      </div>
      <div className="stack">
        <Sample about={about} />
        <Safety />
      </div>
    </div>
  );
}

function YourCases() {
  const listed = useStore(listedCases);
  return (
    <section className="stack tight" aria-labelledby="your-cases">
      <h2 id="your-cases">{welcomeWords.casesTitle}</h2>
      {listed === null ? <p className="soft">{welcomeWords.casesReading}</p> : null}
      {listed?.length === 0 ? <p className="soft">{welcomeWords.casesNone}</p> : null}
      <ul className="case-list">
        {(listed ?? []).map((one) => (
          <li key={one.id}>
            <CaseButton listed={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CaseButton({ listed }: { readonly listed: ListedCase }) {
  const name = listed.name === "" ? welcomeWords.noName : listed.name;
  return (
    <button
      type="button"
      className="case-button"
      onClick={() => openListedCase(listed.id).then((opened) => opened && go("overview"))}
    >
      <Icon name="folio" />
      <span>
        <span className="strong">{listed.name === null ? welcomeWords.unreadable : name}</span>
        <br />
        <span className="soft small">{welcomeWords.changed(sayDay(listed.changedOn))}</span>
      </span>
      <Icon name="forward" />
    </button>
  );
}

function Sample({ about }: Pick<Session, "about">) {
  const opening = useStore(sampleOpening);
  return (
    <section className="card stack" aria-labelledby="sample-title">
      <h2 id="sample-title">{welcomeWords.sampleTitle}</h2>
      <p className="soft">{welcomeWords.sampleText}</p>
      <div>
        <Button
          icon="forward"
          disabled={opening || about === null}
          onPress={() => openSample().then((opened) => opened && go("overview"))}
        >
          {opening ? welcomeWords.sampleOpening : welcomeWords.sampleOpen}
        </Button>
      </div>
    </section>
  );
}

function Safety() {
  return (
    <section className="card stack tight" aria-labelledby="safety-title">
      <h2 id="safety-title">{welcomeWords.safetyTitle}</h2>
      <ul className="stack tight small">
        {welcomeWords.safety.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
