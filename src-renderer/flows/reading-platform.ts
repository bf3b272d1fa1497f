import type { ReadingPlatform } from "../reading/platform.ts";
import { windowPlatform } from "../reading/window-platform.ts";

let made: Promise<ReadingPlatform> | null = null;

/** Reading's workers and decoders in this window: made once, when the first letter needs them. */
export function platform(): Promise<ReadingPlatform> {
  made ??= Promise.resolve(windowPlatform());
  return made;
}

/** Ends reading's workers; they start again when they are next needed. */
export async function endPlatform(): Promise<void> {
  const ending = made;
  made = null;
  await (await ending)?.close();
}
