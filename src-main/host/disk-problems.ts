import { Problem } from "#core/problems.ts";

/**
 * What a failed write means to a person. Only the system's error name goes into `detail`: its message would hold
 * a path, and a path can hold a person's name.
 *
 * EFBIG and EDQUOT are other ways of "no room": a quota, or a disk format that takes no file this large.
 */
export function diskProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = systemCode(error);
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") return new Problem("disk-full", code);
  return new Problem("cannot-write", code ?? "unknown");
}

/** Writes, and says in a person's words where the disk refuses. */
export async function writing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw diskProblem(error);
  }
}

/** Reads, and says in a person's words where the disk refuses. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("cannot-read", systemCode(error) ?? "unknown");
  }
}

/** "ENOENT", "EACCES", …; null where the error is not the system's. */
export function systemCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** Whether the error says that the file or folder is not there. */
export function isMissing(error: unknown): boolean {
  const code = systemCode(error);
  return code === "ENOENT" || code === "ENOTDIR";
}
