/** What a limit answers with when the work hasn't. */
export const tooLate: unique symbol = Symbol("too late");

/**
 * The work's answer, or `tooLate` after the limit: the work may go on, and nobody waits for it any more.
 * @throws what the work throws within the limit; later than that, nobody is told
 */
export async function within<T>(work: PromiseLike<T>, limitMillis: number): Promise<T | typeof tooLate> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<typeof tooLate>((resolve) => {
    timer = setTimeout(() => resolve(tooLate), limitMillis);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    Promise.resolve(work).catch(() => undefined);
  }
}
