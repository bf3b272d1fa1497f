import { useEffect, useRef, useState } from "react";
import { reportProblem } from "../../flows/current-case.ts";
import type { Outcome } from "../../flows/outcome.ts";
import type { Failed } from "./use-work.ts";

/**
 * What a question is answered with, asked once when the component is shown and again when `name` changes.
 * @param name what is asked about
 */
export function useAnswer<T>(
  ask: () => Promise<Outcome<T>>,
  name: string,
): { readonly value: T | null; readonly failed: Failed | null } {
  const [answer, setAnswer] = useState<{ readonly name: string; readonly outcome: Outcome<T> } | null>(null);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    let isCurrent = true;
    latest.current().then((outcome) => {
      if (isCurrent) setAnswer({ name, outcome });
    }, reportProblem);
    return () => {
      isCurrent = false;
    };
  }, [name]);
  const outcome = answer?.name === name ? answer.outcome : null;
  if (outcome === null) return { value: null, failed: null };
  return outcome.ok ? { value: outcome.value, failed: null } : { value: null, failed: outcome };
}
