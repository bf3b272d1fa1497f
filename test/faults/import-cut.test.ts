import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { describe, expect, it } from "vitest";
import { beginCase } from "#core/case-work/begin-case.ts";
import { exportBundle } from "#core/case-work/export-bundle.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { newId } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import { joinBytes } from "#core/model/bytes.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { Problem } from "#core/problems.ts";
import { createVault } from "#core/vault/vault.ts";
import { fastKdf } from "../core/vault/key-disk.ts";
import { hostOn, temporaryFolder } from "../host/temporary.ts";
import { callsLost, keepCall } from "./sealed-numbered.ts";

/** A case whose folder went by mishap, with a bundle and a backup that hold it. */
async function lostCase() {
  const folder = await temporaryFolder();
  const host = hostOn(join(folder, "data"));
  const { vault } = await createVault(host, "plum", fastKdf);
  const call = newId();
  const kept = await keepCall(await beginCase(host, vault, { name: "Lost", person: unknownPerson }, new Date()), call);
  const identity = await generateIdentity();
  const lock = { recipients: [await identityToRecipient(identity)] };
  const parts: Uint8Array[] = [];
  for await (const part of exportBundle(kept, { lock, madeAt: new Date() })) parts.push(part);
  await closeKept(kept);
  const backups = join(folder, "backups");
  await mkdir(backups);
  await host.chooseBackupFolder(backups);
  expect((await host.backUpNow()).problem).toBeNull();
  await rm(join(folder, "data/cases", kept.file.id), { recursive: true });
  const bytes = joinBytes(parts);
  const source = { sizeBytes: bytes.length, stream: () => new Blob([bytes]).stream() };
  const taken = (onto: Host) => importBundle(onto, vault, source, { identities: [identity] }, { now: new Date() });
  return { host, vault, caseId: kept.file.id, call, backups, taken };
}

const full = async () => {
  throw new Problem("disk-full");
};

describe("an import that fails", () => {
  it("leaves the backups what they are: they may hold the only copy", async () => {
    const { host, caseId, backups, taken } = await lostCase();
    await expect(taken({ ...host, finishWrite: full })).rejects.toMatchObject({ code: "disk-full" });
    const sets = (await host.openBackup(backups))?.sets ?? [];
    expect(sets.some(({ caseIds }) => caseIds.includes(caseId))).toBe(true);
    expect(await host.listCases()).toEqual([]);
  });

  it("keeps the next try out by nothing, where nothing could be cleared away either", async () => {
    const { host, vault, caseId, call, taken } = await lostCase();
    const refusing = { ...host, finishWrite: full, eraseParts: full, eraseCase: full };
    await expect(taken(refusing)).rejects.toMatchObject({ code: "disk-full" });
    expect((await taken(host)).kind).toBe("added");
    const { kept, notes } = await openCase(host, vault, caseId);
    expect([callsLost(kept, [call]), notes]).toEqual([[], []]);
    await closeKept(kept);
  });
});
