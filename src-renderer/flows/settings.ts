import { createStore } from "./store.ts";

export const colourChoices = ["system", "light", "dark"] as const;
export type ColourChoice = (typeof colourChoices)[number];

export const textSizes = ["standard", "large", "largest"] as const;
export type TextSize = (typeof textSizes)[number];

/** How the window looks and listens on this computer. Holds nothing of any case. */
export interface Settings {
  readonly colours: ColourChoice;
  readonly textSize: TextSize;
  /** single letters as keys (WCAG 2.1.4: they can be turned off, for people who speak their commands) */
  readonly letterKeys: boolean;
}

const storageName = "folio-settings";
const standard: Settings = { colours: "system", textSize: "standard", letterKeys: true };

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
  const { colours, textSize, letterKeys } = { colours: null, textSize: null, letterKeys: null, ...stored };
  const colour = colourChoices.find((choice) => choice === colours);
  const size = textSizes.find((choice) => choice === textSize);
  return {
    ...(colour === undefined ? {} : { colours: colour }),
    ...(size === undefined ? {} : { textSize: size }),
    ...(typeof letterKeys === "boolean" ? { letterKeys } : {}),
  };
}
