import { sha256 } from "#core/model/bytes.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import { session } from "./current-case.ts";

/** SHA-256 (hex) of what was copied last from this window; null before anything was, or once it was cleared. */
let copied: Promise<string> | null = null;

/** Notes what is copied or cut in this window, by its hash alone, so that locking can take it off the clipboard. */
export function watchCopies(page: Window): void {
  const note = () => noteCopied(chosenText(page.document));
  page.addEventListener("copy", note);
  page.addEventListener("cut", note);
}

/** Notes a text that was put on the clipboard. */
export function noteCopied(text: string): void {
  if (text !== "") copied = sha256(utf8(text));
}

/** Empties the clipboard, if what is on it is still what was copied here last. A clipboard that can't be reached stays. */
export async function forgetCopied(): Promise<void> {
  const { host } = session.get();
  const last = copied;
  copied = null;
  if (host === null || last === null) return;
  await host.clearClipboard(await last).catch(() => undefined);
}

/** The text that copying takes: in a field, what is chosen there. */
function chosenText(document: Document): string {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  }
  return document.getSelection()?.toString() ?? "";
}
