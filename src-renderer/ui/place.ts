import { hush } from "../flows/current-case.ts";
import { createStore } from "../flows/store.ts";

export const screens = ["overview", "inbox", "timeline", "calls", "costs", "complaint", "pack", "settings"] as const;
export type ScreenName = (typeof screens)[number];

/** Where in the window the person is. In memory only: an address would be kept in a browser's history. */
export type Place =
  | { readonly screen: ScreenName }
  | {
      readonly screen: "reader";
      readonly exhibitId: string;
      readonly from: ScreenName;
      /** where to begin: a page, and a date in the letter's list */
      readonly page: number | null;
      readonly position: number | null;
    };

export const place = createStore<Place>({ screen: "overview" });

export function go(screen: ScreenName): void {
  hush();
  place.set({ screen });
}

/** Opens a letter, at a page or a date if told. */
export function openLetter(exhibitId: string, at: { readonly page?: number; readonly position?: number } = {}): void {
  const now = place.get();
  if (now.screen !== "reader") hush();
  const from = now.screen === "reader" ? now.from : now.screen;
  place.set({ screen: "reader", exhibitId, from, page: at.page ?? null, position: at.position ?? null });
}
