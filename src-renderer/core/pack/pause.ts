import { Problem } from "../problems.ts";

/**
 * Lets everything else on this thread have its turn, then stops where that was asked.
 * @throws {Problem} `reading-stopped`
 */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted === true) throw new Problem("reading-stopped");
}
