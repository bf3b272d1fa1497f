import { Problem, type ProblemCode } from "#core/problems.ts";

/** Why something could not be done: a problem's code, or a fault of Folio's own. */
export type Failure = ProblemCode | "folio-fault";

/** How a verb ended whose failure belongs beside the form that asked, not on top of the screen. */
export type Outcome<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Failure; readonly where: readonly string[] };

/** Does the work and says how it ended. A fault of Folio's own is told to the console, without case data. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    if (cause instanceof Problem) return { ok: false, code: cause.code, where: cause.where };
    console.error(cause);
    return { ok: false, code: "folio-fault", where: [] };
  }
}
