/** Chance that comes out the same from the same seed. */
export interface Random {
  /** from 0 up to, and without, 1 */
  next(): number;
  between(least: number, most: number): number;
  chance(of: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** Mulberry32, seeded by any text. */
export function randomOf(seed: string): Random {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    chance: (of) => next() < of,
    pick: (values) => {
      const found = values[Math.floor(next() * values.length)];
      if (found === undefined) throw new Error("nothing to pick from");
      return found;
    },
  };
}
