/**
 * A program to be run where there is little room: writes until the system refuses, then says in JSON what the host
 * answered and what is left on disk. Run by full-disk.test.ts.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "#core/problems.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { caseId, countFrames, frame, objectIdOf, writer } from "./numbered.ts";

const dataFolder = join(process.argv[2] ?? "");
const packPath = join(dataFolder, "pack.pdf");
const host = nodeHost({ dataFolder, version: "", kind: "loopback", askWhereToSave: async () => packPath });

const object = await problemOf(async () => {
  const handle = await host.startObject(caseId, objectIdOf(1));
  for (;;) await host.writePart(handle, new Uint8Array(1_000_000));
});
const pack = await problemOf(async () => {
  const handle = (await host.startPack("pack.pdf")) ?? "";
  for (;;) await host.writePart(handle, new Uint8Array(1_000_000));
});
let answered = 0;
const journal = await problemOf(async () => {
  for (; ; answered += 1) await host.appendJournal(caseId, writer, frame(answered));
});
const again = await problemOf(() => host.appendJournal(caseId, writer, frame(answered)));
const [segment] = await host.readJournal(caseId);
const left = [...(await readdir(join(dataFolder, "cases", caseId, "objects"))), ...(await readdir(dataFolder))];
process.stdout.write(
  JSON.stringify({ object, pack, journal, again, answered, left, ...countFrames(segment?.bytes ?? new Uint8Array()) }),
);

async function problemOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "none";
  } catch (error) {
    return error instanceof Problem ? error.code : `not a Problem: ${String(error)}`;
  }
}
