import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, hostOn, temporaryFolder } from "./temporary.ts";

describe("files saved outside Folio", () => {
  it("are written whole where the person said, over what was there", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "pack.pdf");
    await writeFile(path, "the old one");
    const host = hostOn(folder, path);
    const handle = (await host.startFile("pack", "pack.pdf")) ?? "";
    await host.writePart(handle, bytesOf("the new "));
    expect(await readFile(path, "utf8")).toBe("the old one");
    await host.writePart(handle, bytesOf("one"));
    expect(await host.finishWrite(handle)).toBe(path);
    expect(await readFile(path, "utf8")).toBe("the new one");
    expect(await readdir(folder)).toEqual(["pack.pdf"]);
  });

  it("leave the old one alone when they are discarded", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "pack.pdf");
    await writeFile(path, "the old one");
    const host = hostOn(folder, path);
    const handle = (await host.startFile("pack", "pack.pdf")) ?? "";
    await host.writePart(handle, bytesOf("half"));
    await host.discardWrite(handle);
    expect(await readFile(path, "utf8")).toBe("the old one");
    expect(await readdir(folder)).toEqual(["pack.pdf"]);
  });

  it("are not begun when the person cancelled", async () => {
    expect(await hostOn(await temporaryFolder(), null).startFile("pack", "pack.pdf")).toBeNull();
  });

  it("say that they can't be written where the folder is gone", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder, join(folder, "gone", "pack.pdf"));
    await expect(host.startFile("pack", "pack.pdf")).rejects.toMatchObject({ code: "cannot-write", detail: "ENOENT" });
  });

  it("say that they can't be finished over a folder of that name, and leave nothing behind", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "pack.pdf", "full"), { recursive: true });
    const host = hostOn(folder, join(folder, "pack.pdf"));
    const handle = (await host.startFile("pack", "pack.pdf")) ?? "";
    await host.writePart(handle, bytesOf("new"));
    await expect(host.finishWrite(handle)).rejects.toMatchObject({ code: "cannot-write" });
    expect(await readdir(folder)).toEqual(["pack.pdf"]);
  });

  const cannotBeKeptOut = process.platform === "win32" || process.getuid?.() === 0;
  it.skipIf(cannotBeKeptOut)("say that they can't be written into a folder that is read-only", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "locked"));
    await chmod(join(folder, "locked"), 0o500);
    const host = hostOn(folder, join(folder, "locked", "pack.pdf"));
    await expect(host.startFile("pack", "pack.pdf")).rejects.toMatchObject({ code: "cannot-write", detail: "EACCES" });
  });
});
