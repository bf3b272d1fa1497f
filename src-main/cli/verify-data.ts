import { readLines } from "#core/case-work/history.ts";
import type { HistoryOf } from "#core/case-work/known-head.ts";
import { openCase } from "#core/case-work/open-case.ts";
import { verifyCase } from "#core/case-work/verify-case.ts";
import type { KeyFiles } from "#core/host.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import { checkKeyFiles, type OpenVault, unlockKeyFiles } from "#core/vault/vault.ts";
import type { NodeHost } from "../host/node-host.ts";
import { argon2idNatively } from "./derive-natively.ts";
import { withHost } from "./open-data.ts";
import { presentSecret } from "./secrets.ts";
import type { Findings, ToVerify, Verified } from "./verify-findings.ts";
import { verifyHead } from "./verify-head.ts";

/** A data folder: its key files, then everything of every case. Nothing is mended: that is what opening does. */
export function verifyData({ path, values, head }: ToVerify, found: Findings): Promise<Verified> {
  return withHost(path, async (host) => {
    const vault = await verifyKeys(host, { values }, found);
    if (vault === null) return { kind: "data", lines: [], heads: {} };
    const lines: string[] = [];
    const heads: Record<string, string> = {};
    for (const { id } of await host.listCases()) {
      const checked = await orDamage(`cases/${id}`, found, () =>
        verifyCase(host, vault, id, ({ level, what, where }) => found.add(level, what, `cases/${id}/${where}`)),
      );
      if (checked === null) continue;
      const { frames, objects, bytes } = checked;
      heads[id] = checked.head;
      lines.push(`case ${id}: ${frames} lines, ${objects} objects, ${(bytes / 1_000_000).toFixed(1)} MB`);
    }
    if (head !== null && !Object.values(heads).includes(head)) {
      verifyHead(head, await historiesOf(host, vault, Object.keys(heads)), found);
    }
    return { kind: "data", lines, heads };
  });
}

/**
 * @returns null where no copy of the key file opens, which is damage and said
 * @throws {Problem} `wrong-passphrase`, `wrong-recovery-words`, `vault-missing`, `vault-newer`
 */
async function verifyKeys(
  host: NodeHost,
  { values }: Pick<ToVerify, "values">,
  found: Findings,
): Promise<OpenVault | null> {
  const files = await host.readKeyFiles();
  const seen = new Set<ProblemCode>(checkKeyFiles(files));
  const opened = await presentSecret(values).then((secret) =>
    unlockKeyFiles(files, secret, argon2idNatively).catch((error: unknown) => {
      if (!(error instanceof Problem) || !keysAreDamaged.has(error.code)) throw error;
      seen.add(error.code);
      return null;
    }),
  );
  for (const code of opened?.notes ?? []) seen.add(code);
  for (const code of seen) found.add("damage", code, keyFileOf(code, files));
  return opened?.vault ?? null;
}

/** Which of the key files a finding is about. */
function keyFileOf(code: ProblemCode, { main, head }: KeyFiles): string {
  if (code === "vault-head-damaged") return "vault.head";
  if (code !== "vault-copy-damaged") return "vault.json";
  const isMainSound = checkKeyFiles({ main, copy: main, head }).every((one) => one === "vault-head-damaged");
  return isMainSound ? "vault.json.2" : "vault.json";
}

const keysAreDamaged: ReadonlySet<ProblemCode> = new Set(["vault-damaged", "vault-tampered", "vault-weakened"]);

/** What can't be opened at all is damage like any other: the cases beside it are looked at all the same. */
async function orDamage<T>(where: string, found: Findings, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "journal-newer") throw error;
    found.add("damage", error.code, where);
    return null;
  }
}

async function historiesOf(host: NodeHost, vault: OpenVault, ids: readonly string[]) {
  const histories: Record<string, readonly HistoryOf[]> = {};
  for (const id of ids) {
    const { kept } = await openCase(host, vault, id, { readOnly: true });
    histories[id] = await readLines(kept);
  }
  return histories;
}
