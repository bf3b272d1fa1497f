import { type DragEvent, type RefObject, useEffect, useRef, useState } from "react";
import { session, undoLast } from "../flows/current-case.ts";
import { offerFiles } from "../flows/offered-files.ts";
import { recoveryCheck } from "../flows/recovery-sheet.ts";
import { useStore } from "../flows/store.ts";
import { vaultState } from "../flows/vault.ts";
import { useKeys } from "./keys.ts";
import { useLockKey } from "./lock-at-once.ts";
import { Alerts } from "./parts/alerts.tsx";
import { Button } from "./parts/button.tsx";
import { keepFocus } from "./parts/keep-focus.ts";
import { KeyList } from "./parts/key-list.tsx";
import { LockedFrame } from "./parts/locked-frame.tsx";
import { NewMenu } from "./parts/new-menu.tsx";
import { Rail } from "./parts/rail.tsx";
import { ReadOnlyBand } from "./parts/read-only-band.tsx";
import { SafeScreen } from "./parts/safe-screen.tsx";
import { SaidBar } from "./parts/said-bar.tsx";
import { SampleBand } from "./parts/sample-band.tsx";
import { SearchBox } from "./parts/search-box.tsx";
import { TopBar } from "./parts/top-bar.tsx";
import { useReadOnly } from "./parts/use-read-only.ts";
import { covered, go, type Place, place, type ScreenName, staysOnWelcome } from "./place.ts";
import { Calls } from "./screens/calls.tsx";
import { Cases } from "./screens/cases.tsx";
import { Complaint } from "./screens/complaint.tsx";
import { Costs } from "./screens/costs.tsx";
import { Inbox } from "./screens/inbox.tsx";
import { Overview } from "./screens/overview.tsx";
import { Pack } from "./screens/pack.tsx";
import { Reader } from "./screens/reader.tsx";
import { RecoverySheet } from "./screens/recovery-sheet.tsx";
import { SettingsScreen } from "./screens/settings.tsx";
import { Timeline } from "./screens/timeline.tsx";
import { Unlock } from "./screens/unlock.tsx";
import { Welcome } from "./screens/welcome.tsx";
import { words } from "./words/common.ts";
import { unlockWords } from "./words/vault.ts";

/** The window: first run, locked, the list of case files, or the one that is open with its rail. */
export function App() {
  const shown = useShown();
  const [showsKeys, setShowsKeys] = useState(false);
  const showKeys = () => setShowsKeys(true);
  useLockKey();
  useKeys({ "?": () => (isHidden(shown) ? undefined : showKeys()) });
  useEffect(refuseStrayDrops, []);
  useEffect(keepFocus, []);
  useEffect(() => {
    if (isHidden(shown)) setShowsKeys(false);
  }, [shown]);
  return (
    <>
      {shown === "case" ? <OpenCase onShowKeys={showKeys} /> : <BeforeCase shown={shown} onShowKeys={showKeys} />}
      {showsKeys && !isHidden(shown) ? <KeyList onClose={() => setShowsKeys(false)} /> : null}
    </>
  );
}

type Shown = "starting" | "covered" | "locked" | "welcome" | "sheet" | "cases" | "case";

/** What the window shows: what hides comes before all else. */
function useShown(): Shown {
  const vault = useStore(vaultState);
  const isCovered = useStore(covered);
  const stays = useStore(staysOnWelcome);
  const sheet = useStore(recoveryCheck);
  const isOpen = useStore(session).kept !== null;
  if (isCovered) return "covered";
  if (vault === "starting" || vault === "locked") return vault;
  if (isOpen && sheet.kind !== "showing") return "case";
  if (vault === "none" || (stays && !isOpen)) return "welcome";
  return sheet.kind === "showing" ? "sheet" : "cases";
}

/** Whether the window shows nothing but the name Folio. */
function isHidden(shown: Shown): boolean {
  return shown === "covered" || shown === "locked" || shown === "starting";
}

interface BeforeCaseProps {
  readonly shown: Exclude<Shown, "case">;
  readonly onShowKeys: () => void;
}

function BeforeCase({ shown, onShowKeys }: BeforeCaseProps) {
  const now = useStore(place);
  const frame = useRef<HTMLDivElement>(null);
  const what = shown === "cases" && now.screen === "settings" ? "settings" : shown;
  useBeginAtTitle(frame, what, now);
  return (
    <div className="before-case" ref={frame}>
      <Alerts />
      <SafeScreen key={what}>
        {what === "settings" ? (
          <>
            <TopBar />
            <main id="page">
              <SettingsScreen onShowKeys={onShowKeys} />
            </main>
          </>
        ) : (
          <WithoutCase shown={shown} />
        )}
      </SafeScreen>
      <SaidBar />
    </div>
  );
}

function WithoutCase({ shown }: Pick<BeforeCaseProps, "shown">) {
  switch (shown) {
    case "starting":
      return <LockedFrame>{null}</LockedFrame>;
    case "covered":
      return (
        <LockedFrame>
          <div>
            <Button onPress={() => covered.set(false)}>{unlockWords.covered}</Button>
          </div>
        </LockedFrame>
      );
    case "locked":
      return <Unlock />;
    case "welcome":
      return <Welcome />;
    case "sheet":
      return <RecoverySheet />;
    case "cases":
      return <Cases />;
  }
}

function OpenCase({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const now = useStore(place);
  const main = useRef<HTMLElement>(null);
  const shown = now.screen === "reader" ? now.exhibitId : now.screen;
  const [asksNew, setAsksNew] = useState(false);
  const [searches, setSearches] = useState(false);
  const isReadOnly = useReadOnly();
  useKeys({
    n: () => (isReadOnly ? undefined : setAsksNew(true)),
    "/": (event) => {
      event.preventDefault();
      setSearches(true);
    },
    // The reader has its own undo, which also goes back to the date.
    u: () => (now.screen === "reader" ? undefined : void undoLast(words)),
  });
  useBeginAtTitle(main, shown, now);
  const { isOver, ...drop } = useDrop(isReadOnly);
  return (
    <div className="shell" {...drop}>
      <Rail onNew={() => setAsksNew(true)} onSearch={() => setSearches(true)} />
      <div className="main">
        <SampleBand />
        <ReadOnlyBand />
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
      {searches ? <SearchBox onClose={() => setSearches(false)} /> : null}
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

/** A new screen begins at its title, or at the entry it was opened for: for the eye, and for a screen reader. */
function useBeginAtTitle(main: RefObject<HTMLElement | null>, shown: string, now: Place): void {
  const before = useRef("");
  useEffect(() => {
    const entryId = now.screen === "reader" ? undefined : now.entryId;
    if (before.current === shown && entryId === undefined) return;
    before.current = shown;
    const entry = entryId === undefined ? null : document.getElementById(`entry-${entryId}`);
    if (entry !== null) {
      entry.scrollIntoView({ block: "center" });
      entry.focus({ preventScroll: true });
      return;
    }
    window.scrollTo(0, 0);
    // A form that opened with the screen has the focus by now, and keeps it.
    if (main.current?.contains(document.activeElement) === true) return;
    main.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [main, shown, now]);
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

/** Files dropped anywhere go to the inbox, unless the case file can only be read here. */
function useDrop(isReadOnly: boolean) {
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(!isReadOnly);
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (isReadOnly) return;
      offerFiles([...event.dataTransfer.files]);
      go("inbox");
    },
  };
}
