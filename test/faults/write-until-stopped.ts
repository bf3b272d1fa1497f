/**
 * A program to be stopped at any moment: takes the case, then adds numbered frames without end and, side by side,
 * objects of 1 to 5 MB, heads and drafts. It says each number once it was answered. Run by kill.test.ts and power.test.ts
 * as `write-until-stopped.ts DATA ROUND`.
 */
import { nodeHost } from "../../src-main/host/node-host.ts";
import { caseId, frame, objectIdOf, objectParts, small, writerOf } from "./numbered.ts";

const [dataFolder = "", roundText = "0"] = process.argv.slice(2);
const round = Number(roundText);
const writer = writerOf(round);
const host = nodeHost({ dataFolder, version: "", kind: "command-line" });
const lease = await host.takeCase(caseId);
if (lease === null) throw new Error("the case is still held");
say("taken");
await Promise.race([addFrames(lease), keepObjects(lease), writeSmall(lease)]);

async function addFrames(held: string): Promise<void> {
  for (let number = 0; ; number += 1) {
    await host.appendJournal(held, writer, frame(number));
    say(`frame ${number}`);
  }
}

async function keepObjects(held: string): Promise<void> {
  for (let number = 0; ; number += 1) {
    const handle = await host.startObject(held, objectIdOf(round, number));
    for (const part of objectParts(round, number)) await host.writePart(handle, part);
    await host.finishWrite(handle);
    say(`object ${number}`);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
  }
}

async function writeSmall(held: string): Promise<void> {
  for (let number = 0; ; number += 1) {
    await host.writeHead(held, writer, small(number));
    say(`head ${number}`);
    await host.writeDraft(held, writer, small(number));
    say(`draft ${number}`);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
