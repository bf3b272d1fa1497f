import { sha256 } from "#core/model/bytes.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import { session } from "./current-case.ts";

/** SHA-256 (hex) of what was copied last from this window; null before anything was, or once it was cleared. */
let copied: Promise<string> | null = null;

/** Notes what is copied or cut in this window, by its hash alone, so that locking can take it off the clipboard. */
export function watchCopies(page: Window): void {
  page.addEventListener("cut", () => noteCopied(fieldText(page.document) ?? ""));
  page.addEventListener("copy", (event) => {
    const inField = fieldText(page.document);
    noteCopied(inField ?? putOnClipboard(event, page.document.getSelection()?.toString() ?? ""));
  });
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

/** What is chosen in a field; null where none has the focus, or one that doesn't tell (a box to tick, an e-mail address). */
function fieldText(document: Document): string | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  const { selectionStart, selectionEnd } = field;
  return selectionStart === null || selectionEnd === null ? null : field.value.slice(selectionStart, selectionEnd);
}

/**
 * Copies a choice of the page as the text that it says it is: what a browser makes of it by itself has other line ends
 * here and there (and the page's styles), and would not be known again.
 */
function putOnClipboard(event: ClipboardEvent, text: string): string {
  if (text === "" || event.clipboardData === null) return text;
  event.clipboardData.setData("text/plain", text);
  event.preventDefault();
  return text;
}
