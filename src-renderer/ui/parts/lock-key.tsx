import { safetyWords } from "../words/welcome.ts";

/** The key that locks at once, as this computer's keyboard has it. */
export function LockKey() {
  return <kbd>{isMac() ? safetyWords.lockKeyMac : safetyWords.lockKey}</kbd>;
}

function isMac(): boolean {
  return /mac/i.test(navigator.userAgent);
}
