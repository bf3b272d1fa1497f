import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { pair, sourceOf } from "../vault/bundle/small-bags.ts";
import { now, openVault } from "./vault-kit.ts";

const read = (name: string) => readFile(join(import.meta.dirname, "..", "..", "fixtures", "bundle", name));

test.each([
  ["version-1-key.folio", { identities: [pair.identity] }],
  ["version-1-passphrase.folio", { passphrase: "four words of ours" }],
])("%s, made by version 1, opens as it was", async (name, secret) => {
  const host = hostOn(await temporaryFolder());
  const vault = await openVault();
  const { head, file } = JSON.parse((await read("version-1.json")).toString());
  const taken = await importBundle(host, vault, sourceOf(new Uint8Array(await read(name))), secret, { now });
  expect(taken).toEqual({ caseId: file.id, kind: "added", head });
  const { kept } = await openCase(host, vault, file.id);
  expect(JSON.parse(JSON.stringify(kept.file))).toEqual(file);
  await closeKept(kept);
});
