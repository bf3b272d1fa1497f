import type { CaseLease, Host } from "#core/host.ts";
import { newId } from "#core/vault/text-codes.ts";
import type { DraftSealer, DraftValues, FoundDrafts } from "./draft-files.ts";

/** A quarter of the two seconds that are promised: the rest is the disk's, which may be busy. */
const writeWithinMillis = 500;

/** Sealed drafts of one case on their way to disk. */
export interface DraftWriter {
  /** What is to be on disk from here on: it is, within half a second and a write. */
  tell(values: DraftValues): void;
  /** Writes what isn't on disk yet, and nothing after it. @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere` */
  end(): Promise<void>;
}

/** Where drafts go. */
export interface DraftPlace {
  readonly host: Host;
  readonly lease: CaseLease;
  readonly sealer: DraftSealer;
}

/**
 * Keeps a case's drafts on disk as they are told, one write after the other.
 * @param found what stands there already
 * @param onFail told of every try that failed; it is tried again after a second, and with `end`
 */
export function draftWriter(
  place: DraftPlace,
  { values, ids }: FoundDrafts,
  onFail: (cause: unknown) => void,
): DraftWriter {
  const disk: OnDisk = { values: new Map(values), ids: new Map(ids) };
  let wanted: DraftValues = values;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let ended = false;

  async function writeAll(): Promise<void> {
    for (let name = firstBehind(wanted, disk.values); name !== null; name = firstBehind(wanted, disk.values)) {
      await writeOne(place, disk, name, wanted.get(name));
    }
  }

  function writeNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const turn = writing.then(writeAll);
    writing = turn.catch(() => undefined);
    return turn;
  }

  function writeSoon(millis: number): void {
    if (ended) return;
    timer ??= setTimeout(() => {
      writeNow().catch((cause: unknown) => {
        onFail(cause);
        writeSoon(2 * writeWithinMillis);
      });
    }, millis);
  }

  return {
    tell(next) {
      wanted = next;
      if (firstBehind(wanted, disk.values) !== null) writeSoon(writeWithinMillis);
    },
    async end() {
      ended = true;
      await writeNow().finally(() => {
        wanted = disk.values;
      });
    },
  };
}

/** What stands on disk by now, and in which files. */
interface OnDisk {
  readonly values: Map<string, unknown>;
  readonly ids: Map<string, string>;
}

/** @param value undefined for a draft that is to go */
async function writeOne({ host, lease, sealer }: DraftPlace, disk: OnDisk, name: string, value: unknown) {
  const id = disk.ids.get(name) ?? newId();
  if (value === undefined) {
    await host.dropDraft(lease, id);
    disk.values.delete(name);
    disk.ids.delete(name);
    return;
  }
  const sealed = await sealer.seal(id, name, value);
  if (sealed !== null) await host.writeDraft(lease, id, sealed);
  disk.ids.set(name, id);
  disk.values.set(name, value);
}

/** The first name whose value isn't what stands on disk; null when all are. */
function firstBehind(wanted: DraftValues, onDisk: DraftValues): string | null {
  for (const [name, value] of wanted) if (onDisk.get(name) !== value) return name;
  for (const name of onDisk.keys()) if (!wanted.has(name)) return name;
  return null;
}
