import { hush } from "../flows/current-case.ts";
import { createStore } from "../flows/store.ts";

export const screens = ["overview", "inbox", "timeline", "calls", "costs", "complaint", "pack", "settings"] as const;
export type ScreenName = (typeof screens)[number];

/** Settings are many: one part of them is shown at a time. */
export const settingsParts = ["locking", "backups", "case", "looks", "about"] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** Where in the window the person is. In memory only: an address would be kept in a browser's history. */
export type Place =
  | {
      readonly screen: ScreenName;
      /** of the settings */
      readonly part?: SettingsPart;
      /** an entry to begin at: it comes into sight and has the focus */
      readonly entryId?: string;
    }
  | {
      readonly screen: "reader";
      readonly exhibitId: string;
      readonly from: ScreenName;
      /** where to begin: a page, and a date in the letter's list */
      readonly page: number | null;
      readonly position: number | null;
    };

export const place = createStore<Place>({ screen: "overview" });

/** Whether the first screen stays although there are keys by now: a bundle is being taken over, or failed to be. */
export const staysOnWelcome = createStore(false);

/** Whether the only case file is to be opened at once: Folio was just unlocked, and there is nothing to choose. */
export const opensOnlyCase = createStore(false);

/** Whether the window is covered where there is nothing to lock: the sample, before any case file was created. */
export const covered = createStore(false);

/** Whether everything was just restored from a backup: the locked window says what opens it. */
export const justRestored = createStore(false);

export function go(screen: ScreenName): void {
  hush();
  place.set({ screen });
}

/** Opens a part of the settings. */
export function goSettings(part: SettingsPart): void {
  hush();
  place.set({ screen: "settings", part });
}

/** Opens a screen at one of its entries. */
export function goEntry(screen: ScreenName, entryId: string): void {
  hush();
  place.set({ screen, entryId });
}

/** Opens a letter, at a page or a date if told. */
export function openLetter(exhibitId: string, at: { readonly page?: number; readonly position?: number } = {}): void {
  const now = place.get();
  if (now.screen !== "reader") hush();
  const from = now.screen === "reader" ? now.from : now.screen;
  place.set({ screen: "reader", exhibitId, from, page: at.page ?? null, position: at.position ?? null });
}
