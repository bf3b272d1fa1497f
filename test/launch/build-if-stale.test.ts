import { mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildIfStale } from "../../src-main/launch/build-if-stale.ts";
import { temporaryFolder } from "../host/temporary.ts";

/** A project whose build tool writes what it should and counts its runs; it fails where there is a file "broken". */
async function project(): Promise<{ readonly folder: string; runs(): Promise<number> }> {
  const folder = await temporaryFolder();
  const tool = `
    const fs = require("node:fs");
    if (fs.existsSync("broken")) process.exit(1);
    for (const path of ["out/main/electron.cjs", "out/preload/preload.cjs", "out/renderer/index.html"]) {
      fs.mkdirSync(require("node:path").dirname(path), { recursive: true });
      fs.writeFileSync(path, "");
    }
    fs.appendFileSync("runs", "x");`;
  for (const path of ["src-main/a", "src-renderer/deep/b", "resources/c", "node_modules/electron-vite/bin"]) {
    await mkdir(join(folder, path), { recursive: true });
  }
  await writeFile(join(folder, "node_modules/electron-vite/bin/electron-vite.js"), tool);
  for (const path of ["package.json", "package-lock.json", "electron.vite.config.ts", "src-renderer/deep/b/old.ts"]) {
    await writeFile(join(folder, path), "{}");
  }
  return {
    folder,
    runs: () =>
      readFile(join(folder, "runs"), "utf8").then(
        (text) => text.length,
        () => 0,
      ),
  };
}

const soon = () => new Date(Date.now() + 60_000);

describe("building", () => {
  it("happens once, and not again while nothing has changed", async () => {
    const { folder, runs } = await project();
    await buildIfStale(folder);
    await buildIfStale(folder);
    expect(await runs()).toBe(1);
  });

  it.each(["package-lock.json", "electron.vite.config.ts", "src-renderer/deep/b/old.ts"])(
    "happens again when %s is newer",
    async (path) => {
      const { folder, runs } = await project();
      await buildIfStale(folder);
      await utimes(join(folder, path), soon(), soon());
      await buildIfStale(folder);
      expect(await runs()).toBe(2);
    },
  );

  it("happens again when a source was taken away, or a result", async () => {
    const { folder, runs } = await project();
    await buildIfStale(folder);
    await rm(join(folder, "src-renderer/deep/b/old.ts"));
    await utimes(join(folder, "src-renderer/deep/b"), soon(), soon());
    await buildIfStale(folder);
    expect(await runs()).toBe(2);
    const again = await project();
    await buildIfStale(again.folder);
    await rm(join(again.folder, "out/renderer/index.html"));
    await buildIfStale(again.folder);
    expect(await again.runs()).toBe(2);
  });

  it("that failed is no build: it is tried again", async () => {
    const { folder, runs } = await project();
    await writeFile(join(folder, "broken"), "");
    await expect(buildIfStale(folder)).rejects.toThrow("the build failed");
    await rm(join(folder, "broken"));
    await buildIfStale(folder);
    expect(await runs()).toBe(1);
  });
});
