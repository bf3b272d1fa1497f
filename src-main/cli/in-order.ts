/**
 * Works on several things at once and gives the answers in the order of the things. At most `atOnce` are under
 * way, and none is begun while that many answers wait to be taken: a slow first file does not pile up the rest.
 * An answer that was taken is let go of.
 */
export async function* inOrder<T, R>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<readonly [T, R]> {
  const underway: Promise<R>[] = [];
  const begin = (position: number) => {
    const thing = things[position];
    if (position >= things.length) return;
    // A rejection is met when its turn comes; until then it must not count as unhandled.
    const answer = work(thing as T);
    answer.catch(() => undefined);
    underway.push(answer);
  };
  for (let position = 0; position < Math.min(atOnce, things.length); position += 1) begin(position);
  for (const [position, thing] of things.entries()) {
    const answer = await underway.shift();
    begin(position + atOnce);
    yield [thing, answer as R];
  }
}
