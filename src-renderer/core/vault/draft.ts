import { type Bytes, joinBytes } from "../model/bytes.ts";
import { type SmallSealer, smallSealer } from "./seal.ts";
import { idBytes } from "./text-codes.ts";

/** Seals drafts of one case. @param key the case's key */
export function draftSealer(key: CryptoKey): SmallSealer {
  return smallSealer(key, "folio/draft/v1");
}

/** What a draft is bound to. */
export function draftAad(caseId: string, draftId: string): Bytes {
  return joinBytes([idBytes(caseId), idBytes(draftId)]);
}
