import type { ReadingPlatform } from "../reading/platform.ts";
import { windowPlatform } from "../reading/window-platform.ts";

let made: Promise<ReadingPlatform> | null = null;

/** Reading's workers and decoders in this window: made once, when the first letter needs them. */
export function platform(): Promise<ReadingPlatform> {
  made ??= Promise.resolve(windowPlatform());
  return made;
}
