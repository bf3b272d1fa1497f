/** What rotation looks at. */
export interface DatedSet {
  readonly name: string;
  /** UTC, ISO 8601 */
  readonly at: string;
  /** doubtful sets have places of their own: they never take a good one's */
  readonly good: boolean;
}

/** A set with what it holds of journals: their sizes by path. A journal only ever grows. */
export interface HoldingSet extends DatedSet {
  readonly segments: ReadonlyMap<string, number>;
}

const [newest, weeks, months] = [8, 6, 12];

/**
 * The sets that stay: the newest 8, the newest of each of the last 6 weeks and of each of the last 12 months in
 * which there are any. Counted by what is there and not by the clock, so that a clock that is wrong drops nothing.
 *
 * @param sets latest first, by the order in which they were made
 */
export function setsToKeep(sets: readonly DatedSet[]): ReadonlySet<string> {
  const keep = [true, false].flatMap((good) => {
    const list = sets.filter((set) => set.good === good);
    return [...list.slice(0, newest), ...newestOfEach(list, weekOf, weeks), ...newestOfEach(list, monthOf, months)];
  });
  return new Set(keep.map(({ name }) => name));
}

/**
 * Those that stay by their dates, and every good one that holds something which none of them holds: two computers may
 * back up one vault to one disk, and the one that is used more must not push out what only the other had.
 *
 * @param sets latest first
 */
export function setsToKeepFor(sets: readonly HoldingSet[]): ReadonlySet<string> {
  const keep = new Set(setsToKeep(sets));
  const held = new Map<string, number>();
  const hold = ({ segments }: HoldingSet) => {
    for (const [path, sizeBytes] of segments) held.set(path, Math.max(sizeBytes, held.get(path) ?? 0));
  };
  const good = sets.filter((set) => set.good);
  for (const set of good) if (keep.has(set.name)) hold(set);
  for (const set of good) {
    if ([...set.segments].every(([path, sizeBytes]) => sizeBytes <= (held.get(path) ?? -1))) continue;
    keep.add(set.name);
    hold(set);
  }
  return keep;
}

function newestOfEach(sets: readonly DatedSet[], spanOf: (at: string) => string, most: number): readonly DatedSet[] {
  const spans = new Map<string, DatedSet>();
  for (const set of sets) if (!spans.has(spanOf(set.at))) spans.set(spanOf(set.at), set);
  return [...spans.entries()]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .slice(0, most)
    .map(([, set]) => set);
}

/** Weeks begin on Monday, UTC; the first of January 1970 was a Thursday. */
function weekOf(at: string): string {
  return String(Math.floor((Date.parse(at) / dayMillis + 3) / 7)).padStart(8, "0");
}

function monthOf(at: string): string {
  return at.slice(0, 7);
}

const dayMillis = 24 * 60 * 60 * 1000;
