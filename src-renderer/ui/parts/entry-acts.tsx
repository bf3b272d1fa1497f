import { useEffect, useRef } from "react";
import { isJustClosed } from "../../flows/drafts.ts";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";

interface EntryActsProps {
  readonly id: string;
  /** what the buttons are about, for screen readers */
  readonly name: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** Change and remove, beside every entry. When the entry's form has closed, the focus comes here. */
export function EntryActs({ id, name, onChange, onRemove }: EntryActsProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isJustClosed(id)) first.current?.focus();
  }, [id]);
  return (
    <div className="row entry-acts">
      <Button small kind="quiet" label={`${words.change}: ${name}`} onPress={onChange} ref={first}>
        {words.change}
      </Button>
      <Button small kind="quiet" label={`${words.remove}: ${name}`} onPress={onRemove}>
        {words.remove}
      </Button>
    </div>
  );
}
