import { useState } from "react";
import { say, session } from "../../flows/current-case.ts";
import { postponeRecoveryCheck, saveRecoverySheet } from "../../flows/recovery-sheet.ts";
import { useStore } from "../../flows/store.ts";
import { numbered } from "../numbered.ts";
import { words } from "../words/common.ts";
import { sheetWords } from "../words/vault.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { FailedNotice } from "./failed.tsx";
import { Notice } from "./notice.tsx";
import { useWork } from "./use-work.ts";

interface SheetWordsProps {
  readonly words: readonly string[];
  readonly onChecking: () => void;
}

/** The 24 words in numbered columns, where to keep them, and the ways to paper. On paper, the words alone. */
export function SheetWords({ words: sheet, onChecking }: SheetWordsProps) {
  const [asks, setAsks] = useState<"print" | "save" | null>(null);
  return (
    <>
      <ol className="sheet-words" aria-label={sheetWords.listName}>
        {numbered(sheet).map(({ place, item: word }) => (
          <li key={place}>
            <span className="sheet-number">{place}</span> <span>{word}</span>
          </li>
        ))}
      </ol>
      <Notice tone="amber" what={sheetWords.what}>
        {sheetWords.where}
      </Notice>
      <div className="row">
        <Button icon="print" onPress={() => setAsks("print")}>
          {sheetWords.print}
        </Button>
        <Button icon="save" onPress={() => setAsks("save")}>
          {sheetWords.save}
        </Button>
      </div>
      <div className="row">
        <Button kind="first" onPress={onChecking}>
          {sheetWords.goOn}
        </Button>
        <Button kind="quiet" onPress={postponeRecoveryCheck}>
          {sheetWords.later}
        </Button>
      </div>
      <p className="hint">{sheetWords.laterHint}</p>
      {asks === "print" ? <AskPrint onClose={() => setAsks(null)} /> : null}
      {asks === "save" ? <AskSave onClose={() => setAsks(null)} /> : null}
    </>
  );
}

function AskPrint({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title={sheetWords.printTitle}
      onClose={onClose}
      closeWords={sheetWords.dont}
      beginsAtTitle
      acts={
        <Button
          icon="print"
          onPress={() => {
            onClose();
            // Once the dialog is gone: what is printed is the page.
            setTimeout(() => window.print());
          }}
        >
          {sheetWords.printNow}
        </Button>
      }
    >
      <p>{sheetWords.printWarning}</p>
    </Dialog>
  );
}

/** Never to this computer by default: it warns first, then asks where. */
function AskSave({ onClose }: { readonly onClose: () => void }) {
  const work = useWork();
  const [where, setWhere] = useState<string | null | undefined>(undefined);
  // A page in a browser can't ask: what it saves goes to the downloads folder.
  const canAsk = useStore(session).about?.host === "electron";
  const save = () =>
    work.start(saveRecoverySheet, (saved) => {
      setWhere(saved);
      if (saved !== null) say(sheetWords.saved(saved));
    });
  return (
    <Dialog
      title={sheetWords.saveWarningTitle}
      onClose={onClose}
      closeWords={where ? words.close : sheetWords.dont}
      beginsAtTitle
      acts={
        where ? null : (
          <Button icon="save" disabled={work.isBusy} onPress={save}>
            {canAsk ? sheetWords.saveAnyway : sheetWords.saveHere.act}
          </Button>
        )
      }
    >
      <p>{sheetWords.saveWarning}</p>
      {canAsk ? (
        <p>{sheetWords.saveChoose}</p>
      ) : (
        <Notice tone="red" what={sheetWords.saveHere.what}>
          {sheetWords.saveHere.next}
        </Notice>
      )}
      <FailedNotice failed={work.failed} />
      <p role="status">{where === undefined ? "" : where === null ? sheetWords.notSaved : sheetWords.saved(where)}</p>
    </Dialog>
  );
}
