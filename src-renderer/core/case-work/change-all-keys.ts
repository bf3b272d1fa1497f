import type { CaseLease, Host } from "../host.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { moveCaseKey, openCaseKey } from "../vault/case-key.ts";
import type { Kdf } from "../vault/kdf.ts";
import type { OpenVault, Secret } from "../vault/vault.ts";
import { beginKeyChange, endKeyChange } from "../vault/vault-keys.ts";
import { takeCase } from "./open-case.ts";
import { renewCase } from "./renew-case.ts";

/** How far changing all keys has got. */
export interface KeyChangeProgress {
  readonly done: number;
  readonly cases: number;
}

/** A vault under new keys. */
export interface RenewedVault {
  readonly vault: OpenVault;
  /** cases that could not be sealed anew, because something in them is damaged: they open, under their earlier keys */
  readonly left: readonly { readonly caseId: string; readonly problem: ProblemCode }[];
}

/**
 * Gives the vault and every case new keys and seals everything anew: for when a computer was lost. No case may be open.
 * Where it is cut short, everything still opens, and `resumeKeyChange` goes on.
 *
 * @param present what opens the vault now. @param next the new passphrase
 * @returns the vault under its new root key, and new recovery words
 * @throws {Problem} as `beginKeyChange`: then nothing has changed; `case-open-elsewhere`, `disk-full`, `cannot-write`
 */
export async function changeAllKeys(
  host: Host,
  vault: OpenVault,
  present: Secret,
  next: string,
  kdf: Kdf,
  onProgress: (progress: KeyChangeProgress) => void,
  onWords: (words: readonly string[], vault: OpenVault) => void = () => undefined,
): Promise<RenewedVault & { readonly words: readonly string[] }> {
  const begun = await beginKeyChange(host, vault, present, next, kdf);
  onWords(begun.words, begun.vault);
  return { ...(await resumeKeyChange(host, begun.vault, onProgress)), words: begun.words };
}

/**
 * Goes on with a change of all keys that was cut short (`vault.before` is there): what was done is not done again.
 * @throws {Problem} `case-open-elsewhere`, `disk-full`, `cannot-write`
 */
export async function resumeKeyChange(
  host: Host,
  vault: OpenVault,
  onProgress: (progress: KeyChangeProgress) => void,
): Promise<RenewedVault> {
  const cases = await host.listCases();
  const left: { caseId: string; problem: ProblemCode }[] = [];
  for (const [done, { id }] of cases.entries()) {
    onProgress({ done, cases: cases.length });
    const problem = await renewOrMove(host, vault, id);
    if (problem !== null) left.push({ caseId: id, problem });
  }
  onProgress({ done: cases.length, cases: cases.length });
  return { vault: await endKeyChange(host, vault), left };
}

/** Seals a case anew; a damaged one gets its earlier key sealed for the new vault, so that it still opens. */
async function renewOrMove(host: Host, vault: OpenVault, caseId: string): Promise<ProblemCode | null> {
  const lease = await takeCase(host, caseId);
  if (lease === null) throw new Problem("case-open-elsewhere");
  try {
    await renewCase({ host, lease, vault }, caseId);
    return null;
  } catch (cause) {
    if (!(cause instanceof Problem) || !damaged.has(cause.code)) throw cause;
    if (cause.code !== "case-key-damaged") await moveKey(host, lease, vault, caseId);
    return cause.code;
  } finally {
    await host.releaseCase(lease).catch(() => undefined);
  }
}

const damaged: ReadonlySet<ProblemCode> = new Set([
  "case-key-damaged",
  "case-not-found",
  "journal-damaged",
  "journal-incomplete",
  "journal-newer",
  "object-damaged",
  "object-missing",
]);

async function moveKey(host: Host, lease: CaseLease, vault: OpenVault, caseId: string): Promise<void> {
  const { keys } = await host.readCase(caseId);
  const { sealedBefore } = await openCaseKey(vault, caseId, keys);
  if (sealedBefore) await host.writeCaseKey(lease, await moveCaseKey(vault, vault, caseId, keys));
}
