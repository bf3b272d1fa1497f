import { randomBytes } from "node:crypto";
import type { CaseLease } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import type { SystemLock } from "./system-lock.ts";

/** Who holds leases: one window, or the whole process on the command line. It is told apart by being itself. */
export interface Visitor {
  /** how long a lease may stand before somebody keeps it; null where the host sees by itself that a window is gone */
  readonly unkeptMillis: number | null;
}

/** A case that is held for writing, with what must end with it. */
export interface HeldCase {
  readonly caseId: string;
  /** Runs when the lease ends, before the lock goes. */
  readonly atEnd: () => Promise<void>;
}

/** Which case is held by which window. One at a time holds a case, in this process and on this computer. */
export interface Leases<Held extends HeldCase> {
  /**
   * @param hold prepares the case once its lock is there; when it fails the lock is given back
   * @returns null where somebody else holds it, or its window went meanwhile
   */
  take(caseId: string, visitor: Visitor, hold: () => Promise<Held>): Promise<CaseLease | null>;
  /** Works on a held case; the lease does not end before the work has. @throws {Problem} `case-open-elsewhere` */
  during<T>(lease: CaseLease, visitor: Visitor, work: (held: Held) => Promise<T>): Promise<T>;
  /** Settles when the lease has ended; at once where there is none. */
  keep(lease: CaseLease, visitor: Visitor): Promise<void>;
  release(lease: CaseLease, visitor: Visitor): Promise<void>;
  /** The window is gone: all its leases end. */
  releaseAll(visitor: Visitor): Promise<void>;
  close(): Promise<void>;
}

interface Lease<Held> {
  readonly visitor: Visitor;
  readonly held: Held;
  readonly lock: SystemLock;
  readonly working: Set<Promise<unknown>>;
  readonly ended: Promise<void>;
  readonly sayEnded: () => void;
  /** ends the lease unless somebody keeps it in time */
  readonly unkept: NodeJS.Timeout | null;
  ending: Promise<void> | null;
}

export function openLeases<Held extends HeldCase>(
  lockOf: (caseId: string) => Promise<SystemLock | null>,
): Leases<Held> {
  const leases = new Map<CaseLease, Lease<Held>>();
  /** windows that are gone: one may go while a case is being readied for it, and nobody would give that one back */
  const gone = new WeakSet<Visitor>();
  let isClosed = false;
  const mine = (lease: CaseLease, visitor: Visitor) => {
    const found = leases.get(lease);
    return found === undefined || found.visitor !== visitor ? null : found;
  };
  const end = (id: CaseLease, lease: Lease<Held>): Promise<void> => {
    lease.ending ??= endLease(lease).finally(() => leases.delete(id));
    return lease.ending;
  };
  const endAll = async (which: (lease: Lease<Held>) => boolean) => {
    await Promise.all([...leases].filter(([, lease]) => which(lease)).map(([id, lease]) => end(id, lease)));
  };
  return {
    take: async (caseId, visitor, hold) => {
      const lock = await lockOf(caseId);
      if (lock === null) return null;
      try {
        const held = await hold();
        if (isClosed || gone.has(visitor)) {
          await held.atEnd().finally(() => lock.release());
          return null;
        }
        const id = randomBytes(16).toString("hex");
        leases.set(
          id,
          newLease(visitor, held, lock, () => endUnkept(id)),
        );
        return id;
      } catch (error) {
        await lock.release();
        throw error;
      }
    },
    during: async (id, visitor, work) => {
      const lease = mine(id, visitor);
      if (lease === null || lease.ending !== null) throw new Problem("case-open-elsewhere", "lease");
      const working = work(lease.held);
      lease.working.add(working);
      try {
        return await working;
      } finally {
        lease.working.delete(working);
      }
    },
    keep: async (id, visitor) => {
      const lease = mine(id, visitor);
      if (lease?.unkept) clearTimeout(lease.unkept);
      await lease?.ended;
    },
    release: async (id, visitor) => {
      const lease = mine(id, visitor);
      if (lease !== null) await end(id, lease);
    },
    releaseAll: (visitor) => {
      gone.add(visitor);
      return endAll((lease) => lease.visitor === visitor);
    },
    close: () => {
      isClosed = true;
      return endAll(() => true);
    },
  };

  function endUnkept(id: CaseLease): void {
    const lease = leases.get(id);
    if (lease !== undefined) void end(id, lease);
  }
}

function newLease<Held>(visitor: Visitor, held: Held, lock: SystemLock, endUnkept: () => void): Lease<Held> {
  let sayEnded = () => {};
  const ended = new Promise<void>((resolve) => {
    sayEnded = resolve;
  });
  const unkept = visitor.unkeptMillis === null ? null : setTimeout(endUnkept, visitor.unkeptMillis);
  unkept?.unref();
  return { visitor, held, lock, working: new Set(), ended, sayEnded, unkept, ending: null };
}

/** Waits for what is being written, so that the next holder finds a case that stands still. */
async function endLease<Held extends HeldCase>(lease: Lease<Held>): Promise<void> {
  if (lease.unkept !== null) clearTimeout(lease.unkept);
  await Promise.allSettled([...lease.working]);
  await lease.held.atEnd().catch(() => undefined);
  await lease.lock.release();
  lease.sayEnded();
}
