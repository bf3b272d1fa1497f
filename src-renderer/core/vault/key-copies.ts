import type { KeyFiles } from "../host.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { isWeakened } from "./slots.ts";
import { soundCopies } from "./summed-json.ts";
import { readVaultFile, type VaultFile } from "./vault-file.ts";

/** What the key files say before any key is tried. */
export interface KeyCopies {
  /** the copies that hold, newest first, each once; never empty */
  readonly files: readonly VaultFile[];
  /** what is wrong and doesn't keep the vault shut */
  readonly notes: readonly ProblemCode[];
}

/**
 * What can be told of the key files without a key: empty when all is well.
 * `vault-copy-damaged` and `vault-head-damaged` are notes; any other code keeps the vault shut.
 */
export function checkKeyFiles(files: KeyFiles): readonly ProblemCode[] {
  const copies = lookAt(files);
  return typeof copies === "string" ? [copies] : copies.notes;
}

/**
 * The copies of vault.json that hold.
 * @throws {Problem} `vault-missing`, `vault-newer`, `vault-damaged`, `vault-weakened`; `vault-tampered` where two
 * sound copies contradict each other, which no crash brings about
 */
export function keyCopies(files: KeyFiles): KeyCopies {
  const copies = lookAt(files);
  if (typeof copies === "string") throw new Problem(copies);
  return copies;
}

function lookAt({ main, copy, head }: KeyFiles): KeyCopies | ProblemCode {
  if (main === null && copy === null) return head === null ? "vault-missing" : "vault-damaged";
  const sound = soundCopies([main, copy].filter((bytes) => bytes !== null).map(readVaultFile));
  if (sound === "newer") return "vault-newer";
  const [one, other] = sound;
  if (one === undefined) return "vault-damaged";
  if (sound.some(({ slots }) => slots.some(isWeakened))) return "vault-weakened";
  const notes: ProblemCode[] = other === undefined ? ["vault-copy-damaged"] : [];
  if (head === null) notes.push("vault-head-damaged");
  if (other === undefined || one.sum === other.sum) return { files: [one], notes };
  if (one.vault !== other.vault || one.generation === other.generation) return "vault-tampered";
  return { files: one.generation > other.generation ? [one, other] : [other, one], notes };
}
