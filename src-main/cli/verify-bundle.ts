import { checkBundle } from "#core/case-work/read-bundle.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import { openBundle } from "#core/vault/bundle/open-bundle.ts";
import { fileSource } from "./bag-files.ts";
import { bundleSecret } from "./bundle-secret.ts";
import { scryptNatively } from "./derive-natively.ts";
import type { Findings, ToVerify, Verified } from "./verify-findings.ts";
import { verifyHead } from "./verify-head.ts";

/** A bundle, read from end to end: the lock, the bag, the history, and every original in it. */
export async function verifyBundle({ path, values, head }: ToVerify, found: Findings): Promise<Verified> {
  const source = await fileSource(path);
  const secret = await bundleSecret(values);
  try {
    const bundle = await checkBundle(openBundle(source, secret, scryptNatively));
    const { caseId, file, lines } = bundle;
    if (head !== null && head !== bundle.head) verifyHead(head, { [caseId]: lines }, found);
    const counted = `case ${caseId}: ${lines.length} lines, ${file.exhibits.length} letters, ${bundle.objects.size} files`;
    return { kind: "bundle", lines: [counted], heads: { [caseId]: bundle.head } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "bundle-wrong-secret") throw new Problem(error.code, "", { cause: error, where: [orDamaged] });
    if (!isDamaged.has(error.code)) throw error;
    for (const where of error.where.length === 0 ? [path] : error.where) found.add("damage", error.code, where);
    return { kind: "bundle", lines: [], heads: {} };
  }
}

const orDamaged = "Or its first lines, which say how it is locked, are damaged: that looks the same.";

const isDamaged: ReadonlySet<ProblemCode> = new Set(["bundle-damaged", "bundle-unknown", "bag-wrong"]);
