/** The one address of Folio's window: scheme, host and nothing else. */
export const scheme = "app";
export const origin = `${scheme}://folio`;

/**
 * Whether the window may ask for this address. Everything else is refused before it leaves the process: Folio is
 * offline by design. `blob:` and `data:` never leave the window; the content policy says what they are good for.
 */
export function isOurs(address: string): boolean {
  return (
    address === origin ||
    address.startsWith(`${origin}/`) ||
    address.startsWith(`blob:${origin}/`) ||
    address.startsWith("data:")
  );
}

/** Whether a page at this address is Folio's window itself, and not a `data:` or `blob:` page. */
export function isWindowAddress(address: string): boolean {
  return address.startsWith(`${origin}/`);
}
