import { type ReactNode, useEffect, useRef, useState } from "react";
import { words } from "../../words/common.ts";
import { Button } from "../button.tsx";

interface OpensProps {
  /** for the title's id */
  readonly id: string;
  readonly title: string;
  readonly text: ReactNode;
  /** what the button says that opens the form */
  readonly act: string;
  readonly isOffered?: boolean;
  /** what the button says that closes it; "Cancel" unless told */
  readonly leave?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A card of the settings whose form opens when it is asked for, so that a page of settings stays short. */
export function Opens({ id, title, text, act, isOffered = true, leave = words.cancel, children }: OpensProps) {
  const [isOpen, setOpen] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) form.current?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
  }, [isOpen]);
  const close = () => {
    // The form takes the focus with it: the card's title is the next best place.
    document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
    setOpen(false);
  };
  return (
    <section className="card stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <div className="stack tight">{text}</div>
      {isOpen ? (
        <div className="stack" ref={form}>
          {children(close)}
          <div>
            <Button kind="quiet" onPress={close}>
              {leave}
            </Button>
          </div>
        </div>
      ) : isOffered ? (
        <div>
          <Button onPress={() => setOpen(true)}>{act}</Button>
        </div>
      ) : null}
    </section>
  );
}
