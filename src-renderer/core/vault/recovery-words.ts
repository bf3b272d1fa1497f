import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { Bytes } from "../model/bytes.ts";

/** How many words there are on a recovery sheet. */
export const recoveryWordCount = 24;

/** The 24 words of 32 bytes (BIP39, English list); the last one carries a checksum. */
export function recoveryWordsOf(entropy: Bytes): readonly string[] {
  return entropyToMnemonic(entropy, wordlist).split(" ");
}

/** The 32 bytes of words as they were typed; null where they aren't 24 words of the list, or their checksum is wrong. */
export function recoveryEntropy(typed: string): Bytes | null {
  const words = parseRecoveryWords(typed);
  if (words === null) return null;
  try {
    return new Uint8Array(mnemonicToEntropy(words.join(" "), wordlist));
  } catch {
    return null;
  }
}

/**
 * Recovery words as a person types or copies them: in any case, with any spaces, line ends, commas or the sheet's own
 * numbers between them, whole or by their first four letters, which tell all words of the list apart.
 * @returns null unless they are 24 words of the list; their checksum is not looked at
 */
export function parseRecoveryWords(typed: string): readonly string[] | null {
  const words = lettersOnly(typed).map(fullWord);
  if (words.length !== recoveryWordCount) return null;
  return words.every((word) => word !== null) ? words : null;
}

/** What was typed that no recovery sheet can have: the words that aren't on the list, as they were read. */
export function unknownRecoveryWords(typed: string): readonly string[] {
  return lettersOnly(typed).filter((word) => fullWord(word) === null);
}

/**
 * Whether the words asked for are the right ones.
 * @param positions 1 for the first word on the sheet
 * @param typed one answer for each position, in the same order
 */
export function checkRecoveryWords(
  words: readonly string[],
  positions: readonly number[],
  typed: readonly string[],
): boolean {
  return (
    positions.length === typed.length &&
    positions.every((position, i) => {
      const given = lettersOnly(typed[i] ?? "");
      return given.length === 1 && fullWord(given[0] ?? "") === (words[position - 1] ?? "");
    })
  );
}

function lettersOnly(typed: string): string[] {
  const plain = typed.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^a-z]+/).filter((part) => part !== "");
}

/** A few words of the list have three letters ("act"), and begin others ("action"): exact words come first. */
function fullWord(typed: string): string | null {
  if (wordlist.includes(typed)) return typed;
  if (typed.length < 4) return null;
  return wordlist.find((word) => word.slice(0, 4) === typed.slice(0, 4)) ?? null;
}
