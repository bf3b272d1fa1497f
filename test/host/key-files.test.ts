import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, hostOn, temporaryFolder } from "./temporary.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the key files", () => {
  it("are none where no vault was made, and come back as they were written, main and copy alike", async () => {
    const folder = join(await temporaryFolder(), "data");
    const host = hostOn(folder);
    expect(await host.readKeyFiles()).toEqual({ main: null, copy: null, head: null });
    await host.writeKeyFiles(null, bytesOf("keys"), bytesOf("head"));
    expect(await host.readKeyFiles()).toEqual({ main: bytesOf("keys"), copy: bytesOf("keys"), head: bytesOf("head") });
    expect((await readdir(folder)).sort()).toEqual(["vault.head", "vault.json", "vault.json.2"]);
  });

  it("are replaced only by who has read the present ones", async () => {
    const host = hostOn(await temporaryFolder());
    await host.writeKeyFiles(null, bytesOf("one"), bytesOf("head"));
    const changed = { code: "keys-changed-elsewhere" };
    await expect(host.writeKeyFiles(null, bytesOf("two"), bytesOf("head"))).rejects.toMatchObject(changed);
    await host.writeKeyFiles(hash("one"), bytesOf("two"), bytesOf("head 2"));
    await expect(host.writeKeyFiles(hash("one"), bytesOf("three"), bytesOf("head"))).rejects.toMatchObject(changed);
    expect(await host.readKeyFiles()).toEqual({ main: bytesOf("two"), copy: bytesOf("two"), head: bytesOf("head 2") });
  });

  it("are replaced by one of many that have read the same", async () => {
    const folder = await temporaryFolder();
    const hosts = Array.from({ length: 8 }, () => hostOn(folder));
    const done = await Promise.allSettled(
      hosts.map((host, number) => host.writeKeyFiles(null, bytesOf(`keys ${number}`), bytesOf(`head ${number}`))),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const winner = done.findIndex(({ status }) => status === "fulfilled");
    expect(await readFile(join(folder, "vault.json"), "utf8")).toBe(`keys ${winner}`);
    expect(await readFile(join(folder, "vault.head"), "utf8")).toBe(`head ${winner}`);
  });

  it("are replaced by who has read the second copy, because the first was damaged or gone", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    await host.writeKeyFiles(null, bytesOf("one"), bytesOf("head"));
    await writeFile(join(folder, "vault.json"), "damaged");
    await host.writeKeyFiles(hash("one"), bytesOf("two"), bytesOf("head"));
    await rm(join(folder, "vault.json"));
    await expect(host.writeKeyFiles(null, bytesOf("three"), bytesOf("head"))).rejects.toMatchObject({
      code: "keys-changed-elsewhere",
    });
    await host.writeKeyFiles(hash("two"), bytesOf("three"), bytesOf("head"));
    expect(await readFile(join(folder, "vault.json"), "utf8")).toBe("three");
  });

  it("are read where the disk gives only one copy, the other being damaged, and not where it gives none", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    await host.writeKeyFiles(null, bytesOf("keys"), bytesOf("head"));
    await inTheWay(join(folder, "vault.json"));
    await inTheWay(join(folder, "vault.head"));
    expect(await host.readKeyFiles()).toEqual({ main: bytesOf(""), copy: bytesOf("keys"), head: bytesOf("") });
    await inTheWay(join(folder, "vault.json.2"));
    await expect(host.readKeyFiles()).rejects.toMatchObject({ code: "cannot-read", detail: "EISDIR" });
  });

  it("stay as they were where one of them can't be looked at", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    await host.writeKeyFiles(null, bytesOf("one"), bytesOf("head one"));
    await rm(join(folder, "vault.head"));
    await mkdir(join(folder, "vault.head", "in the way"), { recursive: true });
    // A head that can't be read is said before anything is written.
    await expect(host.writeKeyFiles(hash("one"), bytesOf("two"), bytesOf("head"))).rejects.toMatchObject({
      code: "cannot-read",
      detail: "EISDIR",
    });
    expect(await readFile(join(folder, "vault.json.2"), "utf8")).toBe("one");
    expect((await readdir(folder)).filter((name) => name.includes("folio-part"))).toEqual([]);
  });

  it.each(["ABC", hash("x").toUpperCase(), "", 7, undefined])("are not replaced by a hash like %j", async (wrong) => {
    const host = hostOn(await temporaryFolder());
    const writing: Promise<void> = Reflect.apply(host.writeKeyFiles, host, [wrong, bytesOf("keys"), bytesOf("head")]);
    await expect(writing).rejects.toMatchObject({ code: "host-refused" });
  });
});

/** A folder where a file was: what the system answers to reading it is no answer. */
async function inTheWay(path: string): Promise<void> {
  await rm(path);
  await mkdir(path);
}
