import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BackupFiles } from "../../../src-main/host/backup/backups.ts";
import { takeSystemLock } from "../../../src-main/host/system-lock.ts";
import { idOf, temporaryFolder } from "../temporary.ts";
import {
  backupsOf,
  caseKey,
  chosen,
  contents,
  remove,
  root,
  type SmallVault,
  setsIn,
  smallVault,
  vaultJson,
} from "./small-vault.ts";

const [caseA, caseB, one, two] = [idOf("a"), idOf("b"), idOf("1"), idOf("2")];
const [objectE, objectD] = [idOf("e"), idOf("d")];
const segmentOne = `cases/${caseA}/journal/${one}.seg`;

/** A vault with two cases that was backed up once. */
async function backedUp(): Promise<{ vault: SmallVault; backups: BackupFiles; before: Record<string, string> }> {
  const vault = await smallVault();
  await vault.beginCase(caseA);
  await vault.append(caseA, one);
  await vault.keepObject(caseA, objectE);
  await vault.beginCase(caseB);
  await vault.append(caseB, two);
  const backups = await chosen(vault);
  expect((await backups.backUpNow()).problem).toBeNull();
  return { vault, backups, before: await contents(vault.data) };
}

async function newest(backups: BackupFiles, folder = "") {
  const found = await backups.openBackup(folder);
  return [found?.backup ?? "", found?.sets[0]?.id ?? ""] as const;
}

describe("a backup that is looked for", () => {
  it("is found from the folder that was chosen, and from those inside", async () => {
    const { vault, backups } = await backedUp();
    for (const folder of [vault.disk, join(vault.disk, "Folio backup"), root(vault.disk)]) {
      const found = await backups.openBackup(folder);
      expect(found?.folder).toBe(vault.disk);
      expect(found?.sets.map(({ caseIds }) => caseIds)).toEqual([[caseA, caseB]]);
    }
  });

  it("is said not to be there where there is none", async () => {
    const backups = backupsOf(await temporaryFolder(), await temporaryFolder());
    for (const folder of ["", "relative", "/no/such/folder"]) {
      await expect(backups.openBackup(folder)).rejects.toMatchObject({ code: "backup-not-found" });
    }
    expect(await backupsOf(await temporaryFolder(), null).openBackup("")).toBeNull();
  });

  it("gives its sealed keys", async () => {
    const { vault, backups } = await backedUp();
    const keys = await backups.readBackup(...(await newest(backups)));
    expect(keys.vault.main).toEqual(new Uint8Array(await vault.read("vault.json")));
    expect(keys.cases.map(({ id, keys: copies }) => [id, copies.length])).toEqual([
      [caseA, 2],
      [caseB, 2],
    ]);
  });

  it("names only handles and sets of its own", async () => {
    const { backups } = await backedUp();
    const [backup, set] = await newest(backups);
    for (const [handle, id] of [
      ["../..", set],
      [backup, "../.."],
      [backup, ""],
    ] as const) {
      await expect(backups.readBackup(handle, id)).rejects.toMatchObject({ code: "backup-not-found" });
    }
    await expect(backups.restoreCase(backup, set, "../..", null)).rejects.toMatchObject({ code: "host-refused" });
  });

  it.each(["manifest.json", "vault.json", `cases/${caseA}/key`, segmentOne])(
    "isn't offered where %s of its only set is damaged",
    async (path) => {
      const { vault, backups } = await backedUp();
      const [set = ""] = await setsIn(vault.disk);
      const file = join(root(vault.disk), "sets", set, path);
      const bytes = await readFile(file);
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      await writeFile(file, bytes);
      await expect(backups.openBackup("")).rejects.toMatchObject({ code: "backup-damaged" });
    },
  );

  it("follows no path that leads out of it, whoever wrote its list", async () => {
    const { vault, backups } = await backedUp();
    const [set = ""] = await setsIn(vault.disk);
    const file = join(root(vault.disk), "sets", set, "manifest.json");
    const { withSum } = await import("../../../src-main/host/backup/key-sums.ts");
    const text = (await readFile(file, "utf8")).replace(/,"sum":.*$/, "");
    await writeFile(file, withSum(text.replace('"vault.head"', '"../../vault.head"')));
    await expect(backups.openBackup("")).rejects.toMatchObject({ code: "backup-damaged" });
  });
});

describe("restoring a vault", () => {
  it("is refused where there is one", async () => {
    const { backups, vault, before } = await backedUp();
    await expect(backups.restoreVault(...(await newest(backups)))).rejects.toMatchObject({ code: "vault-there" });
    expect(await contents(vault.data)).toEqual(before);
  });

  it("takes nothing over from a set with an object that is damaged", async () => {
    const { vault } = await backedUp();
    const [pooled = ""] = await readdir(join(root(vault.disk), "objects", caseA));
    await writeFile(join(root(vault.disk), "objects", caseA, pooled), Buffer.alloc(2_000));
    const data = join(await temporaryFolder(), "restored");
    const backups = backupsOf(data, vault.disk);
    await expect(backups.restoreVault(...(await newest(backups)))).rejects.toMatchObject({ code: "backup-damaged" });
    expect(await contents(data)).toEqual({});
  });

  it("replaces key files of which neither copy holds, keeps those aside, and unites the cases that are here", async () => {
    const { vault, backups, before } = await backedUp();
    await vault.write("vault.json", "rot");
    await vault.write("vault.json.2", "rot");
    await remove(join(vault.data, segmentOne));
    await backups.restoreVault(...(await newest(backups)));
    const after = await contents(vault.data);
    expect(after).toMatchObject(before);
    expect(Object.keys(after).filter((path) => /^vault\.json(\.2)?\.\d+T\d+Z\.damaged$/.test(path))).toHaveLength(2);
  });

  it("is refused where a case that is here has another key", async () => {
    const { vault, backups } = await backedUp();
    await remove(join(vault.data, "vault.json"));
    await remove(join(vault.data, "vault.json.2"));
    await vault.write(`cases/${caseA}/key`, caseKey(caseA));
    await vault.write(`cases/${caseA}/key.2`, caseKey(caseA));
    await expect(backups.restoreVault(...(await newest(backups)))).rejects.toMatchObject({ code: "vault-there" });
  });

  it("goes on being backed up to the same folder, also from an older set", async () => {
    const { vault, backups } = await backedUp();
    await vault.append(caseA, one);
    await backups.backUpNow();
    const data = join(await temporaryFolder(), "restored");
    const again = backupsOf(data, vault.disk);
    const found = await again.openBackup("");
    await again.restoreVault(found?.backup ?? "", found?.sets[1]?.id ?? "");
    await again.chooseBackupFolder("");
    await appendFile(join(data, "cases", caseB, "journal", `${two}.seg`), "");
    expect(await again.backUpNow()).toMatchObject({ problem: null });
  });
});

describe("restoring a case", () => {
  it("adds one that isn't here, under the key that was given", async () => {
    const { vault, backups, before } = await backedUp();
    const other = await smallVault();
    await other.write("vault.json", vaultJson(1, idOf("9")));
    const into = backupsOf(other.data, vault.disk);
    const key = new TextEncoder().encode(caseKey(caseA));
    expect(await into.restoreCase(...(await newest(into)), caseA, key)).toBe("added");
    const after = await contents(other.data);
    expect(after[segmentOne]).toBe(before[segmentOne]);
    expect(new Uint8Array(await readFile(join(other.data, "cases", caseA, "key")))).toEqual(key);
    expect(await into.restoreCase(...(await newest(into)), caseA, key)).toBe("nothing-new");
    await backups.close();
  });

  it("unites: what is missing comes, the longer of two segments stays, and nothing here is changed", async () => {
    const { vault, backups } = await backedUp();
    await vault.append(caseA, two);
    await vault.keepObject(caseA, objectD, 1_500_000);
    await vault.write(`cases/${caseA}/heads/${two}`, "head");
    await backups.backUpNow();
    const whole = await contents(vault.data);
    await remove(join(vault.data, `cases/${caseA}/journal/${two}.seg`));
    await remove(join(vault.data, `cases/${caseA}/heads/${two}`));
    await remove(join(vault.data, `cases/${caseA}/objects/${objectD}`));
    const own = await vault.append(caseA, one);
    await vault.append(caseA, idOf("3"));
    const longer = await contents(vault.data);
    expect(await backups.restoreCase(...(await newest(backups)), caseA, null)).toBe("united");
    expect(await contents(vault.data)).toEqual({ ...whole, ...longer });
    expect(own.length).toBeGreaterThan(0);
    expect(await backups.restoreCase(...(await newest(backups)), caseA, null)).toBe("nothing-new");
  });

  it("brings back the end of a segment that lost it", async () => {
    const { vault, backups } = await backedUp();
    await vault.append(caseA, one);
    await backups.backUpNow();
    const whole = await contents(vault.data);
    await truncate(join(vault.data, segmentOne), 350);
    expect(await backups.restoreCase(...(await newest(backups)), caseA, null)).toBe("united");
    expect(await contents(vault.data)).toEqual(whole);
  });

  it.each([
    ["a frame", 50],
    ["the last frame's tag", -1],
  ])("heals a segment in which %s was damaged, with what was added to it since, and keeps it beside", async (_, at) => {
    const { vault, backups } = await backedUp();
    const backedUpBytes = (await vault.read(segmentOne)).length;
    await vault.append(caseA, one);
    const whole = await contents(vault.data);
    const bytes = await vault.read(segmentOne);
    const place = at < 0 ? backedUpBytes + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    await vault.write(segmentOne, bytes);
    expect(await backups.restoreCase(...(await newest(backups)), caseA, null)).toBe("united");
    const aside = Object.entries(await contents(vault.data)).filter(([path]) => path.endsWith(".damaged"));
    expect(aside).toHaveLength(1);
    expect(await vault.read(aside[0]?.[0] ?? "")).toEqual(bytes);
    expect(await contents(vault.data)).toEqual({ ...whole, ...Object.fromEntries(aside) });
    expect(await backups.restoreCase(...(await newest(backups)), caseA, null)).toBe("nothing-new");
  });

  it("heals a segment that lost some bytes in its middle, and loses nothing that was added since", async () => {
    const { vault, backups } = await backedUp();
    await vault.append(caseA, one);
    const whole = await vault.read(segmentOne);
    await vault.write(segmentOne, Buffer.concat([whole.subarray(0, 100), whole.subarray(130)]));
    expect(await backups.restoreCase(...(await newest(backups)), caseA, null)).toBe("united");
    expect(await vault.read(segmentOne)).toEqual(whole);
  });

  it("touches nothing where the same writer's segments have parted and the set was doubtful itself", async () => {
    const { vault, backups } = await backedUp();
    const bytes = await vault.read(segmentOne);
    bytes[50] = (bytes[50] ?? 0) ^ 1;
    await vault.write(segmentOne, bytes);
    expect((await backups.backUpNow()).problem).toBe("journal-damaged");
    bytes[51] = (bytes[51] ?? 0) ^ 1;
    await vault.write(segmentOne, bytes);
    const before = await contents(vault.data);
    const found = await backups.openBackup("");
    const doubtful = found?.sets.find((set) => set.doubtful !== undefined);
    const restoring = backups.restoreCase(found?.backup ?? "", doubtful?.id ?? "", caseA, null);
    await expect(restoring).rejects.toMatchObject({ code: "backup-damaged" });
    expect(await contents(vault.data)).toEqual(before);
  });

  it("touches nothing where a segment has become another one, and what was added since can't be told", async () => {
    const { vault, backups } = await backedUp();
    await vault.write(segmentOne, Buffer.alloc(5_000, 7));
    const before = await contents(vault.data);
    const restoring = backups.restoreCase(...(await newest(backups)), caseA, null);
    await expect(restoring).rejects.toMatchObject({ code: "backup-damaged" });
    expect(await contents(vault.data)).toEqual(before);
  });

  it("heals a damaged object and a damaged key, and keeps what was damaged beside", async () => {
    const { vault, backups, before } = await backedUp();
    await vault.write(`cases/${caseA}/objects/${objectE}`, "cut");
    await vault.write(`cases/${caseA}/key`, "");
    await vault.write(`cases/${caseA}/key.2`, "");
    expect(await backups.restoreCase(...(await newest(backups)), caseA, null)).toBe("united");
    const after = await contents(vault.data);
    expect(after).toMatchObject(before);
    expect(Object.keys(after).filter((path) => path.endsWith(".damaged"))).toHaveLength(3);
  });

  it("is refused while the case is open anywhere", async () => {
    const { vault, backups, before } = await backedUp();
    const lock = await takeSystemLock(join(vault.data, "cases", caseA), "case");
    const restoring = backups.restoreCase(...(await newest(backups)), caseA, null);
    await expect(restoring).rejects.toMatchObject({ code: "case-open-elsewhere" });
    await lock?.release();
    expect(await contents(vault.data)).toEqual(before);
  });

  it("brings back nothing that was erased here, from a copy of the backup that erasing never reached", async () => {
    const { vault } = await backedUp();
    const note = { format: "folio-erased", version: 1, whole: false, writers: [one], objects: [objectE] };
    await vault.write(`cases/${caseA}/erased.json`, JSON.stringify(note));
    await vault.write(`cases/${caseB}/erased.json`, JSON.stringify({ ...note, whole: true }));
    for (const path of [segmentOne, `cases/${caseA}/objects/${objectE}`, `cases/${caseB}/journal`]) {
      await remove(join(vault.data, path));
    }
    await mkdir(join(vault.data, "cases", caseA, "journal"), { recursive: true });
    const before = await contents(vault.data);
    const unaware = backupsOf(vault.data, vault.disk);
    for (const caseId of [caseA, caseB]) {
      expect(await unaware.restoreCase(...(await newest(unaware)), caseId, null)).toBe("nothing-new");
    }
    expect(await contents(vault.data)).toEqual(before);
  });
});
