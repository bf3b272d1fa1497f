import { takenAt, takenAtBytes } from "../reading/images/taken-at.ts";
import { addLetters, type OfferedFile } from "./add-letters.ts";
import { createStore } from "./store.ts";

/** Pictures that came together: whether they are one letter is for the person to say. Null while nothing is asked. */
export const offeredPictures = createStore<readonly OfferedPicture[] | null>(null);

/** Whether the person has put them in order: then nothing else does. */
let isMoved = false;

const byName = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/**
 * Takes files that were picked or dropped. Each is a letter of its own, but for several pictures together, which
 * may be the pages of one letter: those wait for an answer while the rest is read, in the order in which they were
 * taken, as far as the cameras tell it, else by name.
 */
export function offerFiles(files: readonly File[]): void {
  const offered = files.map((file) => ({ isPicture: isPicture(file), file: asOffered(file) }));
  const pictures = offered.filter((one) => one.isPicture).map((one) => one.file);
  const isAsked = pictures.length > 1;
  const letters = isAsked ? offered.filter((one) => !one.isPicture) : offered;
  if (isAsked) {
    if (offeredPictures.get() === null) isMoved = false;
    offeredPictures.change((now) => [...(now ?? []), ...pictures.sort(inNameOrder)]);
    void putInTakenOrder();
  }
  if (letters.length > 0) void addLetters(letters.map((one) => [one.file]));
}

/** Moves a picture one place up, so that pages photographed out of order come right. */
export function movePictureUp(index: number): void {
  offeredPictures.change((now) => {
    const picture = now?.[index];
    if (now === null || picture === undefined || index === 0) return now;
    isMoved = true;
    const rest = now.filter((_, position) => position !== index);
    return [...rest.slice(0, index - 1), picture, ...rest.slice(index - 1)];
  });
}

/** The answer: pages of one letter, a letter each, or not to be added. */
export function answerPictures(answer: "one" | "each" | "none"): void {
  const pictures = offeredPictures.get() ?? [];
  const order = isMoved ? "as-given" : "as-printed";
  offeredPictures.set(null);
  isMoved = false;
  if (answer === "none" || pictures.length === 0) return;
  void addLetters(answer === "one" ? [pictures] : pictures.map((picture) => [picture]), order);
}

/** Only where every picture has a time of its own; pictures with one time, as copies have, stay as they are. */
async function putInTakenOrder(): Promise<void> {
  const pictures = offeredPictures.get() ?? [];
  const times = new Map<OfferedPicture, string>();
  for (const picture of pictures) {
    const time = await picture.takenAt().catch(() => null);
    if (time !== null) times.set(picture, time);
  }
  if (new Set(times.values()).size !== pictures.length || isMoved || offeredPictures.get() !== pictures) return;
  offeredPictures.set(pictures.toSorted((one, other) => ((times.get(one) ?? "") < (times.get(other) ?? "") ? -1 : 1)));
}

/** By name or by what the system says it is: good enough for a question. What it really is, reading finds out. */
function isPicture(file: File): boolean {
  return file.type.startsWith("image/") || /\.(jpe?g|png|heic|heif|webp|gif)$/i.test(file.name);
}

interface OfferedPicture extends OfferedFile {
  /** by the camera's clock; null where it says nothing, or the file can't be read now */
  readonly takenAt: () => Promise<string | null>;
}

function asOffered(file: File): OfferedPicture {
  const start = file.slice(0, takenAtBytes);
  return {
    name: file.name,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
    takenAt: async () => takenAt(new Uint8Array(await start.arrayBuffer())),
  };
}

function inNameOrder(one: OfferedFile, other: OfferedFile): number {
  return byName.compare(one.name, other.name);
}
