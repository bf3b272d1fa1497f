import type { CaseLease, Host } from "../host.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { moveCaseKey, openCaseKey } from "../vault/case-key.ts";
import type { Kdf } from "../vault/kdf.ts";
import type { OpenVault, Secret } from "../vault/vault.ts";
import { beginKeyChange, endKeyChange } from "../vault/vault-keys.ts";
import { takeCase } from "./open-case.ts";
import { type RenewPlace, renewCase } from "./renew-case.ts";

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
 * @param onWords tells the new recovery words as soon as they are the ones that open: they are not told again where what
 *   follows is cut short
 * @throws {Problem} as `beginKeyChange`, and `case-open-elsewhere`: then nothing has changed, unless `onWords` was called;
 *   `disk-full`, `cannot-write`
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
  const leases = await takeAll(host);
  try {
    const begun = await beginKeyChange(host, vault, present, next, kdf);
    onWords(begun.words, begun.vault);
    // what another window began in the meantime is under the earlier keys (see `mustBeCurrent`)
    await takeMore(host, leases);
    return { ...(await renewAll(host, begun.vault, leases, onProgress)), words: begun.words };
  } finally {
    await releaseAll(host, leases);
  }
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
  const leases = await takeAll(host);
  try {
    return await renewAll(host, vault, leases, onProgress);
  } finally {
    await releaseAll(host, leases);
  }
}

type Leases = ReadonlyMap<string, CaseLease>;
type OpenLeases = Map<string, CaseLease>;

/** Every case at once, so that one that is open elsewhere stops the change before anything is touched. */
async function takeAll(host: Host): Promise<OpenLeases> {
  const leases: OpenLeases = new Map();
  try {
    await takeMore(host, leases);
    return leases;
  } catch (cause) {
    await releaseAll(host, leases);
    throw cause;
  }
}

async function takeMore(host: Host, leases: OpenLeases): Promise<void> {
  for (const { id } of await host.listCases()) {
    if (leases.has(id)) continue;
    const lease = await takeCase(host, id);
    if (lease === null) throw new Problem("case-open-elsewhere");
    leases.set(id, lease);
  }
}

async function releaseAll(host: Host, leases: Leases): Promise<void> {
  for (const lease of leases.values()) await host.releaseCase(lease).catch(() => undefined);
}

async function renewAll(
  host: Host,
  vault: OpenVault,
  leases: Leases,
  onProgress: (progress: KeyChangeProgress) => void,
): Promise<RenewedVault> {
  const left: { caseId: string; problem: ProblemCode }[] = [];
  let done = 0;
  for (const [caseId, lease] of leases) {
    onProgress({ done, cases: leases.size });
    const problem = await renewOrMove({ host, lease, vault }, caseId);
    if (problem !== null) left.push({ caseId, problem });
    done += 1;
  }
  onProgress({ done, cases: leases.size });
  return { vault: await endKeyChange(host, vault), left };
}

/** Seals a case anew; a damaged one gets its earlier key sealed for the new vault, so that it still opens. */
async function renewOrMove(place: RenewPlace, caseId: string): Promise<ProblemCode | null> {
  try {
    await renewCase(place, caseId);
    return null;
  } catch (cause) {
    if (!(cause instanceof Problem) || !damaged.has(cause.code)) throw cause;
    if (cause.code !== "case-key-damaged") await moveKey(place, caseId);
    return cause.code;
  }
}

const damaged: ReadonlySet<ProblemCode> = new Set([
  "case-key-damaged",
  "journal-damaged",
  "journal-incomplete",
  "journal-newer",
  "object-damaged",
  "object-missing",
]);

async function moveKey({ host, lease, vault }: RenewPlace, caseId: string): Promise<void> {
  const { keys } = await host.readCase(caseId);
  const { sealedBefore } = await openCaseKey(vault, caseId, keys);
  if (sealedBefore) await host.writeCaseKey(lease, await moveCaseKey(vault, vault, caseId, keys));
}
