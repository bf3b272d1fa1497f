import { reportProblem } from "./current-case.ts";

/** What is thrown on purpose where something is stopped half-way: nobody waits for it any more. */
const stops: ReadonlySet<string> = new Set(["AbortError", "AbortException", "RenderingCancelledException"]);

/**
 * Shows the person every failure that nobody caught: a bug must say so in a sentence, never end in silence.
 * @param page where errors surface: the window
 */
export function catchFaults(page: EventTarget): void {
  page.addEventListener("error", (event) => {
    // A browser's own notices ("ResizeObserver loop completed") come without an error, and nothing has failed.
    if ("error" in event && event.error instanceof Error) show(event.error);
  });
  page.addEventListener("unhandledrejection", (event) => {
    if ("reason" in event) show(event.reason);
  });
}

function show(cause: unknown): void {
  if (cause instanceof Error && stops.has(cause.name)) return;
  reportProblem(cause);
}
