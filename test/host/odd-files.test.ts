import { spawn } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { begun, bytesOf, hostOn, idOf, temporaryFolder } from "./temporary.ts";

const [caseId, writer, other] = [idOf("a"), idOf("b"), idOf("c")];

async function oneCase() {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const lease = await begun(host, caseId);
  await host.appendJournal(lease, writer, bytesOf("frames"));
  await host.writeHead(lease, writer, bytesOf("head"));
  await host.releaseCase(lease);
  return { folder, host, inCase: (...path: readonly string[]) => join(folder, "cases", caseId, ...path) };
}

describe("what isn't ours in a case's folder", () => {
  it("keeps nothing of it from being read: folders named as our files are", async () => {
    const { host, inCase } = await oneCase();
    for (const sub of ["heads", "objects", "drafts"]) await mkdir(inCase(sub, other), { recursive: true });
    await mkdir(inCase("journal", `${other}.seg`));
    await mkdir(inCase("journal", `${writer}.1.torn`));
    for (const name of [".DS_Store", "Thumbs.db", `${writer} (conflicted copy).seg`]) {
      await writeFile(inCase("journal", name), "not ours");
    }
    const { segments, heads, tornTails } = await host.readCase(caseId);
    expect(segments).toEqual([{ writer, sizeBytes: 6 }]);
    expect(heads.map((head) => head.writer)).toEqual([writer]);
    expect(tornTails).toEqual([]);
    expect(await host.listObjects(caseId)).toEqual([]);
    expect(await host.readDrafts(caseId)).toEqual([]);
    expect(await host.takeCase(caseId)).not.toBeNull();
  });

  it("is passed over where a launch was killed before its first write, and left an empty segment", async () => {
    const { host, inCase } = await oneCase();
    await writeFile(inCase("journal", `${other}.seg`), "");
    expect((await host.readCase(caseId)).segments).toEqual([{ writer, sizeBytes: 6 }]);
  });
});

// A link to itself stands for any file that the system doesn't give: ELOOP, as EIO would come.
describe.skipIf(process.platform === "win32")("a file that is there and can't be looked at", () => {
  it("is an error, and never taken for one that is missing", async () => {
    const { host, inCase } = await oneCase();
    await symlink(`${other}.seg`, inCase("journal", `${other}.seg`));
    await expect(host.readCase(caseId)).rejects.toMatchObject({ code: "cannot-read" });
    await mkdir(inCase("objects"));
    await symlink(other, inCase("objects", other));
    await expect(host.listObjects(caseId)).rejects.toMatchObject({ code: "cannot-read" });
  });

  it("leaves the other cases in the list, and its own", async () => {
    const { host, inCase } = await oneCase();
    await host.appendJournal(await begun(host, other), writer, bytesOf("frames"));
    await symlink(`${other}.seg`, inCase("journal", `${other}.seg`));
    expect((await host.listCases()).map(({ id }) => id)).toEqual([other, caseId]);
  });
});

// Each launch leaves a segment and a head; a process may often open no more than 1,024 files, or 256.
it.skipIf(process.platform === "win32")(
  "a case of a thousand launches is read where few files may be open",
  async () => {
    const { folder, inCase } = await oneCase();
    const ids = Array.from({ length: 1000 }, (_, at) => at.toString(16).padStart(32, "0"));
    for (const id of ids) await writeFile(inCase("heads", id), "head");
    const program = `import { nodeHost } from ${JSON.stringify(join(import.meta.dirname, "../../src-main/host/node-host.ts"))};
    const host = nodeHost({ dataFolder: ${JSON.stringify(folder)}, version: "0", kind: "command-line" });
    console.log((await host.readCase("${caseId}")).heads.length);
    process.exit(0);`;
    const few = `ulimit -n 200 && exec ${JSON.stringify(process.execPath)} --input-type=module -e "$0"`;
    const child = spawn("sh", ["-c", few, program], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    for await (const part of child.stdout) said += String(part);
    expect(said.trim()).toBe("1001");
  },
);
