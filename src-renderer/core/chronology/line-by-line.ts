import type { Sender } from "../model/letter.ts";

/** Whether what this sender sends has a date on every line, as bank statements and phone bills do. */
export function isLineByLine(sender: Sender | undefined): boolean {
  return sender === "bank" || sender === "phone-company";
}
