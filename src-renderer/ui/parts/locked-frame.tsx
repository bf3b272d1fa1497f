import type { ReactNode } from "react";
import { unlockWords } from "../words/vault.ts";
import { Icon } from "./icon.tsx";

/** The neutral frame of the locked window: the name Folio and what stands in it. */
export function LockedFrame({ children }: { readonly children: ReactNode }) {
  return (
    <main className="locked" id="page">
      <h1 tabIndex={-1}>
        <Icon name="folio" size={32} />
        {unlockWords.title}
      </h1>
      {children}
    </main>
  );
}
