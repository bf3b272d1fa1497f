import type { Host } from "../host.ts";
import { type Bytes, joinBytes, sha256 } from "../model/bytes.ts";
import { unknownPerson } from "../model/case-file.ts";
import type { Exhibit } from "../model/exhibit.ts";
import { Problem } from "../problems.ts";
import type { HistoryLine } from "../vault/custody.ts";
import { type PlainChange, readPlainSegment } from "../vault/plain-journal.ts";
import { utf8 } from "../vault/text-codes.ts";
import type { OpenVault } from "../vault/vault.ts";
import { beginCase } from "./begin-case.ts";
import { keepObject, readObject } from "./case-objects.ts";
import { readHistory } from "./history.ts";
import { type KeptCase, keepChange } from "./kept-case.ts";
import { closeKept, openCase } from "./open-case.ts";

/**
 * Seals the case files that Folio's first builds kept as plain files: each becomes a new case file of the vault, is
 * opened again and compared, and only then the plain files are deleted. One that can't be taken over stays as it is.
 *
 * The history keeps its own times. Killed in between, it goes on the next time: a sealed case's id follows from the plain
 * one's, so that there is never a second one of it.
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
    if (changes !== null && (await hasItsObjects(host, id, changes)) && (await adopt(host, vault, id, changes)))
      adopted += 1;
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

async function hasItsObjects(host: Host, id: string, changes: readonly PlainChange[]): Promise<boolean> {
  const there = new Set((await host.listObjects(id)).map((object) => object.id));
  return exhibitsIn(changes).every((exhibit) => objectsOf(exhibit).every((object) => there.has(object)));
}

/** @returns false where another window or process has it, or where the sealed case says something else */
async function adopt(host: Host, vault: OpenVault, id: string, changes: readonly PlainChange[]): Promise<boolean> {
  const lease = await host.takeCase(id);
  if (lease === null) return false;
  try {
    const plain = (object: string) => readAll((at) => host.readObject(id, object, at));
    const caseId = (await sha256(utf8(`folio adopted ${id}`))).slice(0, 32);
    const there = await howFar(host, vault, caseId, changes);
    if (there === "another") return false;
    if (there !== "whole") await sealChanges(host, vault, { caseId, changes, plain });
    await mustBeTheSame(host, vault, { caseId, changes, plain });
    await host.eraseCase(lease);
    return true;
  } finally {
    await host.releaseCase(lease).catch(() => undefined);
  }
}

type ReadPlain = (objectId: string) => Promise<Bytes>;

interface Adopted {
  readonly caseId: string;
  readonly changes: readonly PlainChange[];
  readonly plain: ReadPlain;
}

/**
 * How far an earlier try got that was killed. What it had not finished is erased, unless somebody has added to it since:
 * then both stay.
 */
async function howFar(
  host: Host,
  vault: OpenVault,
  caseId: string,
  changes: readonly PlainChange[],
): Promise<"nowhere" | "whole" | "another"> {
  const lease = await host.takeCase(caseId).catch((cause: unknown) => {
    if (cause instanceof Problem && cause.code === "case-not-found") return "nowhere" as const;
    throw cause;
  });
  if (lease === "nowhere") return lease;
  if (lease === null) return "another";
  try {
    const told = (await historyOf(host, vault, caseId)).map(({ at, body }) => `${at} ${body?.kind}`);
    const wanted = changes.map(({ at, body }) => `${at} ${body.kind}`);
    wanted.splice(1, 0, `${changes[0]?.at} person-told`);
    if (wanted.every((one, place) => told[place] === one)) return "whole";
    if (!told.every((one, place) => wanted[place] === one)) return "another";
    await host.eraseCase(lease);
    return "nowhere";
  } finally {
    await host.releaseCase(lease).catch(() => undefined);
  }
}

/** Nothing where nothing was ever kept in it. */
async function historyOf(host: Host, vault: OpenVault, caseId: string): Promise<readonly HistoryLine[]> {
  try {
    return await readHistory((await openCase(host, vault, caseId, { readOnly: true })).kept);
  } catch (cause) {
    if (cause instanceof Problem && cause.code === "case-not-found") return [];
    throw cause;
  }
}

async function sealChanges(host: Host, vault: OpenVault, { caseId: id, changes, plain }: Adopted): Promise<void> {
  const [begun, ...rest] = changes;
  const name = begun?.body.kind === "case-begun" ? begun.body.name : "";
  const now = new Date(begun?.at ?? 0);
  let kept: KeptCase = await beginCase(host, vault, { name, person: unknownPerson, id }, now);
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
}

/** Reads every original back from the sealed case. @throws {Problem} `object-damaged`, and as `openCase` */
async function mustBeTheSame(host: Host, vault: OpenVault, { caseId, changes, plain }: Adopted): Promise<void> {
  const { kept } = await openCase(host, vault, caseId, { readOnly: true });
  const sealed = new Map(kept.file.exhibits.map((exhibit) => [exhibit.id, objectsOf(exhibit)]));
  for (const exhibit of exhibitsIn(changes)) {
    const sealedIds = sealed.get(exhibit.id) ?? [];
    for (const [position, plainId] of objectsOf(exhibit).entries()) {
      const [before, after] = [await plain(plainId), await readObject(kept, sealedIds[position] ?? "")];
      if ((await sha256(before)) !== (await sha256(after))) throw new Problem("object-damaged", "taken over");
    }
  }
}

function exhibitsIn(changes: readonly PlainChange[]): readonly Exhibit[] {
  return changes.flatMap(({ body }) => (body.kind === "exhibit-added" ? [body.exhibit] : []));
}

function objectsOf(exhibit: Exhibit): readonly string[] {
  return [...exhibit.files.map((file) => file.object), exhibit.wordsObject];
}

/** @param objects what each plain object became */
function renamed(exhibit: Exhibit, objects: ReadonlyMap<string, string>): Exhibit {
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
