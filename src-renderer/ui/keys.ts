import { useEffect, useRef } from "react";
import { settings } from "../flows/settings.ts";

/** What each key does; a key is named as the browser names it, in lower case: "a", "?", "arrowdown". */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Listens for single keys on the whole window while the component is shown.
 * Silent while somebody types, while a dialog is open, with Ctrl, Alt or Cmd, and (letters and signs only)
 * where single-letter keys are turned off.
 */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]") !== null) return;
      if (event.key.length === 1 && event.key !== " " && !settings.get().letterKeys) return;
      if (event.repeat && !isMove(event.key)) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act !== undefined) act(event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** A key held down goes on moving, but it says "right" only once. */
function isMove(key: string): boolean {
  return /^(?:Arrow|Page|[jk+=-]$)/i.test(key);
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
