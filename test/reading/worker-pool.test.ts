import { expect, test, vi } from "vitest";
import { windowPlatform } from "../../src-renderer/reading/window-platform.ts";
import { createPool } from "../../src-renderer/reading/worker-pool.ts";

function startable() {
  const started: { isEnded: boolean; terminate: () => void }[] = [];
  const start = async () => {
    const worker = {
      isEnded: false,
      terminate: () => {
        worker.isEnded = true;
      },
    };
    started.push(worker);
    return worker;
  };
  return { started, start };
}

const never = new Promise<never>(() => undefined);

test("closing ends workers in the middle of their work, and whoever waits for them hears of it", async () => {
  const { started, start } = startable();
  const pool = createPool(1, start);
  const underWay = pool.use(() => never, undefined);
  const inLine = pool.use(() => never, undefined);
  await vi.waitFor(() => expect(started).toHaveLength(1));
  const ends = Promise.allSettled([underWay, inLine]);
  await pool.close();
  expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true]);
});

test("a worker that is still being started when its pool is closed is ended, and none is started later", async () => {
  const { started, start } = startable();
  const { promise, resolve } = Promise.withResolvers<void>();
  const pool = createPool(2, async () => {
    await promise;
    return start();
  });
  const ends = Promise.allSettled([pool.use(async () => 1, undefined)]);
  await pool.close();
  resolve();
  expect((await ends)[0]?.status).toBe("rejected");
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true]);
  await expect(pool.use(async () => 1, undefined)).rejects.toThrow();
  expect(started).toHaveLength(1);
});

test("what was drawing a page when Folio was locked starts no worker afterwards", async () => {
  const workers: unknown[] = [];
  vi.stubGlobal(
    "Worker",
    class {
      constructor() {
        workers.push(this);
      }
    },
  );
  vi.stubGlobal("location", new URL("http://127.0.0.1/"));
  const platform = windowPlatform();
  await platform.close();
  await expect(async () => platform.pixels.tiffPages(new Uint8Array(8))).rejects.toThrow("reading-stopped");
  await expect(platform.recogniser()).rejects.toThrow("reading-stopped");
  await expect(platform.pdfWorker()).rejects.toThrow("reading-stopped");
  expect(workers).toEqual([]);
  vi.unstubAllGlobals();
});
