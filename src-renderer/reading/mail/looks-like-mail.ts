import type { Bytes } from "#core/model/bytes.ts";

/** A head of headers is a few kilobytes; lists of recipients and signatures of servers make it longer. */
const mostHeadBytes = 256 * 1024;

/** Headers that only mail programs write: a person who types out a mail leaves them away. */
const machineHeaders =
  /^(?:message-id|mime-version|received|return-path|content-type|delivered-to|dkim-signature|authentication-results|thread-index|x-[a-z0-9-]+)$/;
const mailHeaders = /^(?:from|sender|to|date|subject|reply-to|received)$/;

/**
 * Whether bytes are an e-mail as mail programs save it (RFC 5322): lines of headers, at least one that tells what mail
 * it is and one that only a mail program writes. A mail that was typed or copied into a text file is plain text.
 */
export function looksLikeMail(bytes: Bytes): boolean {
  const names = headerNames(new TextDecoder("latin1").decode(bytes.subarray(0, mostHeadBytes)));
  return (
    names.length >= 3 && names.some((name) => machineHeaders.test(name)) && names.some((name) => mailHeaders.test(name))
  );
}

/** The names of the headers that a text begins with, in small letters, up to the first line that is none. */
function headerNames(head: string): readonly string[] {
  const lines = head.replace(/^(?:ï»¿)?\s{0,20}(?:From [^\r\n:]+[^\r\n]*\r?\n)?/, "").split(/\r?\n|\r/);
  const names: string[] = [];
  for (const line of lines) {
    const name = /^([!-9;-~]{1,76})[ \t]*:/.exec(line)?.[1];
    if (name !== undefined) names.push(name.toLowerCase());
    else if (names.length === 0 || !/^[ \t]/.test(line)) break;
  }
  return names;
}
