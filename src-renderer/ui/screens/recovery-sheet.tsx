import { useState } from "react";
import { recoveryCheck } from "../../flows/recovery-sheet.ts";
import { useStore } from "../../flows/store.ts";
import { CheckWords } from "../parts/check-words.tsx";
import { SheetWords } from "../parts/sheet-words.tsx";
import { TopBar } from "../parts/top-bar.tsx";
import { sheetWords } from "../words/vault.ts";

/** New recovery words: shown once, to be written down, printed or saved; then three of them are asked for. */
export function RecoverySheet() {
  const check = useStore(recoveryCheck);
  const [isChecking, setChecking] = useState(false);
  if (check.kind !== "showing") return null;
  return (
    <div className="stack">
      <TopBar hasSettings={false} />
      <main className="sheet-screen stack" id="page">
        <header className="stack tight">
          <h1 tabIndex={-1}>{isChecking ? sheetWords.checkTitle : sheetWords.title}</h1>
          <p className="soft">{isChecking ? sheetWords.checkLede : sheetWords.lede}</p>
        </header>
        {isChecking ? (
          <CheckWords asked={check.asked} leaveWords={sheetWords.backToWords} onLeave={() => setChecking(false)} />
        ) : (
          <SheetWords words={check.words} onChecking={() => setChecking(true)} />
        )}
      </main>
    </div>
  );
}
