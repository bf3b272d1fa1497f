import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addExhibit } from "#core/case-work/add-exhibit.ts";
import { beginCase } from "#core/case-work/begin-case.ts";
import { type KeptCase, keepChange } from "#core/case-work/kept-case.ts";
import { verifyCase } from "#core/case-work/verify-case.ts";
import type { Host } from "#core/host.ts";
import { sha256 } from "#core/model/bytes.ts";
import { type CalendarDay, calendarDay } from "#core/model/calendar-day.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import type { Cost } from "#core/model/cost.ts";
import { pence } from "#core/model/pence.ts";
import { importKey } from "#core/vault/derive.ts";
import type { Finding } from "#core/vault/finding.ts";
import { newId, randomBytes } from "#core/vault/text-codes.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { bytesOf } from "../../host/temporary.ts";
import { letter } from "../exhibits.ts";

export const now = new Date("2026-11-22T10:00:00Z");

/** An open vault as unlocking gives it, without the seconds that a passphrase takes. */
export async function openVault(): Promise<OpenVault> {
  return { id: newId(), generation: 1, root: await importKey(randomBytes(32)) };
}

/** A case with nothing in it but its beginning, and who it is. */
export function begunCase(host: Host, vault: OpenVault, name = "Mine"): Promise<KeptCase> {
  return beginCase(host, vault, { name, person: unknownPerson }, now);
}

/** Keeps a letter of these words as the next exhibit. */
export async function withLetter(kept: KeptCase, words: string): Promise<KeptCase> {
  const bytes = bytesOf(words);
  const file = { name: "letter.txt", type: "text" as const, pageCount: 1, sizeBytes: bytes.length };
  const page = { number: 1, width: 1, height: 1, source: "typed" as const, words: [], text: words };
  const read = {
    files: [{ ...file, sha256: await sha256(bytes) }],
    pages: [page],
    letter: letter("2026-03-04"),
    problems: [],
  };
  return addExhibit(kept, [bytes], read, now);
}

export function wanting(kept: KeptCase, ...wants: readonly string[]): Promise<KeptCase> {
  return keepChange(kept, { kind: "wants-told", wants }, now);
}

export function day(month: number, number: number): CalendarDay {
  const found = calendarDay(2026, month, number);
  if (found === null) throw new Error("no such day");
  return found;
}

export function cost(id: string, amount: number, on = day(3, 4)): Cost {
  const words = { payee: "Phone shop", what: "Calls", cause: "" };
  return { ...words, id, day: on, amount: pence(amount), head: "out-of-pocket", proof: null };
}

/** What `verifyCase` finds, as "level what". */
export async function found(host: Host, vault: OpenVault, caseId: string): Promise<readonly string[]> {
  const findings: Finding[] = [];
  await verifyCase(host, vault, caseId, (finding) => findings.push(finding));
  return findings.map(({ level, what }) => `${level} ${what}`);
}

/** The files of one of a case's folders, by name. */
export function filesOf(
  dataFolder: string,
  caseId: string,
  folder: "journal" | "objects" | "heads",
): readonly string[] {
  const path = join(dataFolder, "cases", caseId, folder);
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name));
}

/** Changes a file's bytes on disk. */
export function alter(path: string, change: (bytes: Uint8Array) => Uint8Array): void {
  writeFileSync(path, change(new Uint8Array(readFileSync(path))));
}
