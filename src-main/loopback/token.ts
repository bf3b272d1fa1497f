import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The header that carries the token. Never a cookie: a cookie would be sent by any page that asks this address. */
export const tokenHeader = "x-folio-token";

/** What a window must show to be answered: 32 random bytes, new at each start, only ever in the address's fragment. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares in a time that doesn't tell how much was right; hashing first makes the lengths equal. */
export function isToken(offered: unknown, token: string): boolean {
  if (typeof offered !== "string") return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(offered), digest(token));
}
