import type { Bytes } from "../model/bytes.ts";
import { isHash, isRecord } from "./json-values.ts";
import { smallSealer } from "./seal.ts";
import { fromUtf8, idBytes, utf8 } from "./text-codes.ts";
import type { VaultFile } from "./vault-file.ts";

/** The latest vault.json that was written, as vault.head remembers it. */
export interface VaultHead {
  readonly generation: number;
  readonly sum: string;
}

const purpose = "folio/vault-head/v1";

/** Seals vault.head for a vault.json that was just written. */
export async function sealVaultHead({ vault, generation, sum }: VaultFile, root: CryptoKey): Promise<Bytes> {
  return smallSealer(root, purpose).seal(idBytes(vault), utf8(JSON.stringify({ generation, sum })));
}

/** What vault.head says; null where it is missing, damaged, or sealed under none of these root keys. */
export async function openVaultHead(
  sealed: Bytes | null,
  vaultId: string,
  roots: readonly CryptoKey[],
): Promise<VaultHead | null> {
  if (sealed === null) return null;
  for (const root of roots) {
    const plain = await smallSealer(root, purpose).open(idBytes(vaultId), sealed);
    if (plain !== null) return readHead(fromUtf8(plain));
  }
  return null;
}

/** Whether a copy of vault.json is an earlier one than the head speaks of. */
export function wasPutBack(file: VaultFile, head: VaultHead): boolean {
  return file.generation < head.generation || (file.generation === head.generation && file.sum !== head.sum);
}

function readHead(text: string | null): VaultHead | null {
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) return null;
  const { generation, sum } = value;
  return typeof generation === "number" && Number.isSafeInteger(generation) && isHash(sum) ? { generation, sum } : null;
}
