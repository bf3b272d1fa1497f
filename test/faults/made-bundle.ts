import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { beginCase } from "#core/case-work/begin-case.ts";
import { exportBundle } from "#core/case-work/export-bundle.ts";
import { newId } from "#core/case-work/kept-case.ts";
import { closeKept } from "#core/case-work/open-case.ts";
import { joinBytes } from "#core/model/bytes.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { createVault } from "#core/vault/vault.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { fastKdf } from "../core/vault/key-disk.ts";
import { keepCall, keepLetter, letterBytes } from "./sealed-numbered.ts";

/** A bundle of a case of another vault, in memory: two call notes and a letter of 100 KB. */
export async function madeBundle() {
  const folder = await mkdtemp(join(tmpdir(), "folio-bundle-"));
  const host = nodeHost({ dataFolder: folder, version: "", kind: "command-line" });
  try {
    const { vault } = await createVault(host, "of somebody else", fastKdf);
    let kept = await beginCase(host, vault, { name: "Bundled", person: unknownPerson }, new Date());
    kept = await keepCall(await keepCall(kept, newId()), newId());
    kept = (await keepLetter(kept, "bundled", letterBytes(1, 100_000))).kept;
    const identity = await generateIdentity();
    const lock = { recipients: [await identityToRecipient(identity)] };
    const parts: Uint8Array[] = [];
    for await (const part of exportBundle(kept, { lock, madeAt: new Date() })) parts.push(part);
    await closeKept(kept);
    const bytes = joinBytes(parts);
    const source = { sizeBytes: bytes.length, stream: () => new Blob([bytes]).stream() };
    return { source, secret: { identities: [identity] }, caseId: kept.file.id, calls: kept.file.calls.length };
  } finally {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}
