/**
 * The same values, the next one being made while one is worked on: reading, sealing and writing then go on side by
 * side. At most one value more is held. A failure is thrown where its value would have come.
 */
export async function* ahead<T>(values: AsyncIterable<T>): AsyncGenerator<T> {
  const source = values[Symbol.asyncIterator]();
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = source.next();
      // Whoever stops here never looks at it; whoever goes on meets its failure above.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await source.return?.();
  }
}
