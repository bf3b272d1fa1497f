import { caseHead } from "#core/case-work/history.ts";
import { packExhibits } from "#core/case-work/pack-order.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { makePack } from "#core/pack/make-pack.ts";
import type { MadePack, Recipient } from "#core/pack/order.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import { toPackPart } from "../reading/pack-part.ts";
import { openKept, reportProblem, session } from "./current-case.ts";
import { platform } from "./reading-platform.ts";
import { shippedFonts } from "./shipped-fonts.ts";
import { createStore } from "./store.ts";
import { today } from "./today.ts";

/** Where the making of a pack stands. */
export type PackState =
  | { readonly kind: "none" }
  | {
      readonly kind: "making";
      /** letters are fetched and decoded first, then the pages are put together */
      readonly phase: "letters" | "pages";
      readonly done: number;
      readonly of: number;
      readonly startedAt: number;
    }
  | { readonly kind: "stopped" }
  | { readonly kind: "refused"; readonly code: ProblemCode | "folio-fault"; readonly where: readonly string[] }
  | { readonly kind: "ready"; readonly made: MadePack; readonly recipient: Recipient; readonly madeFrom: CaseFile };

/** What the person asked for; kept while they look at other screens. */
export interface PackWish {
  readonly recipient: Recipient;
  /** one word or phrase a line */
  readonly forbid: string;
}

export const firstWish: PackWish = { recipient: "cms", forbid: "" };

export const packState = createStore<PackState>({ kind: "none" });
export const packWish = createStore<PackWish>(firstWish);

let stop: AbortController | null = null;

/** Makes the pack that was wished for, from the case file as it is now. */
export async function orderPack(): Promise<void> {
  stop?.abort();
  const mine = new AbortController();
  stop = mine;
  const tell = (state: PackState) => {
    if (stop === mine) packState.set(state);
  };
  let startedAt = Date.now();
  let before: Phase = "letters";
  const progress = (phase: Phase, done: number, of: number) => {
    if (phase !== before) startedAt = Date.now();
    before = phase;
    tell({ kind: "making", phase, done, of, startedAt });
  };
  progress("letters", 0, 0);
  try {
    const { made, recipient, madeFrom } = await make(mine.signal, progress);
    tell({ kind: "ready", made, recipient, madeFrom });
  } catch (cause) {
    tell(mine.signal.aborted ? { kind: "stopped" } : refusedBy(cause));
  }
}

/** Stops the making; nothing was written. */
export function stopPack(): void {
  stop?.abort();
}

/** Drops the pack and what was wished for. */
export function forgetPack(): void {
  stop?.abort();
  stop = null;
  packState.set({ kind: "none" });
  packWish.set(firstWish);
  savedPacks.set([]);
}

type Phase = "letters" | "pages";

async function make(signal: AbortSignal, progress: (phase: Phase, done: number, of: number) => void) {
  const kept = openKept();
  const included = kept.file.exhibits.filter((exhibit) => !exhibit.withdrawn);
  const fileCount = included.reduce((sum, exhibit) => sum + exhibit.files.length, 0);
  let ready = 0;
  const { recipient, forbid } = packWish.get();
  const tools = await platform();
  const exhibits = await packExhibits(
    kept,
    async (file, bytes, pages) => {
      const part = await toPackPart({ name: file.name, bytes }, file.type, pages, tools);
      ready += 1;
      progress("letters", ready, fileCount);
      return part;
    },
    signal,
  );
  const made = await makePack({
    caseFile: kept.file,
    recipient,
    madeOn: today(),
    head: kept.disk === null ? null : await caseHead(kept),
    exhibits,
    forbid: forbid
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    fonts: await shippedFonts(),
    signal,
    onProgress: (done, of) => progress("pages", done, of),
  });
  return { made, recipient, madeFrom: kept.file };
}

function refusedBy(cause: unknown): PackState {
  if (cause instanceof Problem) return { kind: "refused", code: cause.code, where: cause.where };
  reportProblem(cause);
  return { kind: "refused", code: "folio-fault", where: [] };
}

/** A pack that was saved since the window was opened. */
export interface SavedPack {
  /** its place among them, from 1 */
  readonly id: number;
  readonly recipient: Recipient;
  readonly pageCount: number;
  readonly where: string;
}

export const savedPacks = createStore<readonly SavedPack[]>([]);

/** Whether the case file is still the one the pack was made from. */
export function isStale(state: PackState, file: CaseFile): boolean {
  return state.kind === "ready" && state.madeFrom !== file;
}

/** The host packs are saved through: the sample's pack is saved like any other. */
export function packHost() {
  return session.get().host;
}
