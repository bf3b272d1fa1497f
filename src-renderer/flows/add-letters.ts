import { addExhibit } from "#core/case-work/add-exhibit.ts";
import { exhibitOfFiles } from "#core/case-work/same-files.ts";
import { type Bytes, sha256 } from "#core/model/bytes.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import {
  type PickedFile,
  type ReadExhibit,
  type ReadingProgress,
  type ReadOptions,
  readExhibit,
} from "../reading/read-exhibit.ts";
import { changeCase, reportProblem, session } from "./current-case.ts";
import { keepBoth } from "./kept-twice.ts";
import { platform } from "./reading-platform.ts";
import { createStore } from "./store.ts";
import { today } from "./today.ts";

/** A file that can be had when its turn comes, so that forty large ones are never held at once. */
export interface OfferedFile {
  readonly name: string;
  readonly bytes: () => Promise<Bytes>;
}

/** One letter on its way into the case file. */
export interface Reading {
  readonly id: number;
  readonly name: string;
  /** "same": its files are kept already, and whether they are to be kept once more is for the person to say */
  readonly state: "waiting" | "reading" | "kept" | "failed" | "stopped" | "same";
  readonly startedAt: number;
  readonly pagesDone: number;
  readonly pagesKnown: number;
  readonly letterDate: CalendarDay | null;
  readonly problems: readonly (ProblemCode | "folio-fault")[];
  /** once kept */
  readonly exhibitId: string | null;
  /** the exhibit that holds these very files */
  readonly sameAs: string | null;
}

/** Every letter added since the case file was opened or the list was cleared, in the order given. */
export const readings = createStore<readonly Reading[]>([]);

/** Whether a letter's files stay in the order given, or go by the numbers printed on them. */
type PageOrder = NonNullable<ReadOptions["order"]>;

/** What waits: its files and how to stop it. Apart from the list on screen, which holds no bytes. */
interface Work {
  readonly id: number;
  readonly files: readonly OfferedFile[];
  readonly order: PageOrder;
  readonly stop: AbortController;
  /** whether the person wants it although its files are kept already */
  readonly isWanted: boolean;
  /** called once it is kept, refused or stopped */
  readonly done: () => void;
}

let lastId = 0;
let line: readonly Work[] = [];
let isWorking = false;
/** What waits for an answer: see `answerSame`. */
let asked: readonly Work[] = [];

/**
 * Puts letters in line, each a list of files in page order, and reads them one after the other.
 * It answers when the last of them is kept, refused or stopped.
 */
export async function addLetters(
  letters: readonly (readonly OfferedFile[])[],
  order: PageOrder = "as-printed",
): Promise<void> {
  const added: Work[] = [];
  const finished = letters.map(
    (files) =>
      new Promise<void>((done) => {
        lastId += 1;
        added.push({ id: lastId, files, order, stop: new AbortController(), isWanted: false, done });
      }),
  );
  line = [...line, ...added];
  readings.change((now) => [...now, ...added.map(asWaiting)]);
  if (!isWorking) void workThrough();
  await Promise.all(finished);
}

/** Stops one letter, whether it waits or is being read. Nothing of it is kept. */
export function stopReading(id: number): void {
  line.find((work) => work.id === id)?.stop.abort();
  update(id, (now) => (now.state === "waiting" ? { ...now, state: "stopped" } : now));
}

export function stopAllReadings(): void {
  for (const work of line) stopReading(work.id);
}

/** The answer for letters whose files are kept already: they are left, or added all the same. */
export function answerSame(ids: readonly number[], answer: "leave" | "add"): void {
  const meant = asked.filter(({ id }) => ids.includes(id));
  asked = asked.filter(({ id }) => !ids.includes(id));
  if (answer === "leave") {
    readings.change((now) => now.filter(({ id }) => !ids.includes(id)));
    return;
  }
  for (const { id } of meant) update(id, (now) => ({ ...now, state: "waiting" }));
  line = [...line, ...meant.map((work) => ({ ...work, isWanted: true }))];
  if (!isWorking) void workThrough();
}

/** A letter that was not added, with its reason: what is remembered when the case file is closed. */
export interface NotAdded {
  readonly name: string;
  readonly problems: Reading["problems"];
}

/** The letters in the list that were not added, or not yet. */
export function notAdded(): readonly NotAdded[] {
  return readings
    .get()
    .filter((reading) => reading.state !== "kept")
    .map((reading) => ({
      name: reading.name,
      problems: isUnderWay(reading) ? ["reading-stopped"] : reading.problems,
    }));
}

/** Lists letters again that were not added, each with its reason; their files have to be given again. */
export function listNotAdded(letters: readonly NotAdded[]): void {
  const listed = letters.map(({ name, problems }): Reading => {
    lastId += 1;
    const isStopped = problems.length === 0 || problems.includes("reading-stopped");
    return { ...nothingRead, id: lastId, name, state: isStopped ? "stopped" : "failed", problems };
  });
  readings.change((now) => [...listed, ...now]);
}

/** Stops everything and empties the list, as when the case file is closed. */
export function dropReadings(): void {
  stopAllReadings();
  asked = [];
  readings.set([]);
}

/** Takes the finished ones off the list on screen; what was kept stays kept, and what was asked is still asked. */
export function clearReadings(): void {
  readings.change((now) => now.filter((reading) => isUnderWay(reading) || reading.state === "same"));
}

export function isUnderWay(reading: Reading): boolean {
  return reading.state === "waiting" || reading.state === "reading";
}

async function workThrough(): Promise<void> {
  isWorking = true;
  try {
    for (let work = line[0]; work !== undefined; work = line[0]) {
      if (!work.stop.signal.aborted) await readOne(work);
      line = line.slice(1);
      work.done();
    }
  } finally {
    isWorking = false;
  }
}

async function readOne(work: Work): Promise<void> {
  const { id } = work;
  const caseId = session.get().kept?.file.id;
  update(id, (now) => ({ ...now, state: "reading", startedAt: Date.now() }));
  try {
    const files = await unlessStopped(Promise.all(work.files.map(fetchOne)), work.stop.signal);
    const same = await sameExhibit(files);
    if (same !== null && !work.isWanted && !work.stop.signal.aborted) {
      asked = [...asked, work];
      update(id, (now) => ({ ...now, state: "same", sameAs: same.id }));
      return;
    }
    const read = await readExhibit(files, await platform(), {
      today: today(),
      signal: work.stop.signal,
      order: work.order,
      onProgress: (progress) => update(id, (now) => ({ ...now, ...pagesOf(progress) })),
    });
    if (work.stop.signal.aborted || session.get().kept?.file.id !== caseId) throw new Problem("reading-stopped");
    await keepRead(id, files, read);
    const { exhibitId = null } = readings.get().find((reading) => reading.id === id) ?? {};
    if (same !== null && exhibitId !== null) await keepBoth(exhibitId, same.id, null);
  } catch (cause) {
    finish(id, cause);
  }
}

/** Told before it is read: a file that is here already needs no reading. */
async function sameExhibit(files: readonly PickedFile[]): Promise<Exhibit | null> {
  const sums = await Promise.all(files.map(({ bytes }) => sha256(bytes)));
  const { kept } = session.get();
  return kept === null ? null : exhibitOfFiles(kept.file, sums);
}

/** A file on a drive that doesn't answer must not hold up the letters after it once it was stopped. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Problem("reading-stopped")), { once: true });
  });
  return Promise.race([work, stopped]);
}

async function keepRead(id: number, files: readonly PickedFile[], read: ReadExhibit): Promise<void> {
  const problems = read.problems.map((problem) => problem.code);
  // A letter without a single page proves nothing: it is refused by name, and the person is told what to do.
  if (read.pages.length === 0) {
    update(id, (now) => ({ ...now, state: "failed", problems }));
    return;
  }
  const originals = read.order.flatMap((position) => files[position]?.bytes ?? []);
  const isKept = await changeCase((kept) => addExhibit(kept, originals, read, new Date()));
  const exhibitId = isKept ? (session.get().kept?.file.exhibits.at(-1)?.id ?? null) : null;
  const { letterDate } = read.letter;
  update(id, (now) => ({ ...now, state: isKept ? "kept" : "failed", problems, exhibitId, letterDate }));
}

async function fetchOne(file: OfferedFile): Promise<PickedFile> {
  try {
    return { name: file.name, bytes: await file.bytes() };
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem("file-unreadable", "", { cause });
  }
}

function finish(id: number, cause: unknown): void {
  const code = cause instanceof Problem ? cause.code : "folio-fault";
  if (code === "folio-fault") reportProblem(cause);
  if (code === "reading-stopped") update(id, (now) => ({ ...now, state: "stopped" }));
  else update(id, (now) => ({ ...now, state: "failed", problems: [code] }));
}

const nothingRead = {
  startedAt: 0,
  pagesDone: 0,
  pagesKnown: 0,
  letterDate: null,
  problems: [],
  exhibitId: null,
  sameAs: null,
} as const;

function asWaiting(work: Work): Reading {
  return { ...nothingRead, id: work.id, name: work.files.map((file) => file.name).join(" + "), state: "waiting" };
}

function pagesOf(progress: ReadingProgress): Pick<Reading, "pagesDone" | "pagesKnown" | "letterDate"> {
  return { pagesDone: progress.pagesDone, pagesKnown: progress.pagesKnown, letterDate: progress.letterDate };
}

function update(id: number, change: (now: Reading) => Reading): void {
  readings.change((now) => now.map((reading) => (reading.id === id ? change(reading) : reading)));
}
