import { Problem } from "#core/problems.ts";
import { type BagReport, type CheckedBag, checkBag } from "#core/vault/bundle/check-bag.ts";
import type { BagSource } from "#core/vault/bundle/gather-bag.ts";
import { bagFolder, fileSource } from "./bag-files.ts";
import type { Findings, ToVerify, Verified } from "./verify-findings.ts";

/** A bag (RFC 8493), ours or anybody's, as a folder. It needs no passphrase. */
export function verifyBagFolder({ path, head }: ToVerify, found: Findings): Promise<Verified> {
  return verifyOne(path, bagFolder(path), head, found);
}

/** A bag in a tar file. */
export async function verifyBagTar({ path, head }: ToVerify, found: Findings): Promise<Verified> {
  const { stream } = await fileSource(path);
  return verifyOne(path, { kind: "tar", stream }, head, found);
}

async function verifyOne(path: string, source: BagSource, head: string | null, found: Findings): Promise<Verified> {
  const checked = await checkOrNull(source, found);
  if (checked === null) return { kind: "bag", lines: [], heads: {} };
  sayReport(checked.report, found);
  const labels = new Map(checked.labels);
  const [id, own] = [labels.get("External-Identifier"), labels.get("Folio-Head")];
  const heads = id === undefined || own === undefined ? {} : { [id]: own };
  if (head !== null && own !== head) found.add("damage", "bag-wrong", path, "This bag was not made under that head.");
  return { kind: "bag", lines: [`${checked.files.size} files`], heads };
}

async function checkOrNull(source: BagSource, found: Findings): Promise<CheckedBag | null> {
  try {
    return await checkBag(source, () => null);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "bag-wrong") throw error;
    found.add("damage", "bag-wrong", error.detail);
    return null;
  }
}

function sayReport({ problems, warnings }: BagReport, found: Findings): void {
  for (const problem of problems) found.add("damage", "bag-wrong", problem, "This is not what a sound bag has.");
  for (const warning of warnings) found.add("note", "bag-wrong", warning, "Allowed, but best avoided.");
}
