import type { Bytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { deriveAes, importKey } from "./derive.ts";
import { bytesOf, isHash } from "./json-values.ts";
import type { OpenVault } from "./open-keys.ts";
import { joinAad, openWithIv, sealWithIv } from "./seal.ts";
import { type Reading, readSummed, soundCopies, withSum } from "./summed-json.ts";
import { idBytes, isId, randomBytes, sameBytes, toBase64 } from "./text-codes.ts";

/** The keys of one case (HKDF). The first is the one to write with; a second opens what was written before. */
export interface CaseKeys {
  readonly caseId: string;
  readonly keys: readonly CryptoKey[];
}

/** A case's key file that was opened. */
export interface OpenedCaseKey {
  readonly keys: CaseKeys;
  /** whether a copy was damaged, missing or another: write `sound` anew */
  readonly copyDamaged: boolean;
  /** the copy that was opened */
  readonly sound: Bytes;
  /** whether it is still sealed under the root key from before a change of all keys */
  readonly sealedBefore: boolean;
}

/** A new case's key, and its file, sealed. */
export async function newCaseKey(vault: OpenVault, caseId: string): Promise<{ file: Bytes; keys: CaseKeys }> {
  const raw = [randomBytes(32)];
  return { file: await writeCaseKey(vault, caseId, raw), keys: await importedKeys(caseId, raw) };
}

/** Opens a case's key from the copies that are there. @throws {Problem} `case-key-damaged`, `vault-newer` */
export async function openCaseKey(vault: OpenVault, caseId: string, copies: readonly Bytes[]): Promise<OpenedCaseKey> {
  const { raw, file, sealedBefore } = await openRaw(vault, caseId, copies);
  const copyDamaged = copies.length < 2 || !copies.every((copy) => sameBytes(copy, file.bytes));
  return { keys: await importedKeys(caseId, raw), copyDamaged, sound: file.bytes, sealedBefore };
}

/** Seals a case's keys again for another vault: their file there. @throws {Problem} as `openCaseKey` */
export async function moveCaseKey(
  from: OpenVault,
  to: OpenVault,
  caseId: string,
  copies: readonly Bytes[],
): Promise<Bytes> {
  const { raw } = await openRaw(from, caseId, copies);
  return writeCaseKey(to, caseId, raw);
}

/**
 * Puts a new key before the case's own, for a change of all keys. A case that has two keys already keeps them: what
 * was begun goes on. @throws {Problem} as `openCaseKey`
 */
export async function addCaseKey(
  vault: OpenVault,
  caseId: string,
  copies: readonly Bytes[],
): Promise<{ file: Bytes; keys: CaseKeys }> {
  const { raw } = await openRaw(vault, caseId, copies);
  const both = raw.length > 1 ? raw : [randomBytes(32), ...raw];
  return { file: await writeCaseKey(vault, caseId, both), keys: await importedKeys(caseId, both) };
}

/** The case's key file without its earlier key, once nothing is sealed under that. @throws {Problem} as `openCaseKey` */
export async function dropOldCaseKey(
  vault: OpenVault,
  caseId: string,
  copies: readonly Bytes[],
): Promise<{ file: Bytes; keys: CaseKeys }> {
  const { raw } = await openRaw(vault, caseId, copies);
  const first = raw.slice(0, 1);
  return { file: await writeCaseKey(vault, caseId, first), keys: await importedKeys(caseId, first) };
}

/**
 * Whether everything that is sealed under the keys of one file opens with those of another, both sealed for this vault:
 * `here` is the case's own, `there` what a backup has. Damaged ones here count as opening: the backup's come instead.
 * @throws {Problem} as `openCaseKey`, for `there`
 */
export async function opensAllOf(
  vault: OpenVault,
  caseId: string,
  here: readonly Bytes[],
  there: readonly Bytes[],
): Promise<boolean> {
  const theirs = (await openRaw(vault, caseId, there)).raw;
  try {
    const own = (await openRaw(vault, caseId, here)).raw;
    return theirs.every((key) => own.some((one) => sameBytes(one, key)));
  } catch (cause) {
    if (cause instanceof Problem && cause.code === "case-key-damaged") return true;
    throw cause;
  }
}

interface CaseKeyFile {
  readonly bytes: Bytes;
  readonly keys: readonly Bytes[];
}

interface RawCaseKey {
  readonly raw: readonly Bytes[];
  readonly file: CaseKeyFile;
  readonly sealedBefore: boolean;
}

const label = "folio/case/v1";

/** Of two copies that open, the one with more keys: it opens all that the other does. */
async function openRaw(vault: OpenVault, caseId: string, copies: readonly Bytes[]): Promise<RawCaseKey> {
  const sound = soundCopies(copies.map((bytes) => readCaseKey(caseId, bytes)));
  if (sound === "newer") throw new Problem("vault-newer");
  for (const file of [...sound].sort((a, b) => b.keys.length - a.keys.length)) {
    for (const root of [vault.root, vault.before?.root]) {
      const raw = root === undefined ? null : await openAll(root, caseId, file.keys);
      if (raw !== null) return { raw, file, sealedBefore: root !== vault.root };
    }
  }
  throw new Problem("case-key-damaged");
}

async function openAll(root: CryptoKey, caseId: string, sealed: readonly Bytes[]): Promise<readonly Bytes[] | null> {
  const aes = await deriveAes(root, label);
  const opened = await Promise.all(sealed.map((key) => openWithIv(aes, caseAad(caseId), key)));
  const whole = opened.filter((key) => key?.length === 32).filter((key) => key !== null);
  return whole.length === sealed.length ? whole : null;
}

function readCaseKey(caseId: string, bytes: Bytes): Reading<CaseKeyFile> {
  return readSummed(bytes, "folio-case-key", (value) => {
    const listed = Array.isArray(value["keys"]) ? value["keys"].map((key) => bytesOf(key, 60, 60)) : [];
    const keys = listed.filter((key) => key !== null);
    if (!isId(value["case"]) || value["case"] !== caseId || !isHash(value["sum"])) return null;
    if (keys.length < listed.length || keys.length < 1 || keys.length > 2) return null;
    return { text: caseKeyText(caseId, keys), file: { bytes, keys } };
  });
}

async function writeCaseKey(vault: OpenVault, caseId: string, raw: readonly Bytes[]): Promise<Bytes> {
  const aes = await deriveAes(vault.root, label);
  const keys = await Promise.all(raw.map((key) => sealWithIv(aes, caseAad(caseId), key)));
  return withSum(caseKeyText(caseId, keys)).bytes;
}

function caseKeyText(caseId: string, keys: readonly Bytes[]): string {
  const value = { format: "folio-case-key", version: 1, case: caseId, keys: keys.map((key) => toBase64(key)) };
  return JSON.stringify(value).slice(0, -1);
}

function caseAad(caseId: string): Bytes {
  return joinAad(label, idBytes(caseId));
}

async function importedKeys(caseId: string, raw: readonly Bytes[]): Promise<CaseKeys> {
  return { caseId, keys: await Promise.all(raw.map((key) => importKey(key))) };
}
