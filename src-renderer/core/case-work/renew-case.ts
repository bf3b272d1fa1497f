import type { CaseLease, Host } from "../host.ts";
import { joinBytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { addCaseKey, type CaseKeys, dropOldCaseKey, openCaseKey } from "../vault/case-key.ts";
import { draftAad, draftSealer } from "../vault/draft.ts";
import { changesInOrder, objectsIn } from "../vault/journal.ts";
import type { JournalLine } from "../vault/journal-line.ts";
import { currentKey } from "../vault/journal-writer.ts";
import { type ObjectKey, openedSize } from "../vault/object.ts";
import type { OpenVault } from "../vault/vault.ts";
import { readStored, storeObject } from "./case-objects.ts";
import { compact } from "./compact.ts";
import { readHeads } from "./read-segments.ts";
import { readWholeJournal, replay, type WholeJournal } from "./replay.ts";
import { writeHeads } from "./write-heads.ts";

/** Where a case is sealed anew. */
export interface RenewPlace {
  readonly host: Host;
  readonly lease: CaseLease;
  readonly vault: OpenVault;
}

/**
 * Seals everything of one case anew under a new case key: its objects and journal, some segments at a time,
 * which are deleted once the new one is there. Cut short anywhere, the case opens, and this goes on where it was.
 *
 * @throws {Problem} `journal-damaged`, `journal-incomplete`, `object-damaged`, `object-missing`, `case-key-damaged`,
 *   `disk-full`, `cannot-write`
 */
export async function renewCase(place: RenewPlace, caseId: string): Promise<void> {
  const { host, lease, vault } = place;
  const now = (await host.readCase(caseId)).keys;
  const before = await openCaseKey(vault, caseId, now);
  if (!before.sealedBefore && before.keys.keys.length === 1) return;
  const { file, keys } = await addCaseKey(vault, caseId, now);
  await host.writeCaseKey(lease, file);
  await renewDrafts(place, keys);
  for (;;) {
    const whole = await readWhole(place, keys);
    const old = someOldSegments(whole);
    if (old.size === 0) {
      await renewHeads(place, keys, whole);
      break;
    }
    await renewSegments(place, keys, whole, old);
  }
  await host.writeCaseKey(lease, (await dropOldCaseKey(vault, caseId, (await host.readCase(caseId)).keys)).file);
}

async function readWhole({ host }: RenewPlace, keys: CaseKeys): Promise<WholeJournal> {
  return readWholeJournal(host, keys, await host.readCase(keys.caseId), ({ level, what }) => {
    if (level === "damage" || what === "journal-newer") throw new Problem(what);
  });
}

/** As many objects as are sealed anew before what they were sealed in is deleted. */
const objectsAtOnce = 200;

function someOldSegments({ segments }: WholeJournal): ReadonlySet<string> {
  const some = new Set<string>();
  let objects = 0;
  for (const { writer, lines, underOldKey } of segments) {
    if (!underOldKey || objects >= objectsAtOnce) continue;
    some.add(writer);
    objects += lines.reduce((sum, line) => sum + line.objects.size, 0);
  }
  return some;
}

async function renewSegments(
  place: RenewPlace,
  keys: CaseKeys,
  whole: WholeJournal,
  segments: ReadonlySet<string>,
): Promise<void> {
  const { host, lease, vault } = place;
  const counted = objectsIn(changesInOrder(whole.journal));
  const lines = [...whole.journal.writers.values()].flat().filter((line) => segments.has(line.standsIn));
  const renewed = new Map<string, ObjectKey>();
  const old: string[] = [];
  for (const [id, object] of lines.flatMap((line) => [...line.objects])) {
    if (counted.get(id)?.stored !== object.stored || renewed.has(id)) continue;
    const size = await openedSize(object, (offset) => host.readObject(keys.caseId, object.stored, offset));
    renewed.set(id, await storeObject({ host, lease }, size, readStored({ host, keys }, object)));
    old.push(object.stored);
  }
  const objectsOf = (line: JournalLine) =>
    new Map([...line.objects].map(([id, object]) => [id, renewed.get(id) ?? counted.get(id) ?? object]));
  const what = { segments, erase: () => false, objectsOf, own: [], objects: old, now: new Date() };
  await compact({ host, lease, keys, vault }, whole, what);
}

/** Heads that are left speak of writers whose lines others carry by now. */
async function renewHeads({ host, lease }: RenewPlace, keys: CaseKeys, whole: WholeJournal): Promise<void> {
  const { name } = replay(whole, keys.caseId, true).file;
  const left = await readHeads(keys, await host.readCase(keys.caseId), () => undefined);
  await writeHeads({ host, lease, keys }, [...left, ...whole.journal.frontier], name);
}

async function renewDrafts({ host, lease }: RenewPlace, keys: CaseKeys): Promise<void> {
  const sealer = draftSealer(currentKey(keys));
  for (const { id, bytes } of await host.readDrafts(keys.caseId)) {
    const aad = draftAad(keys.caseId, id);
    for (const key of keys.keys.slice(1)) {
      const draft = await draftSealer(key).open(aad, bytes);
      if (draft !== null) await host.writeDraft(lease, id, await sealer.seal(aad, joinBytes([draft])));
    }
  }
}
