/** The things of a list with their places, from 1: where two may be the same, the place tells them apart. */
export function numbered<T>(list: readonly T[]): readonly { readonly place: number; readonly item: T }[] {
  return list.map((item, at) => ({ place: at + 1, item }));
}
