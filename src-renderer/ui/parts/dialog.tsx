import { type ReactNode, useEffect, useId, useRef } from "react";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A dialog over the screen: the browser keeps the focus inside and gives it back. Escape closes it. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = frame.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog className="dialog" ref={frame} aria-labelledby={id} onClose={onClose}>
      <div className="stack">
        <h2 id={id}>{title}</h2>
        {children}
        <div className="row end">
          <Button onPress={onClose}>{words.close}</Button>
        </div>
      </div>
    </dialog>
  );
}
