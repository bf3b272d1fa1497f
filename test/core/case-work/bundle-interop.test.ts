import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportBundle } from "#core/case-work/export-bundle.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import type { BundleSecret } from "#core/vault/bundle/age-file.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { allOf, pair, sourceOf } from "../vault/bundle/small-bags.ts";
import { bundleOf, filledCase } from "./bundle-kit.ts";
import { now, openVault } from "./vault-kit.ts";

const tools = ["/usr/bin/age", "/usr/bin/sha256sum", "/usr/bin/python3"];
const missing = tools.filter((tool) => !existsSync(tool));
if (missing.length > 0) console.log(`Skipped: other people's tools aren't here: ${missing.join(", ")}`);

/** age asks for a passphrase on a terminal, and nowhere else: this gives it one. */
const onTerminal = `
import os, pty, sys
answers = [sys.argv[1].encode() + b"\\n"] * 3
child, end = pty.fork()
if child == 0: os.execv(sys.argv[2], sys.argv[2:])
while True:
    try: said = os.read(end, 4096)
    except OSError: break
    if not said: break
    if b"assphrase" in said and answers: os.write(end, answers.pop())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;

const passphrase = "four words of ours";
let kept: KeptCase;
let folder: string;

function age(...told: readonly string[]): void {
  execFileSync("/usr/bin/age", told, { cwd: folder, stdio: "pipe" });
}

function ageAsking(...told: readonly string[]): void {
  execFileSync("/usr/bin/python3", ["-c", onTerminal, passphrase, "/usr/bin/age", ...told], { cwd: folder });
}

async function takenOver(file: string, secret: BundleSecret) {
  const bytes = new Uint8Array(await readFile(join(folder, file)));
  const host = hostOn(await temporaryFolder());
  return (await importBundle(host, await openVault(), sourceOf(bytes), secret, { now })).kind;
}

describe.skipIf(missing.length > 0)("with other people's tools", () => {
  beforeAll(async () => {
    kept = await filledCase(hostOn(await temporaryFolder()), await openVault(), 100_000);
    folder = await mkdtemp(join(tmpdir(), "folio-test-"));
    await writeFile(join(folder, "key.txt"), `${pair.identity}\n`);
    await writeFile(join(folder, "ours.folio"), await bundleOf(kept));
    const lock = { passphrase };
    await writeFile(join(folder, "passphrase.folio"), await allOf(exportBundle(kept, { lock, madeAt: now })));
    age("-d", "-i", "key.txt", "-o", "ours.tar", "ours.folio");
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("age opens a bundle for a key and one for a passphrase, and both hold the same bag", () => {
    ageAsking("-d", "-o", "passphrase.tar", "passphrase.folio");
    const listed = ["ours.tar", "passphrase.tar"].map((file) =>
      execFileSync("tar", ["-tf", file], { cwd: folder, encoding: "utf8" }),
    );
    expect(listed[0]).toBe(listed[1]);
    expect(listed[0]).toContain("data/case.json");
  });

  test("tar unpacks it and sha256sum accepts both manifests", () => {
    execFileSync("tar", ["-xf", "ours.tar"], { cwd: folder });
    const bag = join(folder, "folio-2026-11-22");
    for (const manifest of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      const said = spawnSync("/usr/bin/sha256sum", ["-c", "--strict", manifest], { cwd: bag, encoding: "utf8" });
      expect([said.status, said.stderr]).toEqual([0, ""]);
    }
  });

  test("what age locked, for a key or with a passphrase, is taken over", async () => {
    age("-r", pair.recipient, "-o", "theirs.folio", "ours.tar");
    age("-a", "-r", pair.recipient, "-o", "armoured.folio", "ours.tar");
    ageAsking("-p", "-o", "asked.folio", "ours.tar");
    for (const file of ["theirs.folio", "armoured.folio"]) {
      expect(await takenOver(file, { identities: [pair.identity] })).toBe("added");
    }
    expect(await takenOver("asked.folio", { passphrase })).toBe("added");
  });
});
