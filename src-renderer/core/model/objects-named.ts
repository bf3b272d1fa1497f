import type { ChangeBody } from "./change.ts";

/** The objects that a change speaks of: their keys stand beside it in the journal. */
export function objectsNamed(body: ChangeBody): readonly string[] {
  if (body.kind !== "exhibit-added") return [];
  const { files, wordsObject } = body.exhibit;
  return [...files.map((file) => file.object), wordsObject].filter((id) => id !== "");
}
