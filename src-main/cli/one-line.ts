/**
 * What a person, or a letter, wrote, as part of one line on a terminal: no line ends in it, and nothing that a
 * terminal would take for an order.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
