/** A token of a content stream that matters to text: a string's bytes, a name, a number, or an operator. */
export type Token =
  | { readonly kind: "string"; readonly bytes: Uint8Array }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "word"; readonly word: string };

/** Reads a content stream token by token. Dictionaries and arrays come as their parts; inline pictures are passed over. */
export function* contentTokens(content: Uint8Array): Generator<Token> {
  for (let at = 0; at < content.length; ) {
    const byte = content[at] ?? 0;
    if (isWhite(byte) || isBracket(byte, content[at + 1])) at += byte === LESS ? 2 : 1;
    else if (byte === PERCENT) at = lineEnd(content, at);
    else if (byte === OPEN) {
      const { bytes, end } = literalString(content, at + 1);
      yield { kind: "string", bytes };
      at = end;
    } else if (byte === LESS) {
      const end = endOf(content, at, GREATER);
      yield { kind: "string", bytes: hexString(content.subarray(at + 1, end)) };
      at = end + 1;
    } else {
      const end = wordEnd(content, at + 1);
      const word = latin(content.subarray(at, end));
      at = end;
      if (word === "ID") at = pictureEnd(content, at);
      else yield tokenOf(word);
    }
  }
}

const PERCENT = 0x25;
const OPEN = 0x28;
const CLOSE = 0x29;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;

function tokenOf(word: string): Token {
  if (word.startsWith("/")) return { kind: "name", name: unescapeName(word.slice(1)) };
  const value = Number(word);
  return Number.isFinite(value) ? { kind: "number", value } : { kind: "word", word };
}

function unescapeName(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function isWhite(byte: number): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
}

/** Square and curly brackets, stray closing ones, and the doubled angle brackets of dictionaries. */
function isBracket(byte: number, next: number | undefined): boolean {
  if (byte === LESS) return next === LESS;
  return byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d || byte === GREATER || byte === CLOSE;
}

function isDelimiter(byte: number): boolean {
  return byte === OPEN || byte === PERCENT || byte === SLASH || byte === LESS || isBracket(byte, 0);
}

function wordEnd(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && !isWhite(content[at] ?? 0) && !isDelimiter(content[at] ?? 0)) at += 1;
  return at;
}

function lineEnd(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== 10 && content[at] !== 13) at += 1;
  return at;
}

function endOf(content: Uint8Array, from: number, byte: number): number {
  const end = content.indexOf(byte, from);
  return end === -1 ? content.length : end;
}

/** Behind the "EI" that ends an inline picture. */
function pictureEnd(content: Uint8Array, from: number): number {
  for (let at = content.indexOf(0x45, from); at !== -1; at = content.indexOf(0x45, at + 1)) {
    const alone = isWhite(content[at - 1] ?? 0) && (at + 2 >= content.length || isWhite(content[at + 2] ?? 0));
    if (content[at + 1] === 0x49 && alone) return at + 2;
  }
  return content.length;
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literalString(content: Uint8Array, from: number): { readonly bytes: Uint8Array; readonly end: number } {
  const bytes: number[] = [];
  let depth = 1;
  let at = from;
  for (; at < content.length; at++) {
    const byte = content[at] ?? 0;
    if (byte === BACKSLASH) {
      const octal = /^[0-7]{1,3}/.exec(latin(content.subarray(at + 1, at + 4)))?.[0];
      const letter = String.fromCharCode(content[at + 1] ?? 0);
      if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 255);
      else if (letter !== "\n" && letter !== "\r") bytes.push(escapes[letter] ?? letter.charCodeAt(0));
      at += octal?.length ?? 1;
      continue;
    }
    if (byte === OPEN) depth += 1;
    if (byte === CLOSE) depth -= 1;
    if (depth === 0) break;
    bytes.push(byte);
  }
  return { bytes: Uint8Array.from(bytes), end: at + 1 };
}

function hexString(digits: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(digits.length / 2));
  let count = 0;
  for (const digit of digits) {
    const value = hexValue(digit);
    if (value === -1) continue;
    const at = count >> 1;
    bytes[at] = count % 2 === 0 ? value * 16 : (bytes[at] ?? 0) + value;
    count += 1;
  }
  return bytes.subarray(0, Math.ceil(count / 2));
}

function hexValue(digit: number): number {
  if (digit >= 0x30 && digit <= 0x39) return digit - 0x30;
  const letter = digit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
