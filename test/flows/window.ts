import "fake-indexeddb/auto";
import { readdir } from "node:fs/promises";
import { expect, vi } from "vitest";
import type { Host } from "#core/host.ts";
import { session } from "../../src-renderer/flows/current-case.ts";
import { lockNow } from "../../src-renderer/flows/lock.ts";
import { postponeRecoveryCheck } from "../../src-renderer/flows/recovery-sheet.ts";
import { createVaultAndCase, leaveVault, lookAtVault, unlock, vaultState } from "../../src-renderer/flows/vault.ts";
import { endAfterTest } from "../host/temporary.ts";

export const passphrase = "gravel hamster twilight oboe";
export const told = { name: "My complaint", nation: "wales", role: "receiving", passphrase } as const;

// Reading looks for what ships beside the page.
vi.stubGlobal("location", new URL("http://127.0.0.1/"));

/** This window on a host, as `connect` leaves it. It is locked after the test. */
export async function windowOn(host: Host): Promise<void> {
  const about = await host.about();
  session.change((now) => ({ ...now, host, about, problem: null }));
  await lookAtVault();
  endAfterTest(async () => {
    await lockNow();
    leaveVault(null, Promise.resolve());
    session.change((now) => ({ ...now, kept: null, host: null, about: null }));
    vaultState.set("starting");
  });
}

/** A new vault with one case file, open; the recovery sheet is put off unless it is what is looked at. */
export async function createdOn(host: Host, { showsWords = false } = {}): Promise<void> {
  await windowOn(host);
  expect(await createVaultAndCase(told)).toEqual({ ok: true, value: null });
  if (!showsWords) postponeRecoveryCheck();
}

export function unlockAgain() {
  return unlock({ kind: "passphrase", passphrase });
}

interface AnyStore {
  readonly get: () => unknown;
  readonly set: unknown;
  readonly subscribe: unknown;
}

/** Every store that a module of flows exports, with its name. */
export async function everyStore(): Promise<readonly { readonly name: string; readonly store: AnyStore }[]> {
  const folder = new URL("../../src-renderer/flows/", import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".ts") && !name.endsWith(".worker.ts"));
  const found: { name: string; store: AnyStore }[] = [];
  for (const name of files.map((file) => file.slice(0, -".ts".length))) {
    const module: Record<string, unknown> = await import(`../../src-renderer/flows/${name}.ts`);
    for (const [key, value] of Object.entries(module)) {
      if (isStore(value)) found.push({ name: `${name} ${key}`, store: value });
      else if (typeof value === "object" && value !== null && "store" in value && isStore(value.store))
        found.push({ name: `${name} ${key}.store`, store: value.store });
    }
  }
  return found;
}

function isStore(value: unknown): value is AnyStore {
  return typeof value === "object" && value !== null && "get" in value && "set" in value && "subscribe" in value;
}

/** Everything that can be reached from a value, as text. */
export function everythingIn(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== "object" || value === null) return typeof value === "function" ? "" : String(value);
  if (seen.has(value)) return "";
  seen.add(value);
  if (value instanceof Map) return [...value].map((entry) => everythingIn(entry, seen)).join(" ");
  if (value instanceof Set) return [...value].map((entry) => everythingIn(entry, seen)).join(" ");
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${everythingIn(inner, seen)}`)
    .join(" ");
}
