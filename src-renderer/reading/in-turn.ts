/**
 * Does work for 0 … count − 1, at most `width` at once, begun in order.
 * @throws the first failure, once no work is under way
 */
export async function inTurn(count: number, width: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (next < count && !failed) {
      const at = next;
      next += 1;
      try {
        await work(at);
      } catch (cause) {
        failed = true;
        throw cause;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, count) }, lane));
  for (const done of lanes) if (done.status === "rejected") throw done.reason;
}
