import PostalMime, { type Attachment, type Email } from "postal-mime";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { htmlText } from "./html-text.ts";
import { mailHead } from "./mail-head.ts";
import { oneLine } from "./one-line.ts";

/** A mail as it is read: one page without end. */
export interface ReadMail {
  readonly text: string;
  readonly hasAttachments: boolean;
}

/**
 * Reads an e-mail: its head, its text, and the names of the files that came with it. Those are not opened, mails that
 * are attached to it neither: each is a letter of its own.
 *
 * @throws {Problem} `file-damaged`: nested so deeply, or with so many headers, that no mail program made it
 */
export async function readMail(bytes: Bytes): Promise<ReadMail> {
  const email = await parse(bytes);
  const attached = email.attachments.filter(isNamed).map(nameOf);
  const text = [
    mailHead(email).join("\n"),
    bodyOf(email),
    attached.length === 0 ? "" : `Attached: ${sayNames(attached)}`,
  ];
  return { text: text.filter((part) => part !== "").join("\n\n"), hasAttachments: attached.length > 0 };
}

async function parse(bytes: Bytes): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 50,
      maxHeadersSize: 1024 * 1024,
    });
  } catch (cause) {
    throw new Problem("file-damaged", "a mail that can't be taken apart", { cause });
  }
}

/** The text part; the HTML part where there is no other, or where that one only says to look at it. */
function bodyOf(email: Email): string {
  const plain = tidied(email.text ?? "");
  if (email.html === undefined || email.html === "") return plain;
  if (plain.length >= 500) return plain;
  const shown = tidied(htmlText(email.html));
  return plain.length * 4 > shown.length ? plain : shown;
}

/** Controls that are no white space can't be shown; a form feed is a line end. */
function tidied(text: string): string {
  return text
    .replace(/\r\n?|\f/g, "\n")
    .replace(/[\p{Cc}\ufeff]/gu, (letter) => (letter === "\n" || letter === "\t" ? letter : ""))
    .replace(/\n(?:[ \t]*\n){2,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
}

/** Pictures smaller than this that stand within the text are logos and smileys. */
const logoBytes = 30_000;
const signature = /^application\/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-keys)$/;

function isNamed({ mimeType, related, content }: Attachment): boolean {
  const size = typeof content === "string" ? content.length : content.byteLength;
  if (signature.test(mimeType)) return false;
  return !(related === true && mimeType.startsWith("image/") && size < logoBytes);
}

function nameOf({ filename, mimeType }: Attachment): string {
  const name = oneLine(filename ?? "");
  if (name !== "") return name;
  return mimeType === "message/rfc822" ? "an e-mail" : `a file without a name (${oneLine(mimeType)})`;
}

const mostNames = 50;

function sayNames(names: readonly string[]): string {
  const more = names.length > mostNames ? [`and ${names.length - mostNames} more`] : [];
  return [...names.slice(0, mostNames), ...more].join(", ");
}
