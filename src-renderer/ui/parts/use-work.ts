import { useEffect, useRef, useState } from "react";
import { Problem } from "#core/problems.ts";
import { reportProblem } from "../../flows/current-case.ts";
import type { Failure, Outcome } from "../../flows/outcome.ts";

/** Why the last try of a form failed. */
export interface Failed {
  readonly code: Failure;
  readonly where: readonly string[];
}

/** A form's own work: whether it goes on, and why its last try failed. What fails after the form has gone is said on top. */
export function useWork() {
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const run = async <T>(work: () => Promise<Outcome<T>>, onDone?: (value: T) => void) => {
    setBusy(true);
    setFailed(null);
    try {
      const outcome = await work();
      if (!isHere.current) return sayElsewhere(outcome);
      if (outcome.ok) onDone?.(outcome.value);
      else setFailed(outcome);
    } catch (cause) {
      reportProblem(cause);
    } finally {
      if (isHere.current) setBusy(false);
    }
  };
  return {
    isBusy,
    failed,
    clear: () => setFailed(null),
    /** Starts the work; `onDone` has what it made. */
    start: <T>(work: () => Promise<Outcome<T>>, onDone?: (value: T) => void) => void run(work, onDone),
  };
}

function sayElsewhere(outcome: Outcome<unknown>): void {
  if (!outcome.ok && outcome.code !== "folio-fault") reportProblem(new Problem(outcome.code));
}

export type Work = ReturnType<typeof useWork>;
