import { type ReactNode, useEffect, useId, useRef } from "react";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** what the button that closes it says; "Close" unless told */
  readonly closeWords?: string;
  /** what can be done instead, beside that button */
  readonly acts?: ReactNode;
  readonly isWide?: boolean;
  /** the title takes the focus, not the first control: there is something to read, or that control does harm */
  readonly beginsAtTitle?: boolean;
}

/** A dialog over the screen: the browser keeps the focus inside and gives it back. Escape closes it. */
export function Dialog({ title, children, onClose, closeWords = words.close, ...rest }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { acts, isWide = false, beginsAtTitle = false } = rest;
  useEffect(() => {
    const dialog = frame.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("h2[tabindex]")?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog className={isWide ? "dialog wide" : "dialog"} ref={frame} aria-labelledby={id} onClose={onClose}>
      <div className="stack">
        <h2 id={id} tabIndex={beginsAtTitle ? -1 : undefined}>
          {title}
        </h2>
        {children}
        <div className="row end">
          <Button onPress={onClose}>{closeWords}</Button>
          {acts}
        </div>
      </div>
    </dialog>
  );
}
