import { readings } from "./add-letters.ts";
import { session } from "./current-case.ts";
import { handOver } from "./hand-over.ts";
import { keyChange } from "./keys.ts";
import { packState } from "./pack-order.ts";
import { recoveryCheck } from "./recovery-sheet.ts";
import { settings } from "./settings.ts";

/** What somebody does who is here. */
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** Often enough that a minute is a minute; also what finds out that the computer has slept. */
const lookMillis = 1_000;

/** Copying 24 words out by hand takes longer than most locks wait, and they are shown only once. */
const writingMinutes = 15;

/** by this computer's clock, so that sleep counts */
let lastSign = 0;

/** Counts as activity: nothing is open that could be left open. */
function noteActivity(): void {
  lastSign = Date.now();
}

/** Calls once the settings' time has passed without a sign of anybody, while a vault is open. */
export function watchActivity(page: Window, onIdle: () => void): void {
  noteActivity();
  const isPast = () => session.get().vault !== null && Date.now() - lastSign >= minutesAllowed() * 60_000;
  // The first sign after the time is over comes too late: a computer that wakes, or a page that was hidden and whose
  // timers were slowed down, hears of it before it looks at the clock.
  const noteSign = () => (isPast() ? onIdle() : noteActivity());
  for (const sign of signs) page.addEventListener(sign, noteSign, { capture: true, passive: true });
  for (const store of [readings, packState, handOver, keyChange]) store.subscribe(noteSign);
  setInterval(() => {
    // A clock that was put back would count as negative for ever.
    if (session.get().vault === null || Date.now() < lastSign) return noteActivity();
    if (isPast()) onIdle();
  }, lookMillis);
}

function minutesAllowed(): number {
  const { lockMinutes } = settings.get();
  return recoveryCheck.get().kind === "showing" ? Math.max(writingMinutes, lockMinutes) : lockMinutes;
}
