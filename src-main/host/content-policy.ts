/*
 * What a page of Folio may do, the same for Electron and loopback. It lives in one place because a rule that is
 * right in one host and wrong in the other would be found by nobody.
 */

/**
 * Nothing but what ships with Folio. No inline script or style, no eval (wasm is compiled, for OCR and HEIC), no
 * frame, no form, no other address; `blob:` and `data:` only for pictures of pages, and `data:` for fonts that a
 * PDF brings along. (WebRTC isn't covered: Chromium knows no rule for it. Electron's guard shuts it off.)
 */
const rules = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
] as const;

export const contentPolicy = rules.join("; ");

/** As far as a `<meta>` tag may go: browsers ignore (and warn of) `frame-ancestors` there. */
export const metaContentPolicy = rules.filter((rule) => !rule.startsWith("frame-ancestors")).join("; ");

/** On every answer of either host. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()",
  "Cache-Control": "no-store",
};
