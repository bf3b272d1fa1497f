import { type DragEvent, type RefObject, useEffect, useRef, useState } from "react";
import { session, undoLast } from "../flows/current-case.ts";
import { offerFiles } from "../flows/offered-files.ts";
import { useStore } from "../flows/store.ts";
import { useKeys } from "./keys.ts";
import { Alerts } from "./parts/alerts.tsx";
import { KeyList } from "./parts/key-list.tsx";
import { NewMenu } from "./parts/new-menu.tsx";
import { Rail } from "./parts/rail.tsx";
import { SafeScreen } from "./parts/safe-screen.tsx";
import { SaidBar } from "./parts/said-bar.tsx";
import { SampleBand } from "./parts/sample-band.tsx";
import { go, place, type ScreenName } from "./place.ts";
import { Calls } from "./screens/calls.tsx";
import { Complaint } from "./screens/complaint.tsx";
import { Costs } from "./screens/costs.tsx";
import { Inbox } from "./screens/inbox.tsx";
import { Overview } from "./screens/overview.tsx";
import { Pack } from "./screens/pack.tsx";
import { Reader } from "./screens/reader.tsx";
import { SettingsScreen } from "./screens/settings.tsx";
import { Timeline } from "./screens/timeline.tsx";
import { Welcome } from "./screens/welcome.tsx";
import { words } from "./words/common.ts";

/** The window: welcome until a case file is open, then the rail and the screen at hand. */
export function App() {
  const isOpen = useStore(session).kept !== null;
  const [showsKeys, setShowsKeys] = useState(false);
  useKeys({ "?": () => setShowsKeys(true) });
  useEffect(refuseStrayDrops, []);
  return (
    <>
      {isOpen ? <OpenCase onShowKeys={() => setShowsKeys(true)} /> : <BeforeCase />}
      {showsKeys ? <KeyList onClose={() => setShowsKeys(false)} /> : null}
    </>
  );
}

/** Search is on the timeline: the key leads there from anywhere. */
function goSearch(event: KeyboardEvent): void {
  event.preventDefault();
  go("timeline");
  setTimeout(() => document.getElementById("timeline-search")?.focus());
}

function BeforeCase() {
  return (
    <div className="before-case">
      <Alerts />
      <Welcome />
    </div>
  );
}

function OpenCase({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const now = useStore(place);
  const main = useRef<HTMLElement>(null);
  const shown = now.screen === "reader" ? now.exhibitId : now.screen;
  // The reader has its own undo, which also goes back to the date.
  const [asksNew, setAsksNew] = useState(false);
  useKeys({
    n: () => setAsksNew(true),
    "/": (event) => (now.screen === "timeline" ? undefined : goSearch(event)),
    u: () => (now.screen === "reader" ? undefined : void undoLast(words)),
  });
  useBeginAtTitle(main, shown);
  const { isOver, ...drop } = useDrop();
  return (
    <div className="shell" {...drop}>
      <Rail onNew={() => setAsksNew(true)} />
      <div className="main">
        <SampleBand />
        <Alerts />
        <main ref={main} id="page">
          <SafeScreen key={shown}>
            {now.screen === "reader" ? (
              <Reader key={now.exhibitId} place={now} />
            ) : (
              <Screen name={now.screen} onShowKeys={onShowKeys} />
            )}
          </SafeScreen>
        </main>
      </div>
      <SaidBar />
      {asksNew ? <NewMenu onClose={() => setAsksNew(false)} /> : null}
      {isOver ? (
        <div className="drop-veil" aria-hidden="true">
          {words.dropHere}
        </div>
      ) : null}
    </div>
  );
}

function Screen({ name, onShowKeys }: { readonly name: ScreenName; readonly onShowKeys: () => void }) {
  switch (name) {
    case "overview":
      return <Overview />;
    case "inbox":
      return <Inbox />;
    case "timeline":
      return <Timeline />;
    case "calls":
      return <Calls />;
    case "costs":
      return <Costs />;
    case "complaint":
      return <Complaint />;
    case "pack":
      return <Pack />;
    case "settings":
      return <SettingsScreen onShowKeys={onShowKeys} />;
  }
}

/** A new screen begins at its title: for the eye at the top, for a screen reader at the heading. */
function useBeginAtTitle(main: RefObject<HTMLElement | null>, shown: string): void {
  const before = useRef("");
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    window.scrollTo(0, 0);
    // A form that opened with the screen has the focus by now, and keeps it.
    if (main.current?.contains(document.activeElement) === true) return;
    main.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [main, shown]);
}

/** A file dropped where no case file is open would take Folio's place in the window: nothing happens instead. */
function refuseStrayDrops() {
  const refuse = (event: Event) => event.preventDefault();
  window.addEventListener("dragover", refuse);
  window.addEventListener("drop", refuse);
  return () => {
    window.removeEventListener("dragover", refuse);
    window.removeEventListener("drop", refuse);
  };
}

/** Files dropped anywhere go to the inbox. */
function useDrop() {
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      offerFiles([...event.dataTransfer.files]);
      go("inbox");
    },
  };
}
