import { expect, test } from "vitest";
import { changeAllKeys, resumeKeyChange } from "#core/case-work/change-all-keys.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import { createVault, unlockVault } from "#core/vault/vault.ts";
import { bytesOf, hostOn, temporaryFolder } from "../../host/temporary.ts";
import { pair, sourceOf } from "../vault/bundle/small-bags.ts";
import { bundleOf, filledCase } from "./bundle-kit.ts";
import { begunCase, now, openVault } from "./vault-kit.ts";

/* One window was unlocked before another one changed all keys: what it seals under the earlier ones opens never again. */

const kdf = async (passphrase: string) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(passphrase)));
const old = { kind: "passphrase", passphrase: "old" } as const;
const next = { kind: "passphrase", passphrase: "next" } as const;
const changed = { code: "keys-changed-elsewhere" };

async function staleVault() {
  const host = hostOn(await temporaryFolder());
  const { vault } = await createVault(host, old.passphrase, kdf);
  const stale = (await unlockVault(host, old, kdf)).vault;
  const change = (by: Host) => changeAllKeys(by, vault, old, next.passphrase, kdf, () => undefined);
  const unlock = async () => (await unlockVault(host, next, kdf)).vault;
  return { host, stale, change, unlock };
}

test("a case that is begun under earlier keys is refused, and nothing is left of it", async () => {
  const { host, stale, change } = await staleVault();
  await change(host);
  await expect(begunCase(host, stale)).rejects.toMatchObject(changed);
  expect(await host.listCases()).toEqual([]);
});

test("a bundle that is taken over under earlier keys is refused, and can be taken over under the new ones", async () => {
  const { host, stale, change, unlock } = await staleVault();
  const there = await openVault();
  const kept = await filledCase(hostOn(await temporaryFolder()), there);
  const bundle = sourceOf(await bundleOf(kept));
  const secret = { identities: [pair.identity] };
  await change(host);
  await expect(importBundle(host, stale, bundle, secret, { now })).rejects.toMatchObject(changed);
  expect(await host.listCases()).toEqual([]);
  const vault = await unlock();
  expect((await importBundle(host, vault, bundle, secret, { now })).kind).toBe("added");
  expect((await openCase(host, vault, kept.file.id)).kept.file).toEqual(kept.file);
});

test("a change of all keys finds the case that was begun while it looked, and ends only with it", async () => {
  const { host, stale, change, unlock } = await staleVault();
  let begun: Awaited<ReturnType<typeof begunCase>> | null = null;
  // the other window begins its case after this one has listed all there are, and before it writes the new key files
  const other: Host = {
    ...host,
    writeKeyFiles: async (...files) => {
      begun ??= await begunCase(host, stale);
      await host.writeKeyFiles(...files);
    },
  };
  await expect(change(other)).rejects.toMatchObject({ code: "case-open-elsewhere" });
  if (begun === null) throw new Error("no case was begun");
  const { file } = begun as Awaited<ReturnType<typeof begunCase>>;
  await closeKept(begun);
  const vault = await unlock();
  expect((await resumeKeyChange(host, vault, () => undefined)).left).toEqual([]);
  expect((await openCase(host, await unlock(), file.id)).kept.file).toEqual(file);
});
