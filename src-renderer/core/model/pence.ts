/** An amount of money in whole pence; never a fraction of one, so that sums are exact. */
export type Pence = number & { readonly __pence: true };

/** @throws {RangeError} for anything but a whole number: that is a bug, not a person's mistake. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError("an amount in pence is a whole number");
  return amount as Pence;
}

/** Reads "£1,204.50", "1204.5", "12"; null for anything else. At most two decimals. */
export function parsePounds(text: string): Pence | null {
  const found = /^(-?)£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (found === null) return null;
  const whole = Number((found[2] ?? "").replaceAll(",", ""));
  const rest = Number((found[3] ?? "").padEnd(2, "0"));
  const amount = whole * 100 + rest;
  return Number.isSafeInteger(amount) ? pence(found[1] === "-" ? -amount : amount) : null;
}

/** "£1,204.50". */
export function sayPounds(amount: Pence): string {
  const sign = amount < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  return `${sign}£${whole.toString().replace(/\B(?=(\d{3})+$)/g, ",")}.${rest.toString().padStart(2, "0")}`;
}

/** Exact sum of amounts. */
export function sumPence(amounts: readonly Pence[]): Pence {
  return pence(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** "1204.50": pounds for another program to read. */
export function sayPlainPounds(amount: Pence): string {
  return sayPounds(amount).replaceAll(/[£,]/g, "");
}
