import { expect, test } from "vitest";
import { inOrder } from "../../src-main/cli/in-order.ts";

const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));

test("answers come in the order of the things, however long each takes", async () => {
  const answers: number[] = [];
  for await (const [, answer] of inOrder([30, 1, 15, 0], 3, async (millis) => {
    await wait(millis);
    return millis;
  })) {
    answers.push(answer);
  }
  expect(answers).toEqual([30, 1, 15, 0]);
});

test("no more than so many are under way at once", async () => {
  let underway = 0;
  let most = 0;
  const work = async () => {
    underway += 1;
    most = Math.max(most, underway);
    await wait(2);
    underway -= 1;
  };
  for await (const _ of inOrder([1, 2, 3, 4, 5, 6], 2, work)) await wait(1);
  expect(most).toBe(2);
});

test("a failure is met when its turn comes, after the answers before it", async () => {
  const seen: number[] = [];
  const all = async () => {
    const work = async (thing: number) => (thing === 2 ? Promise.reject(new Error("second")) : thing);
    for await (const [thing] of inOrder([1, 2, 3], 3, work)) seen.push(thing);
  };
  await expect(all()).rejects.toThrow("second");
  expect(seen).toEqual([1]);
});
