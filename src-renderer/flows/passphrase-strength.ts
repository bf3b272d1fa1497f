/** How hard a passphrase is to guess, as honestly as can be told. */
export interface PassphraseStrength {
  /** "weak" warns and is allowed */
  readonly verdict: "weak" | "fair" | "strong";
  /**
   * How long it would take somebody with a strong computer, for a sentence: "less than a second", "3 hours",
   * "12 years", "centuries". The sentence is "A guess by somebody with a strong computer would take about …".
   */
  readonly takes: string;
  /** what makes it easy and what would help; whole sentences, may be empty */
  readonly advice: readonly string[];
}

/**
 * Estimates a passphrase. The estimator is loaded when it is first asked for; an older answer that comes late is the
 * caller's to drop.
 * @param told words that a guesser would try first: the name, the case file's name
 * @returns null for an empty passphrase
 */
export async function askPassphraseStrength(
  _passphrase: string,
  _told: readonly string[],
): Promise<PassphraseStrength | null> {
  throw new Error("to follow");
}
