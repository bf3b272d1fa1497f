import { sha256 } from "@noble/hashes/sha2.js";
import type { CaseOnDisk, Host } from "../host.ts";
import type { ChangeBody } from "../model/change.ts";
import { Problem } from "../problems.ts";
import { openCaseKey } from "../vault/case-key.ts";
import { draftAad, draftSealer } from "../vault/draft.ts";
import type { Finding, OnFound } from "../vault/finding.ts";
import { changesInOrder, objectsIn } from "../vault/journal.ts";
import { headOf } from "../vault/line.ts";
import type { ObjectKey } from "../vault/object.ts";
import { sameBytes, toHex } from "../vault/text-codes.ts";
import type { OpenVault } from "../vault/vault.ts";
import { readStored } from "./case-objects.ts";
import type { CaseDisk } from "./kept-case.ts";
import { readWholeJournal, type WholeJournal } from "./replay.ts";

export type { Finding };

/** How much was checked. */
export interface Checked {
  readonly frames: number;
  readonly objects: number;
  /** of originals and words, opened */
  readonly bytes: number;
  /** the head of the case */
  readonly head: string;
}

/**
 * Reads everything of a case: every frame, line, head, draft and object, and compares every original with its SHA-256.
 * @throws {Problem} `case-not-found`, `case-key-damaged`, `journal-newer`, `cannot-read`
 */
export async function verifyCase(host: Host, vault: OpenVault, caseId: string, onFound: OnFound): Promise<Checked> {
  const onDisk = await host.readCase(caseId);
  const { keys, copyDamaged, sound } = await openCaseKey(vault, caseId, onDisk.keys);
  // which of the two is missing can't be told where one is
  const isSecond = onDisk.keys.length === 2 && sameBytes(onDisk.keys[0] ?? null, sound);
  if (copyDamaged) onFound({ level: "damage", what: "vault-copy-damaged", where: isSecond ? "key.2" : "key" });
  for (const { writer } of onDisk.tornTails) {
    onFound({ level: "note", what: "journal-torn", where: `journal/${writer}, set aside` });
  }
  const { journal, segments } = await readTwice({ host, keys }, onDisk, onFound);
  const changes = changesInOrder(journal);
  const originals = originalsIn(changes.map(({ change }) => change.body));
  const checked = await checkObjects({ host, keys }, objectsIn(changes), originals, onFound);
  await checkDrafts({ host, keys }, onFound);
  const frames = segments.reduce((sum, segment) => sum + segment.frames, 0);
  return { frames, ...checked, head: toHex(headOf(journal.last)) };
}

/**
 * Reads the journal, and again where something is wrong with it: whoever has the case open may have written between our
 * looking at segments and at heads.
 */
async function readTwice({ host, keys }: Place, onDisk: CaseOnDisk, onFound: OnFound): Promise<WholeJournal> {
  const read = async (now: CaseOnDisk) => {
    const findings: Finding[] = [];
    const whole = await readWholeJournal(host, keys, now, (finding) => findings.push(finding));
    return { whole, findings };
  };
  const first = await read(onDisk);
  const { whole, findings } = first.findings.length === 0 ? first : await read(await host.readCase(keys.caseId));
  if (findings.some(({ what }) => what === "journal-newer")) throw new Problem("journal-newer");
  findings.forEach(onFound);
  return whole;
}

type Place = Pick<CaseDisk, "host" | "keys">;

/** SHA-256 of every original, by the object that holds it. */
function originalsIn(bodies: readonly ChangeBody[]): ReadonlyMap<string, string> {
  const files = bodies.flatMap((body) => (body.kind === "exhibit-added" ? body.exhibit.files : []));
  return new Map(files.map((file) => [file.object, file.sha256]));
}

async function checkObjects(
  place: Place,
  named: ReadonlyMap<string, ObjectKey>,
  originals: ReadonlyMap<string, string>,
  onFound: OnFound,
): Promise<Pick<Checked, "objects" | "bytes">> {
  const there = new Set((await place.host.listObjects(place.keys.caseId)).map((object) => object.id));
  let bytes = 0;
  for (const [id, object] of named) {
    const where = `objects/${object.stored}`;
    const wrong = there.delete(object.stored) ? null : "object-missing";
    if (wrong !== null) {
      onFound({ level: "damage", what: wrong, where });
      continue;
    }
    const read = await checkObject(place, object, originals.get(id) ?? null);
    bytes += read.bytes;
    if (read.wrong !== null) onFound({ level: "damage", what: read.wrong, where });
  }
  for (const stored of there) onFound({ level: "note", what: "object-unnamed", where: `objects/${stored}` });
  return { objects: named.size, bytes };
}

async function checkObject(
  place: Place,
  object: ObjectKey,
  original: string | null,
): Promise<{ readonly bytes: number; readonly wrong: Finding["what"] | null }> {
  const hash = sha256.create();
  let bytes = 0;
  try {
    for await (const part of readStored(place, object)) {
      bytes += part.length;
      if (original !== null) hash.update(part);
    }
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.code === "host-gone") throw cause;
    return { bytes, wrong: cause.code };
  }
  return { bytes, wrong: original === null || toHex(hash.digest()) === original ? null : "object-damaged" };
}

async function checkDrafts({ host, keys }: Place, onFound: OnFound): Promise<void> {
  const sealers = keys.keys.map(draftSealer);
  for (const { id, bytes } of await host.readDrafts(keys.caseId)) {
    const opened = await Promise.all(sealers.map((sealer) => sealer.open(draftAad(keys.caseId, id), bytes)));
    if (opened.every((draft) => draft === null))
      onFound({ level: "damage", what: "draft-damaged", where: `drafts/${id}` });
  }
}
