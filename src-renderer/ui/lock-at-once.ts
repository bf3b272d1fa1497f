import { useEffect } from "react";
import { session } from "../flows/current-case.ts";
import { lockNow } from "../flows/lock.ts";
import { vaultState } from "../flows/vault.ts";
import { covered, staysOnWelcome } from "./place.ts";

/**
 * Hides everything at once and locks. Where there is nothing to lock yet (the sample, on the first run), the window is
 * covered by the same neutral screen.
 */
export function lockAtOnce(): void {
  staysOnWelcome.set(false);
  if (vaultState.get() === "none" && session.get().host !== null) covered.set(true);
  void lockNow();
}

/** Ctrl/Cmd+Shift+L, from anywhere: while somebody types, over a dialog, also where single-letter keys are off. */
export function useLockKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.shiftKey || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.key.toLowerCase() !== "l" && event.code !== "KeyL") return;
      event.preventDefault();
      event.stopPropagation();
      lockAtOnce();
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}
