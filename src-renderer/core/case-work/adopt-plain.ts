import type { Host } from "../host.ts";
import { type Bytes, joinBytes, sha256 } from "../model/bytes.ts";
import { unknownPerson } from "../model/case-file.ts";
import type { Exhibit } from "../model/exhibit.ts";
import { Problem } from "../problems.ts";
import { type PlainChange, readPlainSegment } from "../vault/plain-journal.ts";
import type { OpenVault } from "../vault/vault.ts";
import { beginCase } from "./begin-case.ts";
import { keepObject, readObject } from "./case-objects.ts";
import { type KeptCase, keepChange } from "./kept-case.ts";
import { closeKept, openCase } from "./open-case.ts";

/**
 * Seals the case files that Folio's first builds kept as plain files: each becomes a new case file of the vault, is
 * opened again and compared, and only then the plain files are deleted. One that can't be taken over stays as it is.
 *
 * The history keeps its own times. Killed in between, it begins again the next time, and the half-made case file is one too
 * many, never one too few.
 *
 * @returns how many were sealed
 * @throws {Problem} `disk-full`, `cannot-write`
 */
export async function adoptPlainCases(host: Host, vault: OpenVault): Promise<number> {
  let adopted = 0;
  for (const { id } of await host.listCases()) {
    const onDisk = await host.readCase(id);
    if (onDisk.keys.length > 0) continue;
    const changes = await readPlainCase(host, id, onDisk.segments);
    if (changes !== null && (await adopt(host, vault, id, changes))) adopted += 1;
  }
  return adopted;
}

async function readPlainCase(
  host: Host,
  id: string,
  segments: readonly { readonly writer: string }[],
): Promise<readonly PlainChange[] | null> {
  const changes: PlainChange[] = [];
  for (const { writer } of segments) {
    const read = readPlainSegment(await readAll((at) => host.readSegment(id, writer, at)));
    if (read === null) return null;
    changes.push(...read);
  }
  changes.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return changes[0]?.body.kind === "case-begun" ? changes : null;
}

/** @returns false where another window or process has it */
async function adopt(host: Host, vault: OpenVault, id: string, changes: readonly PlainChange[]): Promise<boolean> {
  const lease = await host.takeCase(id);
  if (lease === null) return false;
  try {
    const plain = (object: string) => readAll((at) => host.readObject(id, object, at));
    await mustBeTheSame(host, vault, await sealChanges(host, vault, changes, plain), plain);
    await host.eraseCase(lease);
    return true;
  } finally {
    await host.releaseCase(lease).catch(() => undefined);
  }
}

type ReadPlain = (objectId: string) => Promise<Bytes>;

/** What one plain object became. */
type Sealed = ReadonlyMap<string, string>;

/** @returns the new case's id, and which of its objects stands for which plain one */
async function sealChanges(
  host: Host,
  vault: OpenVault,
  changes: readonly PlainChange[],
  plain: ReadPlain,
): Promise<{ readonly caseId: string; readonly objects: Sealed }> {
  const [begun, ...rest] = changes;
  const name = begun?.body.kind === "case-begun" ? begun.body.name : "";
  const now = new Date(begun?.at ?? 0);
  let kept: KeptCase = await beginCase(host, vault, { name, person: unknownPerson }, now);
  const objects = new Map<string, string>();
  try {
    for (const { at, body } of rest) {
      if (body.kind !== "exhibit-added") {
        kept = await keepChange(kept, body, new Date(at));
        continue;
      }
      for (const plainId of objectsOf(body.exhibit)) {
        const object = await keepObject(kept, await plain(plainId));
        kept = object.kept;
        objects.set(plainId, object.id);
      }
      kept = await keepChange(kept, { ...body, exhibit: renamed(body.exhibit, objects) }, new Date(at));
    }
  } finally {
    await closeKept(kept);
  }
  return { caseId: kept.file.id, objects };
}

/** Reads every original back from the sealed case. @throws {Problem} `object-damaged`, and as `openCase` */
async function mustBeTheSame(
  host: Host,
  vault: OpenVault,
  made: { readonly caseId: string; readonly objects: Sealed },
  plain: ReadPlain,
): Promise<void> {
  const { kept } = await openCase(host, vault, made.caseId, { readOnly: true });
  for (const [plainId, sealedId] of made.objects) {
    const [before, after] = [await plain(plainId), await readObject(kept, sealedId)];
    if ((await sha256(before)) !== (await sha256(after))) throw new Problem("object-damaged", "taken over");
  }
}

function objectsOf(exhibit: Exhibit): readonly string[] {
  return [...exhibit.files.map((file) => file.object), exhibit.wordsObject];
}

function renamed(exhibit: Exhibit, objects: Sealed): Exhibit {
  const idOf = (plainId: string) => objects.get(plainId) ?? plainId;
  const files = exhibit.files.map((file) => ({ ...file, object: idOf(file.object) }));
  return { ...exhibit, files, wordsObject: idOf(exhibit.wordsObject) };
}

async function readAll(readPart: (offset: number) => Promise<Bytes>): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (let at = 0; ; ) {
    const part = await readPart(at);
    if (part.length === 0) return joinBytes(parts);
    parts.push(part);
    at += part.length;
  }
}
