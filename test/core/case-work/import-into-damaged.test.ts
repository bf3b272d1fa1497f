import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readObject } from "#core/case-work/case-objects.ts";
import { readHistory } from "#core/case-work/history.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { pair, sourceOf } from "../vault/bundle/small-bags.ts";
import { bundleOf } from "./bundle-kit.ts";
import { alter, begunCase, filesOf, now, openVault, wanting, withLetter } from "./vault-kit.ts";

/* A case file that lost something here is made whole from a bundle of it, and loses nothing more by that. */

const secret = { identities: [pair.identity] };

/** A case with a bundle of it, and one more letter since. */
async function handedOver() {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const vault = await openVault();
  let kept = await withLetter(await begunCase(host, vault), "first");
  for (const want of ["an apology", "an answer"]) kept = await wanting(kept, want);
  const bundle = sourceOf(await bundleOf(kept));
  kept = await withLetter(kept, "second");
  await closeKept(kept);
  const caseId = kept.file.id;
  const takeOver = () => importBundle(host, vault, bundle, secret, { now });
  return { folder, host, vault, kept, caseId, takeOver, history: await readHistory(kept) };
}

test("a line that was damaged comes back from the bundle, whose other lines are no other history", async () => {
  const { folder, host, vault, kept, caseId, takeOver, history } = await handedOver();
  // within the second frame, which a letter's dates make the largest
  for (const path of filesOf(folder, caseId, "journal")) {
    alter(path, (bytes) => bytes.map((byte, at) => (at === 1200 ? byte ^ 1 : byte)));
  }
  const damaged = await openCase(host, vault, caseId, { readOnly: true });
  expect((await readHistory(damaged.kept)).length).toBeLessThan(history.length);
  expect((await takeOver()).kind).toBe("united");
  const { kept: whole } = await openCase(host, vault, caseId, { readOnly: true });
  expect(whole.file).toEqual(kept.file);
  expect((await readHistory(whole)).map(({ line }) => line)).toEqual(history.map(({ line }) => line));
});

test("where the journal is gone, what is left of the case is not erased: a backup's journal may name it", async () => {
  const { folder, host, vault, kept, caseId, takeOver } = await handedOver();
  const [segment = ""] = filesOf(folder, caseId, "journal");
  const objects = filesOf(folder, caseId, "objects");
  const aside = join(folder, "aside.seg");
  copyFileSync(segment, aside);
  rmSync(segment);
  expect((await takeOver()).kind).toBe("united");
  expect(filesOf(folder, caseId, "objects")).toEqual(expect.arrayContaining([...objects]));
  copyFileSync(aside, segment);
  const { kept: whole, notes } = await openCase(host, vault, caseId, { readOnly: true });
  expect([whole.file, notes]).toEqual([kept.file, []]);
  for (const { files } of whole.file.exhibits) await readObject(whole, files[0]?.object ?? "");
});
