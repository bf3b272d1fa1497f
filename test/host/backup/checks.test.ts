import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinBytes } from "#core/model/bytes.ts";
import { walkFrames } from "../../../src-main/host/backup/frame-walk.ts";
import { caseKeyHolds, vaultSaid } from "../../../src-main/host/backup/key-sums.ts";
import { decodeManifest, encodeManifest, type Manifest } from "../../../src-main/host/backup/manifest.ts";
import { bytesOf, idOf, temporaryFolder } from "../temporary.ts";
import { caseKey, frameOf, hash, vaultId, vaultJson } from "./small-vault.ts";

async function walk(bytes: Uint8Array) {
  const path = join(await temporaryFolder(), "segment");
  await writeFile(path, bytes);
  const handle = await open(path, "r");
  try {
    return await walkFrames(handle, bytes.length);
  } finally {
    await handle.close();
  }
}

describe("a segment without its key", () => {
  const frames = [frameOf(28), frameOf(500), frameOf(1_200_000), frameOf(40)];
  const whole = joinBytes(frames);
  const ends = frames.map((_, at) => joinBytes(frames.slice(0, at + 1)).length);

  it("holds together to its last whole frame, wherever it is cut", async () => {
    const cuts = [0, 1, 3, 4, 11, 12, 39, 40, 41, 60, 552, 553, 700_000, whole.length - 1, whole.length];
    for (const cut of cuts) {
      const keepBytes = Math.max(0, ...ends.filter((end) => end <= cut));
      expect(await walk(whole.subarray(0, cut))).toEqual({ keepBytes, damaged: false });
    }
  });

  it("holds together up to room that a power cut left unfilled", async () => {
    for (const zeros of [1, 12, 5_000, 1_100_000]) {
      const kept = { keepBytes: whole.length, damaged: false };
      expect(await walk(joinBytes([whole, new Uint8Array(zeros)]))).toEqual(kept);
    }
    const between = joinBytes([whole, new Uint8Array(50), frameOf(28)]);
    expect(await walk(between)).toEqual({ keepBytes: between.length, damaged: true });
  });

  it("is damaged by any change to a header, and then kept to its last byte", async () => {
    for (const at of [0, 3, 4, 7, 8, 11, (ends[0] ?? 0) + 5, (ends[2] ?? 0) + 1]) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect(await walk(changed)).toEqual({ keepBytes: whole.length, damaged: true });
    }
  });

  it("is damaged where a frame was cut in the middle", async () => {
    const cut = joinBytes([whole.subarray(0, 300), ...frames.slice(3)]);
    expect(await walk(cut)).toEqual({ keepBytes: cut.length, damaged: true });
  });
});

describe("key files without a key", () => {
  it("hold as they were written, and not with any byte changed", () => {
    const [vault, key] = [bytesOf(vaultJson(7)), bytesOf(caseKey(idOf("a")))];
    expect(vaultSaid(vault)).toEqual({ vault: vaultId, generation: 7 });
    expect(caseKeyHolds(key)).toBe(true);
    for (let at = 0; at < vault.length; at += 1) {
      expect(vaultSaid(vault.map((byte, place) => (place === at ? byte ^ 1 : byte)))).toBeNull();
    }
    for (let at = 0; at < key.length; at += 1) {
      expect(caseKeyHolds(key.map((byte, place) => (place === at ? byte ^ 1 : byte)))).toBe(false);
    }
  });

  it("of a newer version are left to a newer Folio, not called damaged", () => {
    const newer = bytesOf(JSON.stringify({ format: "folio-vault", version: 2, vault: vaultId, other: true }));
    expect(vaultSaid(newer)).toEqual({ vault: vaultId, generation: 0 });
  });

  it("are nothing where there is nothing", () => {
    expect(vaultSaid(null)).toBeNull();
    expect(vaultSaid(bytesOf(""))).toBeNull();
    expect(caseKeyHolds(bytesOf("[]"))).toBe(false);
  });
});

describe("a set's list", () => {
  const manifest: Manifest = {
    vault: vaultId,
    at: "2026-11-23T12:00:00.000Z",
    doubtful: null,
    files: [{ path: `cases/${idOf("a")}/journal/${idOf("1")}.seg`, sizeBytes: 7, sha256: hash("x") }],
    objects: [{ caseId: idOf("a"), id: idOf("e"), sizeBytes: 17, sha256: hash("y"), changedMillis: 5 }],
  };

  it("comes back as it was written, and not with any byte changed", () => {
    const bytes = encodeManifest(manifest);
    expect(decodeManifest(bytes)).toEqual(manifest);
    for (let at = 0; at < bytes.length; at += 1) {
      expect(decodeManifest(bytes.map((byte, place) => (place === at ? byte ^ 4 : byte)))).toBeNull();
    }
  });

  it("names no file but ours, inside the data folder", () => {
    const wrong = fc.oneof(
      fc.constantFrom("../vault.json", "/etc/passwd", "cases", `cases/${idOf("a")}/drafts/${idOf("d")}`, "backup.json"),
      fc.string(),
      fc.constant(`cases/${idOf("a")}/journal/../../../${idOf("1")}.seg`),
      fc.constant(`cases/${idOf("A")}/key`),
    );
    fc.assert(
      fc.property(wrong, (path) => {
        const files = [{ path, sizeBytes: 1, sha256: hash("") }];
        expect(decodeManifest(encodeManifest({ ...manifest, files }))).toBeNull();
      }),
    );
  });
});
