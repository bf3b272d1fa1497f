import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { caseHead } from "#core/case-work/history.ts";
import { openCase } from "#core/case-work/open-case.ts";
import { verifyCase } from "#core/case-work/verify-case.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { argon2id } from "#core/vault/kdf.ts";
import { type Secret, unlockVault } from "#core/vault/vault.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";

interface Frozen {
  readonly passphrase: string;
  readonly words: string;
  readonly head: string;
  readonly file: CaseFile;
}

const fixtures = join(import.meta.dirname, "../../fixtures/vault");

test("a data folder of version 1 opens with its passphrase and with its words, sound and the same", async () => {
  const frozen = JSON.parse(await readFile(join(fixtures, "version-1.json"), "utf8")) as Frozen;
  const secrets: readonly Secret[] = [
    { kind: "passphrase", passphrase: frozen.passphrase },
    { kind: "recovery", words: frozen.words },
  ];
  for (const secret of secrets) {
    const data = await temporaryFolder();
    await cp(join(fixtures, "version-1"), data, { recursive: true });
    const host = hostOn(data);
    const { vault, notes } = await unlockVault(host, secret, argon2id);
    const opened = await openCase(host, vault, frozen.file.id);
    expect([...notes, ...opened.notes]).toEqual([]);
    expect(JSON.parse(JSON.stringify(opened.kept.file))).toEqual(frozen.file);
    expect(await caseHead(opened.kept)).toBe(frozen.head);
    const findings: unknown[] = [];
    await verifyCase(host, vault, frozen.file.id, (finding) => findings.push(finding));
    expect(findings).toEqual([]);
  }
});
