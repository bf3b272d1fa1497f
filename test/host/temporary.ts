import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { CaseLease, Host } from "#core/host.ts";
import { type NodeHost, nodeHost } from "../../src-main/host/node-host.ts";

const undo: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "folio-test-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** To be ended after the test, before its folder goes. */
export function endAfterTest(end: () => Promise<void>): void {
  undo.push(end);
}

/** The real host on a folder, closed after the test. */
export function hostOn(dataFolder: string, savePath: string | null = null): NodeHost {
  const askWhereToSave = async () => savePath;
  const host = nodeHost({ dataFolder, version: "0.0.0", kind: "command-line", machine: { askWhereToSave } });
  endAfterTest(() => host.close());
  return host;
}

/** A lease on a case that is begun for it. */
export async function begun(host: Host, caseId: string): Promise<CaseLease> {
  return host.beginCase(caseId, bytesOf("sealed key"));
}

/** A lease on a case that is there. */
export async function taken(host: Host, caseId: string): Promise<CaseLease> {
  const lease = await host.takeCase(caseId);
  if (lease === null) throw new Error("somebody else has this case");
  return lease;
}

/** A made-up id: the same digit 32 times. */
export function idOf(digit: string): string {
  return digit.repeat(32);
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
