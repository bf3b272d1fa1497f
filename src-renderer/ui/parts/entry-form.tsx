import { type FormEvent, type ReactNode, useEffect } from "react";
import { hush } from "../../flows/current-case.ts";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";

interface EntryFormProps {
  readonly title: string;
  readonly keepWords: string;
  readonly children: ReactNode;
  /** @returns whether everything needed is there; if not, the first wrong field takes the focus */
  readonly onKeep: () => boolean;
  readonly onLeave: () => void;
}

/** The frame of every form: a title, its fields, keep and cancel. */
export function EntryForm({ title, keepWords, children, onKeep, onLeave }: EntryFormProps) {
  // What was said before lies over the foot of the screen, where this form's buttons may be.
  useEffect(hush, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (onKeep()) return;
    // Once the fields have been marked: the first of them that is wrong.
    setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
  };
  return (
    <form className="card stack" onSubmit={submit} autoComplete="off" aria-label={title}>
      <h2>{title}</h2>
      {children}
      <div className="row">
        <Button kind="first" type="submit" edits>
          {keepWords}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            // The form takes the focus with it: the screen's title is the next best place, where nothing better is.
            document.querySelector("h1")?.focus({ preventScroll: true });
            onLeave();
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
