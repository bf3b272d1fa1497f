import { type ReactNode, useEffect, useId, useRef } from "react";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** what the button that closes it says; "Close" unless told */
  readonly closeWords?: string;
  readonly isWide?: boolean;
}

/** A dialog over the screen: the browser keeps the focus inside and gives it back. Escape closes it. */
export function Dialog({ title, children, onClose, closeWords = words.close, isWide = false }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = frame.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog className={isWide ? "dialog wide" : "dialog"} ref={frame} aria-labelledby={id} onClose={onClose}>
      <div className="stack">
        <h2 id={id}>{title}</h2>
        {children}
        <div className="row end">
          <Button onPress={onClose}>{closeWords}</Button>
        </div>
      </div>
    </dialog>
  );
}
