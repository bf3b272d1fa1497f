import type { Bytes } from "../model/bytes.ts";

/** Where an object is stored and under which key. */
export interface ObjectKey {
  /** the name of its file: 32 hex digits */
  readonly stored: string;
  /** 32 random bytes, for this object alone */
  readonly key: Bytes;
}
