import { createStore } from "./store.ts";

export const colourChoices = ["system", "light", "dark"] as const;
export type ColourChoice = (typeof colourChoices)[number];

export const textSizes = ["standard", "large", "largest"] as const;
export type TextSize = (typeof textSizes)[number];

/** Minutes without a sign of anybody before Folio locks. */
export const lockChoices = [1, 3, 5, 10, 30] as const;
export type LockMinutes = (typeof lockChoices)[number];

/** How the window looks, listens and locks on this computer. Holds nothing of any case. */
export interface Settings {
  readonly colours: ColourChoice;
  readonly textSize: TextSize;
  /** single letters as keys (WCAG 2.1.4: they can be turned off, for people who speak their commands) */
  readonly letterKeys: boolean;
  readonly lockMinutes: LockMinutes;
  /** what the person said on the safety card: whether somebody else uses this computer; null before they said */
  readonly sharedComputer: boolean | null;
}

const storageName = "folio-settings";
const standard: Settings = {
  colours: "system",
  textSize: "standard",
  letterKeys: true,
  lockMinutes: 3,
  sharedComputer: null,
};

export const settings = createStore<Settings>(storedSettings());

/** Changes settings, keeps them for next time and applies them at once. */
export function changeSettings(change: Partial<Settings>): void {
  settings.change((now) => ({ ...now, ...change }));
  try {
    localStorage.setItem(storageName, JSON.stringify(settings.get()));
  } catch {
    // Storage may be turned off: then the choice lasts until the window closes, and nothing is lost.
  }
  applySettings();
}

/** Puts colours and text size on the page. */
export function applySettings(): void {
  const { colours, textSize } = settings.get();
  const root = document.documentElement;
  if (colours === "system") root.removeAttribute("data-theme");
  else root.dataset["theme"] = colours;
  root.dataset["text"] = textSize;
}

function storedSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageName) ?? "null");
    return typeof stored === "object" && stored !== null ? { ...standard, ...checked(stored) } : standard;
  } catch {
    return standard;
  }
}

function checked(stored: object): Partial<Settings> {
  const none = { colours: null, textSize: null, letterKeys: null, lockMinutes: null, sharedComputer: null };
  const { colours, textSize, letterKeys, lockMinutes, sharedComputer } = { ...none, ...stored };
  const colour = colourChoices.find((choice) => choice === colours);
  const size = textSizes.find((choice) => choice === textSize);
  const minutes = lockChoices.find((choice) => choice === lockMinutes);
  return {
    ...(colour === undefined ? {} : { colours: colour }),
    ...(size === undefined ? {} : { textSize: size }),
    ...(typeof letterKeys === "boolean" ? { letterKeys } : {}),
    ...(minutes === undefined ? {} : { lockMinutes: minutes }),
    ...(typeof sharedComputer === "boolean" ? { sharedComputer } : {}),
  };
}
