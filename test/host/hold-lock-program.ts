/**
 * A program to be killed: takes a case (or a socket-file lock), says whether it has it, and stays. Run by
 * system-lock.test.ts.
 */
import { nodeHost } from "../../src-main/host/node-host.ts";
import { takeSocketFile } from "../../src-main/host/system-lock.ts";

const [kind, place = "", caseId = ""] = process.argv.slice(2);
const has = kind === "socket-file" ? await takeSocketFile(place) : await caseLease();
process.stdout.write(has === null ? "busy\n" : "held\n");
setInterval(() => {}, 1000);

function caseLease(): Promise<string | null> {
  return nodeHost({ dataFolder: place, version: "", kind: "command-line" }).takeCase(caseId);
}
