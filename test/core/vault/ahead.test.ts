import { expect, test } from "vitest";
import { ahead } from "#core/vault/ahead.ts";

test("values come in their order, and only one more is made than was taken", async () => {
  let made = 0;
  const taken: number[] = [];
  for await (const value of ahead(counting(() => (made += 1)))) {
    taken.push(value);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(made).toBeLessThanOrEqual(taken.length + 1);
  }
  expect(taken).toEqual([1, 2, 3, 4]);
});

test("a failure comes in its place, after the values before it", async () => {
  const taken: number[] = [];
  const take = async () => {
    for await (const value of ahead(failing())) taken.push(value);
  };
  await expect(take()).rejects.toThrow("no third");
  expect(taken).toEqual([1, 2]);
});

test("who stops early ends the source", async () => {
  let ended = false;
  async function* source() {
    try {
      yield 1;
      yield 2;
      yield 3;
    } finally {
      ended = true;
    }
  }
  for await (const _value of ahead(source())) break;
  expect(ended).toBe(true);
});

async function* counting(next: () => number) {
  for (let at = 0; at < 4; at += 1) yield next();
}

async function* failing() {
  yield 1;
  yield 2;
  throw new Error("no third");
}
