/**
 * A program to be killed: appends numbered frames without end and says each number once it was answered; every
 * tenth round it also keeps an object. Run by kill.test.ts.
 */
import { join } from "node:path";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { caseId, frame, objectIdOf, objectPart, writer } from "./numbered.ts";

const dataFolder = join(process.argv[2] ?? "");
const host = nodeHost({ dataFolder, version: "", kind: "loopback", askWhereToSave: async () => null });

for (let number = 0; ; number += 1) {
  await host.appendJournal(caseId, writer, frame(number));
  process.stdout.write(`frame ${number}\n`);
  if (number % 10 === 5) await keepObject(number);
}

async function keepObject(number: number): Promise<void> {
  const handle = await host.startObject(caseId, objectIdOf(number));
  for (let part = 0; part < 4; part += 1) await host.writePart(handle, objectPart(number));
  await host.finishWrite(handle);
  process.stdout.write(`object ${number}\n`);
}
