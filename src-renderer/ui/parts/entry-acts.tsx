import { useEffect, useRef, useState } from "react";
import { isJustClosed } from "../../flows/drafts.ts";
import { words } from "../words/common.ts";
import { custodyWords } from "../words/custody.ts";
import { Button } from "./button.tsx";
import { EntryHistory } from "./entry-history.tsx";

interface EntryActsProps {
  readonly id: string;
  /** what the buttons are about, for screen readers */
  readonly name: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** Its history, change and remove, beside every entry. When the entry's form has closed, the focus comes here. */
export function EntryActs({ id, name, onChange, onRemove }: EntryActsProps) {
  const [showsHistory, setHistory] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isJustClosed(id)) first.current?.focus();
  }, [id]);
  return (
    <div className="row entry-acts">
      <Button small kind="quiet" label={`${custodyWords.history}: ${name}`} onPress={() => setHistory(true)}>
        {custodyWords.history}
      </Button>
      <Button small kind="quiet" edits label={`${words.change}: ${name}`} onPress={onChange} ref={first}>
        {words.change}
      </Button>
      <Button small kind="quiet" edits label={`${words.remove}: ${name}`} onPress={onRemove}>
        {words.remove}
      </Button>
      {showsHistory ? <EntryHistory id={id} name={name} onClose={() => setHistory(false)} /> : null}
    </div>
  );
}
