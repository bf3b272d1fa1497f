import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { idOf, temporaryFolder } from "../temporary.ts";
import {
  backupsOf,
  chosen,
  contents,
  remove,
  restoredFrom,
  root,
  setsIn,
  smallVault,
  vaultJson,
} from "./small-vault.ts";

const [caseA, caseB, one, two] = [idOf("a"), idOf("b"), idOf("1"), idOf("2")];

describe("a backup", () => {
  it("restores to exactly what was there, but for drafts", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    await vault.append(caseA, two, 100_000);
    await vault.keepObject(caseA, idOf("e"), 3_000_000);
    await vault.write(`cases/${caseA}/heads/${one}`, "a sealed head");
    await vault.write(`cases/${caseA}/journal/${one}.1.torn`, "an end that was cut short");
    const before = await contents(vault.data);
    await vault.write(`cases/${caseA}/drafts/${idOf("d")}`, "a sealed draft");
    const state = await (await chosen(vault)).backUpNow();
    expect(state).toMatchObject({ folder: vault.disk, problem: null, behind: false, running: false });
    expect(state.lastGoodAt).not.toBeNull();
    expect(await contents(await restoredFrom(vault.disk))).toEqual(before);
  });

  it("copies an object once for all sets, and everything else into each", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    await vault.keepObject(caseA, idOf("e"));
    const backups = await chosen(vault);
    for (let count = 0; count < 3; count += 1) {
      await vault.append(caseA, one);
      expect((await backups.backUpNow()).problem).toBeNull();
    }
    expect(await setsIn(vault.disk)).toHaveLength(3);
    expect(await readdir(join(root(vault.disk), "objects", caseA))).toHaveLength(1);
    for (const set of await setsIn(vault.disk)) {
      expect(await readdir(join(root(vault.disk), "sets", set))).toEqual([
        "cases",
        "manifest.json",
        "vault.head",
        "vault.json",
        "vault.json.2",
      ]);
    }
  });

  it("makes no new set where nothing changed, but reads the newest back again", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    const backups = await chosen(vault);
    await backups.backUpNow();
    await backups.backUpNow();
    const [only = "", ...others] = await setsIn(vault.disk);
    expect(others).toEqual([]);
    await writeFile(join(root(vault.disk), "sets", only, "vault.head"), "rot");
    expect((await backups.backUpNow()).problem).toBeNull();
    expect(await setsIn(vault.disk)).toHaveLength(2);
  });

  it("finds an object that the backup disk has lost or changed, and copies it anew", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    await vault.keepObject(caseA, idOf("e"));
    const backups = await chosen(vault);
    await backups.backUpNow();
    const folder = join(root(vault.disk), "objects", caseA);
    const [name = ""] = await readdir(folder);
    for (const spoil of [
      () => writeFile(join(folder, name), Buffer.alloc(2_000)),
      () => truncate(join(folder, name), 10),
      () => remove(join(folder, name)),
    ]) {
      await spoil();
      expect((await backups.backUpNow()).problem).toBeNull();
      expect(await contents(await restoredFrom(vault.disk))).toEqual(await contents(vault.data));
    }
  });

  it("ends at a whole frame where one is just being written", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    const frame = await vault.append(caseA, one);
    const segment = `cases/${caseA}/journal/${one}.seg`;
    for (const cut of [1, 5, 11, 12, 200]) {
      await appendFile(join(vault.data, segment), frame.subarray(0, cut));
      expect((await (await chosen(vault)).backUpNow()).problem).toBeNull();
      expect(await readFile(join(await restoredFrom(vault.disk), segment))).toEqual(Buffer.from(frame));
      await truncate(join(vault.data, segment), frame.length);
    }
  });

  it("knows after a restart what was written since the last one", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    await (await chosen(vault)).backUpNow();
    const quiet = backupsOf(vault.data, vault.disk);
    await quiet.ready;
    expect(await quiet.backupState()).toMatchObject({ behind: false });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await vault.append(caseA, one);
    const later = backupsOf(vault.data, vault.disk);
    await later.ready;
    expect(await later.backupState()).toMatchObject({ behind: true });
  });

  it("is no backup where there is no vault", async () => {
    const [data, disk] = [join(await temporaryFolder(), "data"), await temporaryFolder()];
    const backups = backupsOf(data, disk);
    expect((await backups.chooseBackupFolder(""))?.folder).toBe(disk);
    expect(await backups.backUpNow()).toMatchObject({ problem: "vault-missing", lastGoodAt: null });
  });
});

describe("what is damaged here", () => {
  it.each<[string, string, (vault: Awaited<ReturnType<typeof smallVault>>) => Promise<void>]>([
    [
      "vault-damaged",
      "both copies of the key file are",
      async ({ write }) => {
        await write("vault.json", "{}");
        await write("vault.json.2", vaultJson(1).replace('"generation":1', '"generation":2'));
      },
    ],
    [
      "vault-damaged",
      "both copies of the key file are gone",
      async ({ data }) => {
        await remove(join(data, "vault.json"));
        await remove(join(data, "vault.json.2"));
      },
    ],
    [
      "case-key-damaged",
      "both copies of a case's key are",
      async ({ write }) => {
        await write(`cases/${caseA}/key`, "");
        await write(`cases/${caseA}/key.2`, "");
      },
    ],
    ["journal-damaged", "a segment has shrunk", ({ data }) => truncate(join(data, segmentA), 400)],
    ["journal-damaged", "a segment is gone", ({ data }) => remove(join(data, segmentA))],
    ["journal-damaged", "a case is gone", ({ data }) => remove(join(data, "cases", caseA))],
    [
      "journal-damaged",
      "a segment begins with something else",
      async ({ data, read, write }) => {
        const bytes = await read(segmentA);
        bytes[100] = (bytes[100] ?? 0) ^ 1;
        await write(segmentA, bytes);
        await appendFile(join(data, segmentA), "");
      },
    ],
    [
      "journal-damaged",
      "a frame's header in a new segment is",
      async ({ append, read, write }) => {
        await append(caseA, two);
        await append(caseA, two);
        const bytes = await read(`cases/${caseA}/journal/${two}.seg`);
        bytes[4] = (bytes[4] ?? 0) ^ 1;
        await write(`cases/${caseA}/journal/${two}.seg`, bytes);
      },
    ],
    ["object-damaged", "an object has shrunk", ({ data }) => truncate(join(data, objectA), 100)],
    ["object-damaged", "an object is another", ({ write }) => write(objectA, Buffer.alloc(2_000))],
    ["object-missing", "an object is gone", ({ data }) => remove(join(data, objectA))],
  ])("gives a doubtful set (%s) that takes no good one's place, where %s", async (problem, _name, damage) => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    await vault.append(caseA, one);
    await vault.keepObject(caseA, idOf("e"));
    await vault.beginCase(caseB);
    await vault.append(caseB, two);
    const whole = await contents(vault.data);
    const backups = await chosen(vault);
    const good = await backups.backUpNow();
    expect(good.problem).toBeNull();
    await damage(vault);
    for (let count = 0; count < 2; count += 1) {
      await vault.append(caseB, one);
      expect(await backups.backUpNow()).toMatchObject({ problem, lastGoodAt: good.lastGoodAt, behind: true });
    }
    expect(await contents(await restoredFrom(vault.disk))).toEqual(whole);
    const found = await backups.openBackup("");
    expect(found?.sets.map(({ doubtful }) => doubtful).slice(0, 2)).toEqual([undefined, problem]);
  });

  const segmentA = `cases/${caseA}/journal/${one}.seg`;
  const objectA = `cases/${caseA}/objects/${idOf("e")}`;

  it("rotates out among doubtful sets alone", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    const whole = await contents(vault.data);
    const backups = await chosen(vault);
    await backups.backUpNow();
    await vault.write(`cases/${caseA}/key`, "");
    await vault.write(`cases/${caseA}/key.2`, "");
    for (let count = 0; count < 11; count += 1) {
      await vault.append(caseA, one);
      await backups.backUpNow();
    }
    expect((await setsIn(vault.disk)).length).toBeLessThan(11);
    expect(await contents(await restoredFrom(vault.disk))).toEqual(whole);
  });

  it("is doubtful where older key files were put back", async () => {
    const vault = await smallVault(2);
    const backups = await chosen(vault);
    await backups.backUpNow();
    await vault.write("vault.json", vaultJson(1));
    await vault.write("vault.json.2", vaultJson(1));
    expect(await backups.backUpNow()).toMatchObject({ problem: "vault-rolled-back" });
    await vault.write("vault.json", vaultJson(3));
    expect(await backups.backUpNow()).toMatchObject({ problem: null });
  });

  it("is no longer doubtful once it was put right", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    await vault.append(caseA, one);
    const backups = await chosen(vault);
    await backups.backUpNow();
    const segment = await vault.read(segmentA);
    await remove(join(vault.data, segmentA));
    expect((await backups.backUpNow()).problem).toBe("journal-damaged");
    await vault.write(segmentA, segment);
    await vault.append(caseA, one);
    expect(await backups.backUpNow()).toMatchObject({ problem: null, behind: false });
  });

  it("is good where one of two copies holds", async () => {
    const vault = await smallVault();
    await vault.write("vault.json", "rot");
    await vault.beginCase(caseA);
    await vault.write(`cases/${caseA}/key.2`, "rot");
    await vault.append(caseA, one);
    expect((await (await chosen(vault)).backUpNow()).problem).toBeNull();
  });
});

describe("the folder for backups", () => {
  it("is refused where it is relative, missing, a file, the data folder or inside it", async () => {
    const vault = await smallVault();
    await mkdir(join(vault.data, "inside"));
    await writeFile(join(vault.disk, "file"), "");
    const backups = backupsOf(vault.data, null);
    const wrong = [
      "relative",
      join(vault.disk, "gone"),
      join(vault.disk, "file"),
      vault.data,
      join(vault.data, "inside"),
    ];
    for (const typed of wrong) {
      await expect(backups.chooseBackupFolder(typed)).rejects.toMatchObject({ code: "backup-folder-wrong" });
    }
    expect(await backups.chooseBackupFolder("")).toBeNull();
    expect(await backups.backupState()).toMatchObject({ folder: null, behind: false });
  });

  it("may be the folder that Folio made in it", async () => {
    const vault = await smallVault();
    const backups = await chosen(vault);
    expect((await backups.chooseBackupFolder(root(vault.disk)))?.folder).toBe(vault.disk);
    expect((await backups.chooseBackupFolder(join(vault.disk, "Folio backup")))?.folder).toBe(vault.disk);
  });

  it("says who copies it elsewhere", async () => {
    const vault = await smallVault();
    const backups = await chosen(vault, { syncedBy: async (path) => (path === vault.disk ? "OneDrive" : null) });
    expect(await backups.backupState()).toMatchObject({ syncedBy: "OneDrive" });
  });

  it("gets no more once backups were stopped, and what was made stays", async () => {
    const vault = await smallVault();
    const backups = await chosen(vault);
    await backups.backUpNow();
    expect(await backups.stopBackups()).toMatchObject({ folder: null, behind: false, lastGoodAt: null });
    await vault.beginCase(caseA);
    await backups.backUpNow();
    expect(await setsIn(vault.disk)).toHaveLength(1);
  });
});

describe("sets", () => {
  it("rotate: the newest 8 and one a week and month stay, with the objects that they name", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    let day = Date.parse("2026-01-01T12:00:00Z");
    const backups = await chosen(vault, { now: () => day });
    for (let count = 0; count < 30; count += 1, day += 4 * 86_400_000) {
      await vault.append(caseA, one);
      expect((await backups.backUpNow()).problem).toBeNull();
    }
    const sets = await setsIn(vault.disk);
    expect(sets.length).toBeGreaterThan(8);
    expect(sets.length).toBeLessThanOrEqual(8 + 6 + 12);
    expect(sets.filter((name) => name.startsWith("202601"))).toHaveLength(1);
    expect(sets.at(-1)).toMatch(/^20260427/);
  }, 120_000);

  it("of one computer stay where another one that backs up the same vault there makes many more", async () => {
    const [used, other] = [await smallVault(), await smallVault()];
    await used.beginCase(caseA);
    await other.beginCase(caseA);
    const only = await other.append(caseA, two);
    const millis = Date.parse("2026-11-23T12:00:00Z");
    const backups = await chosen(used, { now: () => millis });
    const others = backupsOf(other.data, used.disk, { now: () => millis });
    await others.chooseBackupFolder("");
    await others.backUpNow();
    for (let count = 0; count < 12; count += 1) {
      await used.append(caseA, one);
      expect((await backups.backUpNow()).problem).toBeNull();
    }
    const held = Object.entries(await contents(used.disk)).filter(([path]) => path.endsWith(`${two}.seg`));
    expect(held).toHaveLength(1);
    expect(only.length).toBeGreaterThan(0);
    expect((await setsIn(used.disk)).length).toBeLessThanOrEqual(9);
  });

  it("are newer than those before them, also where the clock was put back", async () => {
    const vault = await smallVault();
    await vault.beginCase(caseA);
    let millis = Date.parse("2027-01-01T00:00:00Z");
    const backups = await chosen(vault, { now: () => millis });
    await vault.append(caseA, one);
    await backups.backUpNow();
    const [first] = await setsIn(vault.disk);
    millis = Date.parse("2026-01-01T00:00:00Z");
    const frame = await vault.append(caseA, two);
    expect((await backups.backUpNow()).problem).toBeNull();
    const restored = await restoredFrom(vault.disk);
    expect(await readFile(join(restored, `cases/${caseA}/journal/${two}.seg`))).toEqual(Buffer.from(frame));
    expect(await setsIn(vault.disk)).toContain(first);
  });
});
