import { createHash } from "node:crypto";
import { addExhibit, readOriginal } from "#core/case-work/add-exhibit.ts";
import { type KeptCase, keepChange } from "#core/case-work/kept-case.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { day } from "../day.ts";

/*
 * Call notes and letters for the harnesses that stop or fill things: which one it is can be told from what it says, so
 * that loss, doubling and mixing all show.
 */

/** Keeps the call note of this name: twice the same words, so that one cut short shows. */
export function keepCall(kept: KeptCase, id: string): Promise<KeptCase> {
  const call = {
    ...{ id, day: day("2026-03-04"), time: "10:00", direction: "out" as const, promises: [] },
    ...{ who: "Sam", theySaid: saidIn(id), iSaid: "", holdMinutes: null, minutes: null },
  };
  return keepChange(kept, { kind: "call-kept", call }, new Date());
}

export function saidIn(callId: string): string {
  return `They said ${callId}. ${"And so on. ".repeat(Number.parseInt(callId.slice(-2), 16) % 8)}${callId}`;
}

/** Which of these call notes the case file lacks, or has with other words. */
export function callsLost(kept: KeptCase, ids: Iterable<string>): readonly string[] {
  const calls = new Map(kept.file.calls.map((call) => [call.id, call.theySaid]));
  return [...ids].filter((id) => calls.get(id) !== saidIn(id));
}

/** Keeps a letter of these bytes, named by its number. @returns also its SHA-256 */
export async function keepLetter(kept: KeptCase, name: string, bytes: Bytes) {
  const sha256 = hashOf(bytes);
  const file = { name, type: "text" as const, pageCount: 1, sizeBytes: bytes.length, sha256 };
  const page = { number: 1, width: 595, height: 842, source: "typed" as const, words: [], text: name };
  const letter = { letterDate: null, caseReference: null, sender: "cms", kind: "other", mentions: [] } as const;
  const read = { files: [file], pages: [page], letter, problems: [] };
  return { kept: await addExhibit(kept, [bytes], read, new Date()), sha256 };
}

/** Which of these letters (name to SHA-256) are not there, or give back other bytes. */
export async function lettersLost(kept: KeptCase, letters: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const [name, sha256] of letters) {
    const file = kept.file.exhibits.flatMap(({ files }) => files).find((one) => one.name === name);
    const bytes = file === undefined ? null : await readOriginal(kept, file).catch(() => null);
    if (bytes === null || hashOf(bytes) !== sha256) lost.push(name);
  }
  return lost;
}

/** Bytes of a letter, told by its number; plain text, so that reading it is quick. */
export function letterBytes(seed: number, sizeBytes: number): Bytes {
  const line = `Letter ${seed}. ${createHash("sha256").update(`${seed}`).digest("hex")}\n`;
  return new Uint8Array(Buffer.alloc(sizeBytes, line));
}

/** 1 to 5 MB. */
export function anyLetterSize(): number {
  return 1_000_000 + Math.floor(Math.random() * 4_000_000);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
