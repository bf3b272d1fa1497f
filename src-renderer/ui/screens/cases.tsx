import { type FormEvent, useEffect, useState } from "react";
import { sayDay } from "#core/model/calendar-day.ts";
import { session } from "../../flows/current-case.ts";
import { type ListedCase, listCases, listedCases, openListedCase } from "../../flows/open-case.ts";
import { openSample, sampleOpening } from "../../flows/open-sample.ts";
import { useStore } from "../../flows/store.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/fields.tsx";
import { Icon } from "../parts/icon.tsx";
import { TopBar } from "../parts/top-bar.tsx";
import { useWay, wayIcons, ways } from "../parts/ways.ts";
import { go, opensOnlyCase } from "../place.ts";
import { sayProblemCode } from "../say.ts";
import { casesWords } from "../words/vault.ts";
import { welcomeWords } from "../words/welcome.ts";

/** from here up there is a filter: an adviser has many */
const many = 6;

/** After unlocking: the case files on this computer, and the ways to more of them. */
export function Cases() {
  const { host } = useStore(session);
  const listed = useStore(listedCases);
  const opensOnly = useStore(opensOnlyCase);
  useEffect(() => {
    if (host !== null && listed === null) void listCases(host);
  }, [host, listed]);
  useEffect(() => {
    if (!opensOnly || listed === null) return;
    opensOnlyCase.set(false);
    const [only] = listed;
    if (listed.length === 1 && only?.problem === null) open(only);
  }, [opensOnly, listed]);
  const list =
    listed === null ? null : listed.length === 0 ? <NoCases key="list" /> : <List key="list" listed={listed} />;
  // Below forty case files nobody would look for them. The key keeps an open form when they move.
  const moreWays = <MoreWays key="ways" />;
  return (
    <div className="stack">
      <TopBar />
      <main className="cases" id="page">
        <header className="stack tight">
          <h1 tabIndex={-1}>{casesWords.title}</h1>
          <p className="soft" role="status">
            {listed === null ? casesWords.reading : listed.length === 0 ? "" : casesWords.lede(listed.length)}
          </p>
        </header>
        {listed !== null && listed.length >= many ? [moreWays, list] : [list, moreWays]}
      </main>
    </div>
  );
}

function open(listed: ListedCase): void {
  void openListedCase(listed.id).then((opened) => opened && go("overview"));
}

function NoCases() {
  return (
    <div className="empty">
      <Icon name="folio" size={32} />
      <h2>{casesWords.none}</h2>
      <p>{casesWords.noneText}</p>
    </div>
  );
}

function List({ listed }: { readonly listed: readonly ListedCase[] }) {
  const [text, setText] = useState("");
  const shown = listed.filter((one) => sayName(one).toLowerCase().includes(text.trim().toLowerCase()));
  const openFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = shown;
    if (first !== undefined) open(first);
  };
  return (
    <section className="stack" aria-label={casesWords.title}>
      {listed.length < many ? null : (
        <form className="stack tight" onSubmit={openFirst} autoComplete="off">
          <TextField
            label={casesWords.filter}
            hint={casesWords.filterHint}
            type="search"
            value={text}
            onChange={setText}
            focusFirst
          />
          <p className="small soft" role="status">
            {text.trim() === "" ? "" : sayShown(shown.length, listed.length)}
          </p>
        </form>
      )}
      <ul className="case-list">
        {shown.map((one) => (
          <li key={one.id}>
            <CaseButton listed={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayShown(shown: number, all: number): string {
  return shown === 0 ? casesWords.noMatch : casesWords.shown(shown, all);
}

function sayName({ name }: ListedCase): string {
  if (name === null) return casesWords.unreadable;
  return name === "" ? casesWords.noName : name;
}

function CaseButton({ listed }: { readonly listed: ListedCase }) {
  return (
    <button type="button" className="case-button" onClick={() => open(listed)}>
      <Icon name={listed.problem === null ? "folio" : "warning"} />
      <span className="letter-main">
        <span className="strong">{sayName(listed)}</span>
        <span className="soft small">{casesWords.changed(sayDay(listed.changedOn))}</span>
        {listed.problem === null ? null : <span className="small problem">{sayProblemCode(listed.problem).what}</span>}
      </span>
      <Icon name="forward" />
    </button>
  );
}

function MoreWays() {
  const { way, choose, Form, frame } = useWay();
  const opening = useStore(sampleOpening);
  return (
    <>
      <div className="row">
        {ways.map((one) => (
          <Button
            key={one}
            icon={wayIcons[one]}
            kind="plain"
            expanded={way === one}
            onPress={() => choose(way === one ? null : one)}
          >
            {casesWords[one]}
          </Button>
        ))}
        <Button kind="quiet" disabled={opening} onPress={() => openSample().then((opened) => opened && go("overview"))}>
          {opening ? welcomeWords.sampleOpening : welcomeWords.ways.sample}
        </Button>
      </div>
      <div ref={frame}>{Form === null ? null : <Form />}</div>
    </>
  );
}
