import { type Bytes, joinBytes } from "#core/model/bytes.ts";
import type { ChangeBody } from "#core/model/change.ts";
import { deriveAes, importKey } from "#core/vault/derive.ts";
import { jsonBytes, type Payload } from "#core/vault/payload.ts";
import { writeBegin, writeSaidChange } from "#core/vault/said.ts";
import { type SegmentBinding, sealFrame, segmentStart } from "#core/vault/segment.ts";

export const caseId = "ca".repeat(16);
export const otherCase = "cb".repeat(16);
export const writer = "aa".repeat(16);
export const otherWriter = "ab".repeat(16);

/** A case's key, made of one byte 32 times: tests may be repeated by hand. */
export function caseKey(byte = 1): Promise<CryptoKey> {
  return importKey(new Uint8Array(32).fill(byte));
}

export async function bindingOf(of = caseId, by = writer, key?: CryptoKey): Promise<SegmentBinding> {
  return { caseId: of, writer: by, aes: await deriveAes(key ?? (await caseKey()), `folio/journal/v1/${by}`) };
}

export const vaultFacts = { id: "fa".repeat(16), generation: 1 };

export function beginOf(at = "2026-11-22T10:00:00.000Z"): Payload {
  return { kind: "begin", said: writeBegin({ at, heads: [] }, "0.0.0", vaultFacts), beside: jsonBytes({}) };
}

export function changeOf(count: number, body: ChangeBody): Payload {
  const clock = `001795000000000.${String(count).padStart(6, "0")}`;
  const said = writeSaidChange({ at: "2026-11-22T10:00:00.000Z", clock, body });
  return { kind: "change", said, beside: jsonBytes({ objects: {} }) };
}

export function wants(...texts: readonly string[]): ChangeBody {
  return { kind: "wants-told", wants: texts };
}

/** The frames of a segment, one after the other. */
export async function framesOf(binding: SegmentBinding, payloads: readonly Payload[]): Promise<readonly Bytes[]> {
  let place: { readonly sequence: number; readonly tag: Bytes } = segmentStart;
  const frames: Bytes[] = [];
  for (const payload of payloads) {
    const { frame, tag } = await sealFrame(binding, place, payload);
    frames.push(frame);
    place = { sequence: place.sequence + 1, tag };
  }
  return frames;
}

/** Where each frame ends when they stand one after the other. */
export function endsOf(frames: readonly Bytes[]): readonly number[] {
  return frames.map((_, position) => joinBytes(frames.slice(0, position + 1)).length);
}

/** A begin and some changes of these sizes, as frames. */
export async function someFrames(sizes: readonly number[], binding?: SegmentBinding): Promise<readonly Bytes[]> {
  const changes = sizes.map((size, index) => changeOf(index, wants("x".repeat(size))));
  return framesOf(binding ?? (await bindingOf()), [beginOf(), ...changes]);
}
