import { type FormEvent, useState } from "react";
import { session } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { Button } from "./button.tsx";
import { TextField } from "./fields.tsx";

interface FolderFormProps {
  readonly label: string;
  readonly hint: string;
  /** what the button says that opens the system's own dialog */
  readonly choose: string;
  /** what it says where the path is typed */
  readonly use: string;
  readonly isBusy: boolean;
  /** @param typed the path; "" where the system's dialog will ask */
  readonly onChoose: (typed: string) => void;
}

/** Asks for a folder: by the system's own dialog in the app; in a browser, which has none, its path is typed. */
export function FolderForm({ label, hint, choose, use, isBusy, onChoose }: FolderFormProps) {
  const hasDialog = useStore(session).about?.host === "electron";
  const [typed, setTyped] = useState("");
  if (hasDialog) {
    return (
      <div>
        <Button icon="disk" disabled={isBusy} onPress={() => onChoose("")}>
          {choose}
        </Button>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== "") onChoose(typed.trim());
  };
  return (
    <form className="stack tight" onSubmit={submit} autoComplete="off">
      <TextField label={label} hint={hint} value={typed} onChange={setTyped} />
      <div>
        <Button type="submit" icon="disk" disabled={isBusy || typed.trim() === ""}>
          {use}
        </Button>
      </div>
    </form>
  );
}
