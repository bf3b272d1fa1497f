/**
 * A program to be killed at any moment, over the core as the window and the command line use it: opens the vault and
 * its case (or makes both in an empty folder), then adds call notes and letters of 1 to 5 MB one after the other while
 * drafts and heads are written beside. It says each once it was acknowledged. Run by sealed-kill.test.ts as
 * `keep-until-killed.ts DATA ROUND`; in FOLIO_TEST_WORDS the recovery words, none where the vault is to be made.
 */
import { beginCase } from "#core/case-work/begin-case.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import { openCase } from "#core/case-work/open-case.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { draftAad, draftSealer } from "#core/vault/draft.ts";
import { currentKey } from "#core/vault/journal-writer.ts";
import { argon2id } from "#core/vault/kdf.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import { createVault, type OpenVault, unlockVault } from "#core/vault/vault.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { fastKdf } from "../core/vault/key-disk.ts";
import { anyLetterSize, keepCall, keepLetter, letterBytes } from "./sealed-numbered.ts";

const [dataFolder = "", roundText = "0"] = process.argv.slice(2);
const round = Number(roundText);
const words = process.env["FOLIO_TEST_WORDS"] ?? "";
const host = nodeHost({ dataFolder, version: "", kind: "command-line" });

say("started");
let kept = words === "" ? await made() : await opened();
say(`opened ${kept.file.id}`);
await Promise.race([keepWithoutEnd(), writeSmallWithoutEnd()]);

async function made(): Promise<KeptCase> {
  const { vault, words: given } = await createVault(host, "plum tarpaulin", fastKdf);
  say(`words ${given.join(" ")}`);
  return begun(vault);
}

async function begun(vault: OpenVault): Promise<KeptCase> {
  return beginCase(host, vault, { name: "Killed", person: unknownPerson }, new Date());
}

/** As a person does: the one case that is there is opened, and where there is none yet it is begun. */
async function opened(): Promise<KeptCase> {
  const { vault } = await unlockVault(host, { kind: "recovery", words }, argon2id);
  const [first] = await host.listCases();
  return first === undefined ? begun(vault) : (await openCase(host, vault, first.id)).kept;
}

async function keepWithoutEnd(): Promise<void> {
  for (let number = 0; ; number += 1) {
    if (number % 8 === 7) await keepOneLetter(number);
    else {
      const id = `${round.toString(16).padStart(16, "0")}${number.toString(16).padStart(16, "0")}`;
      kept = await keepCall(kept, id);
      say(`call ${id}`);
    }
  }
}

async function keepOneLetter(number: number): Promise<void> {
  const name = `letter-${round}-${number}.txt`;
  const added = await keepLetter(kept, name, letterBytes(round * 1000 + number, anyLetterSize()));
  kept = added.kept;
  say(`letter ${name} ${added.sha256}`);
}

async function writeSmallWithoutEnd(): Promise<void> {
  const { disk } = kept;
  if (disk === null || disk.lease === null) throw new Error("the case is still held");
  const sealer = draftSealer(currentKey(disk.keys));
  const id = "d".repeat(32);
  for (let number = 0; ; number += 1) {
    const sealed = await sealer.seal(draftAad(kept.file.id, id), utf8(`${round} ${number}`));
    await host.writeDraft(disk.lease, id, sealed);
    say(`draft ${round} ${number}`);
    if (number % 8 === 0) await disk.journal?.writeHead(kept.file.name);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
