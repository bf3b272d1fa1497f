import { cp, mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { addErased } from "../../../src-main/host/backup/erased-parts.ts";
import { placeIn } from "../../../src-main/host/backup/layout.ts";
import { erasedHere, isDone, readPlaceErased } from "../../../src-main/host/backup/place-erased.ts";
import { idOf, temporaryFolder } from "../temporary.ts";
import {
  backupsOf,
  chosen,
  contents,
  remove,
  restoredFrom,
  root,
  type SmallVault,
  setsIn,
  smallVault,
  vaultId,
} from "./small-vault.ts";

const [caseA, caseB, one, two, three] = [idOf("a"), idOf("b"), idOf("1"), idOf("2"), idOf("3")];
const [objectE, objectD] = [idOf("e"), idOf("d")];

/** Two cases, backed up three times while they grew. */
async function grown(vault: SmallVault) {
  await vault.beginCase(caseA);
  await vault.beginCase(caseB);
  await vault.keepObject(caseA, objectE);
  await vault.keepObject(caseA, objectD);
  const backups = await chosen(vault);
  for (let count = 0; count < 3; count += 1) {
    await vault.append(caseA, one);
    await vault.append(caseB, two);
    expect((await backups.backUpNow()).problem).toBeNull();
  }
  return backups;
}

/** As the host does it: a compacted segment stands in for an erased one. */
async function eraseHere(vault: SmallVault): Promise<void> {
  await vault.append(caseA, three);
  await addErased(join(vault.data, "cases", caseA), { whole: false, writers: [one], objects: [objectE] });
  await remove(join(vault.data, "cases", caseA, "journal", `${one}.seg`));
  await remove(join(vault.data, "cases", caseA, "objects", objectE));
}

async function pathsIn(disk: string): Promise<readonly string[]> {
  return Object.keys(await contents(root(disk)));
}

describe("erasing for good", () => {
  it("leaves nothing of the parts in any set, and all else", async () => {
    const vault = await smallVault();
    const backups = await grown(vault);
    await eraseHere(vault);
    expect(await backups.erase(caseA, { writers: [one], objects: [objectE] })).toBe("erased");
    const paths = await pathsIn(vault.disk);
    expect(paths.filter((path) => path.includes(`${one}.seg`) || path.includes(objectE))).toEqual([]);
    expect(paths.filter((path) => path.includes(`${two}.seg`))).toHaveLength((await setsIn(vault.disk)).length);
    expect(await backups.backupState()).toMatchObject({ problem: null });
    expect(await contents(await restoredFrom(vault.disk))).toEqual(await contents(vault.data));
    expect((await backups.openBackup(""))?.sets.length).toBe((await setsIn(vault.disk)).length);
  });

  it("of a whole case leaves only the note of it", async () => {
    const vault = await smallVault();
    const backups = await grown(vault);
    for (const name of await readdir(join(vault.data, "cases", caseA))) {
      await remove(join(vault.data, "cases", caseA, name));
    }
    await addErased(join(vault.data, "cases", caseA), { whole: true, writers: [], objects: [] });
    expect(await backups.erase(caseA, "whole")).toBe("erased");
    const left = (await pathsIn(vault.disk)).filter((path) => path.includes(caseA));
    expect(left.filter((path) => !path.endsWith(`${caseA}/erased.json`))).toEqual([]);
    const restored = await restoredFrom(vault.disk);
    expect(await contents(restored)).toEqual(await contents(vault.data));
    const again = backupsOf(restored, vault.disk);
    const found = await again.openBackup("");
    expect(found?.sets.every(({ caseIds }) => !caseIds.includes(caseA))).toBe(true);
  });

  it("has nothing to do where there never was a backup", async () => {
    const vault = await smallVault();
    expect(await backupsOf(vault.data, null).erase(caseA, "whole")).toBe("none");
  });

  it("waits for a disk that isn't there, and is done once it is seen again", async () => {
    const vault = await smallVault();
    const backups = await grown(vault);
    await rename(join(vault.disk, "Folio backup"), join(vault.disk, "unplugged"));
    await eraseHere(vault);
    expect(await backups.erase(caseA, { writers: [one], objects: [objectE] })).toBe("waiting");
    expect(await backups.backupState()).toMatchObject({ problem: "backup-missing", behind: true });
    expect(await readdir(vault.disk)).toEqual(["unplugged"]);
    await rename(join(vault.disk, "unplugged"), join(vault.disk, "Folio backup"));
    expect(await backups.backUpNow()).toMatchObject({ problem: null });
    expect((await pathsIn(vault.disk)).filter((path) => path.includes(objectE))).toEqual([]);
  });

  it("reaches folders that were chosen before, once what is left was backed up there", async () => {
    const vault = await smallVault();
    const backups = await grown(vault);
    const other = await temporaryFolder();
    await backups.chooseBackupFolder(other);
    await backups.backUpNow();
    await eraseHere(vault);
    expect(await backups.erase(caseA, { writers: [one], objects: [objectE] })).toBe("erased");
    for (const disk of [vault.disk, other]) {
      expect((await pathsIn(disk)).filter((path) => path.includes(`${one}.seg`))).toEqual([]);
      expect(await contents(await restoredFrom(disk))).toEqual(await contents(vault.data));
    }
  });

  it("is passed over by restoring, where a cleaning was killed before it began", async () => {
    const vault = await smallVault();
    const backups = await grown(vault);
    const copy = await temporaryFolder();
    await cp(join(vault.disk, "Folio backup"), join(copy, "Folio backup"), { recursive: true });
    await eraseHere(vault);
    await backups.erase(caseA, { writers: [one], objects: [objectE] });
    await cp(join(root(vault.disk), "erased.json"), join(root(copy), "erased.json"));
    const restored = await contents(await restoredFrom(copy));
    expect(Object.keys(restored).filter((path) => path.includes(one) || path.includes(objectE))).toEqual([]);
  });

  it("goes on by itself at the next start, where it was killed before the backups were cleaned", async () => {
    const vault = await smallVault();
    const backups = await grown(vault);
    await addErased(join(vault.data, "cases", caseA), { whole: true, writers: [], objects: [] });
    await remove(join(vault.data, "cases", caseA, "journal"));
    await backups.close();
    const next = backupsOf(vault.data, vault.disk, { afterChangeMillis: 1, betweenMillis: 1 });
    await next.ready;
    const done = async () => isDone(await readPlaceErased(placeIn(vault.disk, vaultId)), await erasedHere(vault.data));
    for (let tries = 0; tries < 200 && !(await done()); tries += 1) await wait(10);
    await next.close();
    expect((await pathsIn(vault.disk)).filter((path) => path.includes(`${one}.seg`))).toEqual([]);
  });

  it("counts no longer once the case is taken over again", async () => {
    const vault = await smallVault();
    const backups = await grown(vault);
    await remove(join(vault.data, "cases", caseA));
    await addErased(join(vault.data, "cases", caseA), { whole: true, writers: [], objects: [] });
    await backups.erase(caseA, "whole");
    await remove(join(vault.data, "cases", caseA));
    await mkdir(join(vault.data, "cases", caseA));
    await vault.beginCase(caseA);
    await vault.append(caseA, three);
    expect((await backups.backUpNow()).problem).toBeNull();
    expect(await contents(await restoredFrom(vault.disk))).toEqual(await contents(vault.data));
  });
});
