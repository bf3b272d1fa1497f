import { Problem } from "#core/problems.ts";
import { checkRecoveryWords } from "#core/vault/recovery-words.ts";
import { type OpenVault, unlockKeyFiles } from "#core/vault/vault.ts";
import { readNote, writeNote } from "../store/case-rows.ts";
import { vaultRowKeys } from "../store/sealed-row.ts";
import { session } from "./current-case.ts";
import { drawRecoverySheet } from "./draw-recovery-sheet.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { shippedFonts } from "./shipped-fonts.ts";
import { createStore } from "./store.ts";
import { windowCopy } from "./window-copy.ts";
import { writeOut } from "./write-out.ts";

/** Where the recovery words stand. */
export type RecoveryCheck =
  /** checked, or nothing is known of it yet */
  | { readonly kind: "done" }
  /** shown now and never again: 24 words, and the three places (from 1) that will be asked for */
  | { readonly kind: "showing"; readonly words: readonly string[]; readonly asked: readonly number[] }
  /**
   * Put off: Overview reminds. `asked` are the three places (from 1), or null where they are not known any more: then
   * the whole sheet is typed (`checkWholeSheet`), or new words are made (`makeNewRecoveryWords`).
   */
  | { readonly kind: "waiting"; readonly asked: readonly number[] | null };

export const recoveryCheck = createStore<RecoveryCheck>({ kind: "done" });

/** What is kept between launches, sealed under the vault's own key: three of the 24 words open nothing. */
interface RecoveryNote {
  readonly done: boolean;
  readonly asked: readonly number[];
  /** those three words */
  readonly words: readonly string[];
}

const noteName = "recovery";
const nothingAsked: RecoveryNote = { done: true, asked: [], words: [] };

/** The words that a check which was put off compares with. */
let waiting: Pick<RecoveryNote, "asked" | "words"> | null = null;

/** Shows new recovery words, and notes that they aren't checked yet. Locked meanwhile, Folio only reminds of them. */
export async function showRecoveryWords(vault: OpenVault, words: readonly string[]): Promise<void> {
  const asked = threePlaces(words.length);
  const note = { asked, words: asked.map((place) => words[place - 1] ?? "") };
  if (isOpen(vault)) {
    waiting = note;
    recoveryCheck.set({ kind: "showing", words, asked });
  }
  await keepNote(vault, { done: false, ...note });
}

/**
 * Learns after unlocking whether the sheet was checked. Where nothing is known (another computer, a browser that was
 * tidied up), the person is reminded to check it: better once too often.
 */
export async function lookForRecoveryNote(vault: OpenVault): Promise<void> {
  const found = await readNote(windowCopy(), await vaultRowKeys(vault.id, vault.root), noteName);
  if (!isOpen(vault)) return;
  const note = asNote(found);
  waiting = note === null || note.done ? null : note;
  recoveryCheck.set(note?.done === true ? { kind: "done" } : { kind: "waiting", asked: note?.asked ?? null });
}

function isOpen(vault: OpenVault): boolean {
  return session.get().vault?.id === vault.id;
}

/** Drops the words, as at lock. */
export function forgetRecoveryWords(): void {
  waiting = null;
  recoveryCheck.set({ kind: "done" });
}

/**
 * Saves the words that are shown as a printable PDF that doesn't say what it opens.
 * @returns where it went; null when the person cancelled
 */
export function saveRecoverySheet(): Promise<Outcome<string | null>> {
  return outcomeOf(async () => {
    const { host } = session.get();
    const now = recoveryCheck.get();
    if (host === null || now.kind !== "showing") throw new Problem("host-gone", "nothing to save");
    const { regular, bold } = await shippedFonts();
    const pdf = await drawRecoverySheet(now.words, { regular, bold });
    return writeOut(host, "recovery-sheet", "Sheet.pdf", pdf);
  });
}

/** Leaves the words' screen; the check is asked for later. */
export function postponeRecoveryCheck(): void {
  recoveryCheck.set({ kind: "waiting", asked: waiting?.asked ?? null });
}

/** Compares the three words that were asked for, in the order of `asked`. @returns whether they were right */
export async function checkThreeWords(typed: readonly string[]): Promise<boolean> {
  if (waiting === null) return false;
  const places = waiting.words.map((_, at) => at + 1);
  if (!checkRecoveryWords(waiting.words, places, typed)) return false;
  await isChecked();
  return true;
}

/** Checks a whole sheet against the vault. @returns `wrong-recovery-words` */
export function checkWholeSheet(words: string): Promise<Outcome> {
  return outcomeOf(async () => {
    const { host, vault } = session.get();
    if (host === null || vault === null) throw new Problem("vault-missing", "locked");
    const noPassphrase = () => Promise.reject(new Error("recovery words need no passphrase"));
    await unlockKeyFiles(await host.readKeyFiles(), { kind: "recovery", words }, noPassphrase);
    await isChecked();
    return null;
  });
}

async function isChecked(): Promise<void> {
  waiting = null;
  recoveryCheck.set({ kind: "done" });
  const { vault } = session.get();
  if (vault !== null) await keepNote(vault, nothingAsked);
}

async function keepNote(vault: OpenVault, note: RecoveryNote): Promise<void> {
  await writeNote(windowCopy(), await vaultRowKeys(vault.id, vault.root), noteName, note);
}

function asNote(found: unknown): RecoveryNote | null {
  if (typeof found !== "object" || found === null) return null;
  if (!("done" in found) || !("asked" in found) || !("words" in found)) return null;
  const { done, asked, words } = found;
  if (typeof done !== "boolean" || !Array.isArray(asked) || !Array.isArray(words)) return null;
  return {
    done,
    asked: asked.filter((place) => typeof place === "number"),
    words: words.filter((word) => typeof word === "string"),
  };
}

/** Three different places, in order, drawn by chance. */
function threePlaces(count: number): readonly number[] {
  const places = new Set<number>();
  while (places.size < 3) places.add(1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % count));
  return [...places].sort((one, other) => one - other);
}
