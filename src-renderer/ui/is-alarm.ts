import type { ProblemCode } from "#core/problems.ts";

const alarms: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "journal-damaged",
  "journal-incomplete",
  "object-damaged",
  "object-missing",
  "case-key-damaged",
  "vault-tampered",
  "vault-weakened",
  "vault-damaged",
  "vault-rolled-back",
]);

/** Damage, or what may be somebody else's doing: red, and it stays. The other notes cost nothing and can be closed. */
export function isAlarm(code: ProblemCode): boolean {
  return alarms.has(code);
}
