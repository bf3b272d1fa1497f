import type { KeptCase } from "#core/case-work/kept-case.ts";
import { leaseEnds } from "#core/case-work/open-case.ts";
import { Problem } from "#core/problems.ts";
import { reportProblem, session } from "./current-case.ts";

/** Says so when the right to write into the open case file ends before the case file is closed. */
export function watchLease({ disk }: KeptCase): void {
  if (disk === null || disk.lease === null) return;
  const { lease } = disk;
  leaseEnds(lease).then(
    () => ended(lease, new Problem("case-open-elsewhere")),
    (cause: unknown) => ended(lease, cause),
  );
}

/** From here on the case file can only be read here; `tryWriting` tries again. */
function ended(lease: string, why: unknown): void {
  const { kept } = session.get();
  if (kept === null || kept.disk === null || kept.disk.lease !== lease) return;
  const disk = { ...kept.disk, lease: null, journal: null };
  session.change((now) => ({ ...now, kept: { ...kept, disk } }));
  reportProblem(why);
}
