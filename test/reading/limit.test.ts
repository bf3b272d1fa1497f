import { expect, it } from "vitest";
import { startLimit } from "../../src-renderer/reading/limit.ts";

const never = new Promise<never>(() => {});

it("ends work that takes too long, and says that it was the time", async () => {
  const limit = startLimit(20, undefined);
  await expect(limit.within(never)).rejects.toMatchObject({ code: "reading-timed-out" });
  limit.end();
});

it("ends work when the person stops it, and says that it was the person", async () => {
  const person = new AbortController();
  const limit = startLimit(10_000, person.signal);
  const work = limit.within(never);
  person.abort();
  await expect(work).rejects.toMatchObject({ code: "reading-stopped" });
  limit.end();
});

it("lets finished work through and leaves no clock running", async () => {
  const limit = startLimit(30, undefined);
  expect(await limit.within(Promise.resolve(7))).toBe(7);
  limit.end();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(limit.signal.aborted).toBe(false);
});

it("gives more time than it began with to work that moves on", async () => {
  const limit = startLimit(40, undefined);
  limit.extend(10_000);
  expect(await limit.within(new Promise((resolve) => setTimeout(() => resolve("late"), 90)))).toBe("late");
  limit.end();
});

it("can't bring back time that is up", async () => {
  const limit = startLimit(10, undefined);
  await expect(limit.within(never)).rejects.toMatchObject({ code: "reading-timed-out" });
  limit.extend(10_000);
  expect(limit.signal.aborted).toBe(true);
  limit.end();
});
