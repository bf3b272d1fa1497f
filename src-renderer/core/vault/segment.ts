import type { Bytes } from "../model/bytes.ts";
import { cutSegment, encodeFrame, frameHeaderBytes, type Stretch } from "./frame.ts";
import { hashSaid, writeU64 } from "./line.ts";
import { decodePayload, encodePayload, type Payload } from "./payload.ts";
import { aesOpen, aesSeal, ivBytes, joinAad, tagBytes } from "./seal.ts";
import { idBytes, randomBytes } from "./text-codes.ts";

/** Whose segment it is, and the key of its frames: derive(case key, `folio/journal/v1/` + writer). */
export interface SegmentBinding {
  readonly caseId: string;
  readonly writer: string;
  readonly aes: CryptoKey;
}

/** A frame that opened. */
export interface OpenFrame extends Payload, Stretch {
  readonly sequence: number;
  readonly tag: Bytes;
  /** SHA-256 of what was said */
  readonly saidSha256: Bytes;
}

/** A place in a segment between two frames. */
export interface SegmentPlace {
  readonly sizeBytes: number;
  /** of the next frame */
  readonly sequence: number;
  /** tag of the frame before it; zeros at the beginning */
  readonly tag: Bytes;
}

export const segmentStart: SegmentPlace = { sizeBytes: 0, sequence: 0, tag: new Uint8Array(tagBytes) };

/** What a segment holds, in order. */
export interface SegmentRead {
  readonly frames: readonly OpenFrame[];
  /** stretches that are no frame, and frames that are whole and don't open */
  readonly damaged: readonly Stretch[];
  readonly torn: Stretch | null;
}

/** Seals one frame. @returns the frame and its tag, which binds the next one */
export async function sealFrame(
  binding: SegmentBinding,
  place: Pick<SegmentPlace, "sequence" | "tag">,
  payload: Payload,
): Promise<{ readonly frame: Bytes; readonly tag: Bytes }> {
  const iv = randomBytes(ivBytes);
  const aad = frameAad(binding)(place.sequence, place.tag);
  const sealed = await aesSeal(binding.aes, iv, aad, encodePayload(payload));
  const whole = new Uint8Array(iv.length + sealed.length);
  whole.set(iv);
  whole.set(sealed, iv.length);
  return { frame: encodeFrame(whole), tag: sealed.slice(-tagBytes) };
}

/**
 * Frames opened at a time: enough to keep every core busy, few enough to hold. More where many before them were sound;
 * few where something is damaged, since those behind it are opened in vain.
 */
const [fewFrames, manyFrames] = [64, 1024];
/** After damage the sequence may have jumped this far; or, where three frames on end don't open, this far. */
const nearJump = 64;
const furthestJump = 4096;
/** So often is it tried in one segment: it may be another's, or made to keep us busy. */
const mostTries = 10_000;
const fewTries = 256;

/**
 * Reads a segment, or what stands after `from` in one, to its end, whatever is wrong with it.
 *
 * Every frame is bound to the tag that stands before its marker in the file, so that damage to a frame costs that frame
 * and at most the next. A frame that was moved here, stands here twice, or whose forerunner is gone doesn't open.
 */
export async function readSegment(
  binding: SegmentBinding,
  bytes: Bytes,
  from: SegmentPlace = segmentStart,
): Promise<SegmentRead> {
  const { pieces, torn } = cutSegment(bytes);
  const open = opener(binding, bytes, from);
  let batchSize = fewFrames;
  const inFile = (stretch: Stretch) => ({ at: from.sizeBytes + stretch.at, sizeBytes: stretch.sizeBytes });
  const frames: OpenFrame[] = [];
  const damaged: Stretch[] = [];
  let next = from.sequence;
  let lost = 0;
  let tries = 0;
  for (let index = 0; index < pieces.length; ) {
    const inStep = lost > 0 ? [] : await openInStep(framesFrom(pieces, index, batchSize), next, open);
    const isWhole = inStep.length === batchSize;
    batchSize = isWhole ? manyFrames : fewFrames;
    for (const frame of inStep) frames.push(frame);
    next += inStep.length;
    index += inStep.length;
    if (isWhole) continue;
    const piece = pieces[index];
    if (piece === undefined) break;
    index += 1;
    const left = (frames.length > 0 ? mostTries : fewTries) - tries;
    const furthest = Math.min(left, lost === 3 ? furthestJump : nearJump);
    const jumps = piece.kind === "damage" || lost === 0 ? [] : jumpsFrom(lost, furthest);
    const found = await openAfter(piece, next, jumps, open);
    tries += found.tries;
    if (found.frame === null) {
      damaged.push(inFile(piece));
      lost += 1;
    } else {
      frames.push(found.frame);
      next = found.frame.sequence + 1;
      lost = 0;
    }
  }
  return { frames, damaged, torn: torn === null ? null : inFile(torn) };
}

/** How one frame is opened: first its bytes, which takes the time, then what they say. */
interface Opener {
  plain(piece: Stretch, sequence: number): Promise<Bytes | null>;
  frame(piece: Stretch, sequence: number, plain: Bytes | null): OpenFrame | null;
}

function opener({ aes, ...binding }: SegmentBinding, bytes: Bytes, from: SegmentPlace): Opener {
  const aadOf = frameAad(binding);
  return {
    plain: ({ at, sizeBytes }, sequence) => {
      if (at > 0 && at < tagBytes) return Promise.resolve(null);
      const tag = at === 0 ? from.tag : bytes.subarray(at - tagBytes, at);
      const sealedAt = at + frameHeaderBytes + ivBytes;
      const iv = bytes.subarray(at + frameHeaderBytes, sealedAt);
      return aesOpen(aes, iv, aadOf(sequence, tag), bytes.subarray(sealedAt, at + sizeBytes));
    },
    frame: ({ at, sizeBytes }, sequence, plain) => {
      const payload = plain === null ? null : decodePayload(plain);
      if (payload === null) return null;
      const { kind, said, beside } = payload;
      const tag = bytes.subarray(at + sizeBytes - tagBytes, at + sizeBytes);
      return { kind, said, beside, tag, saidSha256: hashSaid(said), sequence, at: from.sizeBytes + at, sizeBytes };
    },
  };
}

/** Opens frames that follow each other, all at once. @returns those before the first that doesn't open */
async function openInStep(pieces: readonly Stretch[], next: number, open: Opener): Promise<readonly OpenFrame[]> {
  const opened = await Promise.all(pieces.map((piece, ahead) => open.plain(piece, next + ahead)));
  const frames: OpenFrame[] = [];
  for (const [ahead, piece] of pieces.entries()) {
    const frame = open.frame(piece, next + ahead, opened[ahead] ?? null);
    if (frame === null) break;
    frames.push(frame);
  }
  return frames;
}

/** Opens a frame behind damage, where it can't be known how many frames are gone. */
async function openAfter(
  piece: Stretch,
  next: number,
  jumps: Iterable<number>,
  open: Opener,
): Promise<{ readonly frame: OpenFrame | null; readonly tries: number }> {
  let tries = 0;
  for (const jump of jumps) {
    tries += 1;
    const frame = open.frame(piece, next + jump, await open.plain(piece, next + jump));
    if (frame !== null) return { frame, tries };
  }
  return { frame: null, tries };
}

/** The frames that follow each other from here, at most a batch. */
function framesFrom(
  pieces: readonly (Stretch & { readonly kind: "frame" | "damage" })[],
  from: number,
  most: number,
): readonly Stretch[] {
  let end = from;
  while (end < pieces.length && end - from < most && pieces[end]?.kind === "frame") end += 1;
  return pieces.slice(from, end);
}

/** How many frames may be gone, likeliest first: as many as were passed over, then any number. */
function* jumpsFrom(lost: number, furthest: number): Generator<number> {
  yield lost;
  for (let jump = 0; jump <= furthest; jump += 1) if (jump !== lost) yield jump;
}

/** What a frame is bound to. What is the same for a whole segment is put together once. */
function frameAad({
  caseId,
  writer,
}: Pick<SegmentBinding, "caseId" | "writer">): (sequence: number, tagBefore: Uint8Array) => Bytes {
  const start = joinAad("folio/frame/v1", idBytes(caseId), idBytes(writer));
  return (sequence, tagBefore) => {
    const aad = new Uint8Array(start.length + 8 + tagBefore.length);
    aad.set(start);
    writeU64(aad, start.length, sequence);
    aad.set(tagBefore, start.length + 8);
    return aad;
  };
}
