import { Problem } from "#core/problems.ts";
import type { Secret } from "#core/vault/vault.ts";
import { UsageError } from "./options.ts";
import { askHidden } from "./terminal.ts";
import { readTextFile } from "./text-file.ts";

/** The options by which every command that needs the vault can be told how to unlock it. */
export const unlockOptions = {
  "passphrase-file": { type: "string" },
  "recovery-file": { type: "string" },
} as const;

export interface UnlockValues {
  readonly "passphrase-file"?: string | undefined;
  readonly "recovery-file"?: string | undefined;
}

/** Where a passphrase may come from, in this order; the terminal is asked last. Never an argument: others can see those. */
export interface PassphraseSource {
  /** "--passphrase-file" */
  readonly option: string;
  /** what was given for it */
  readonly file: string | undefined;
  readonly variable:
    | "FOLIO_PASSPHRASE"
    | "FOLIO_NEW_PASSPHRASE"
    | "FOLIO_BUNDLE_PASSPHRASE"
    | "FOLIO_BACKUP_PASSPHRASE";
  readonly question: string;
}

/** What unlocks the vault. @throws {UsageError} where nothing was given and nobody can be asked; {Problem} `file-unreadable` */
export async function presentSecret(values: UnlockValues): Promise<Secret> {
  const { "recovery-file": recovery, "passphrase-file": file } = values;
  if (recovery !== undefined && file !== undefined) {
    throw new UsageError("--passphrase-file and --recovery-file are two ways of unlocking: give one.");
  }
  if (recovery !== undefined) return { kind: "recovery", words: await textOf(recovery) };
  const passphrase = await passphraseFrom({ ...ownPassphrase, file });
  return { kind: "passphrase", passphrase };
}

/** Whether what unlocks the vault was given, so that nobody need be asked. */
export function isSecretGiven(values: UnlockValues): boolean {
  return (
    Object.keys(unlockOptions).some((name) => values[name as keyof UnlockValues] !== undefined) ||
    fromEnvironment(ownPassphrase) !== null
  );
}

const ownPassphrase = { option: "--passphrase-file", variable: "FOLIO_PASSPHRASE", question: "Passphrase: " } as const;

/** A passphrase that is there already. @throws as `presentSecret` */
export async function passphraseFrom(source: PassphraseSource): Promise<string> {
  const given = await givenPassphrase(source);
  return given ?? mustHave(await askHidden(source.question), source);
}

/**
 * A new passphrase: on the terminal it is asked for twice. A weak one is warned of and taken.
 * @throws as `presentSecret`; {Problem} `passphrase-empty`
 */
export async function newPassphraseFrom(source: PassphraseSource): Promise<string> {
  const passphrase = (await givenPassphrase(source)) ?? (await askTwice(source));
  if (passphrase === "") throw new Problem("passphrase-empty");
  await warnIfWeak(passphrase);
  return passphrase;
}

async function askTwice(source: PassphraseSource): Promise<string> {
  for (;;) {
    const first = mustHave(await askHidden(source.question), source);
    if (first === "" || first === (await askHidden("The same again: "))) return first;
    process.stderr.write("These two differ.\n");
  }
}

/** Loaded here alone: its word lists take a while. */
async function warnIfWeak(passphrase: string): Promise<void> {
  const { askPassphraseStrength } = await import("#core/vault/passphrase-strength.ts");
  const strength = await askPassphraseStrength(passphrase, []);
  if (strength?.verdict !== "weak") return;
  const advice = strength.advice.map((sentence) => ` ${sentence}`).join("");
  process.stderr.write(
    `Note: this passphrase is weak. A guess by somebody with a strong computer would take about ${strength.takes}.${advice}\n`,
  );
}

/** For `init`, whose passphrase is new but named by the same option and variable as later. */
export function newOwnPassphrase(values: UnlockValues): Promise<string> {
  return newPassphraseFrom({ ...ownPassphrase, question: "New passphrase: ", file: values["passphrase-file"] });
}

async function givenPassphrase(source: PassphraseSource): Promise<string | null> {
  return source.file === undefined ? fromEnvironment(source) : firstLine(await textOf(source.file));
}

function fromEnvironment({ variable }: Pick<PassphraseSource, "variable">): string | null {
  const value = process.env[variable];
  return value === undefined || value === "" ? null : value;
}

function mustHave(answer: string | null, { option, variable }: PassphraseSource): string {
  if (answer !== null) return answer;
  throw new UsageError(
    `A passphrase is needed: typed on a terminal, as the first line of ${option} FILE, or in ${variable}.`,
  );
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? "";
}

async function textOf(path: string): Promise<string> {
  return readTextFile(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
}
