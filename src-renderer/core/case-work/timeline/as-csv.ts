import type { EntryJson } from "../entry-json.ts";
import type { TimelineRow } from "./timeline.ts";

const columns = [
  "date",
  "until",
  "time",
  "type",
  "what",
  "details",
  "exhibit",
  "page",
  "confirmed",
  "amount",
  "id",
] as const;

/**
 * A timeline for a spreadsheet (RFC 4180: commas, CRLF, every cell in quotes), in UTF-8 without a mark at the start.
 * What a spreadsheet would take for a formula has an apostrophe put before it.
 */
export function timelineCsv(rows: readonly TimelineRow[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => cellOf(row, column)))];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function cellOf(row: TimelineRow, column: (typeof columns)[number]): string {
  switch (column) {
    case "date":
      return row.precision === "month" ? (row.day ?? "").slice(0, 7) : (row.day ?? "");
    case "confirmed":
      return row.confirmed ? "yes" : "no";
    case "amount":
      return textOf(row.entry?.["amount"]);
    case "details":
      return details(row.entry);
    default:
      return textOf(row[column]);
  }
}

/** The words of an entry, each after what it is: "I said: …". */
function details(entry: EntryJson | null): string {
  if (entry === null) return "";
  return detailFields
    .flatMap(([field, says]) => {
      const told = field === "promises" ? promisesOf(entry) : textOf(entry[field]);
      return told === "" ? [] : [says === "" ? told : `${says}: ${told}`];
    })
    .join("\n");
}

const detailFields = [
  ["iSaid", "I said"],
  ["theySaid", "They said"],
  ["promises", "Promised"],
  ["text", ""],
  ["cause", "Why"],
  ["whatHappened", "What happened"],
  ["whyWrong", "Why it was wrong"],
  ["effect", "How it affected me"],
  ["want", "What I want"],
] as const;

function promisesOf({ promises }: EntryJson): string {
  if (!Array.isArray(promises)) return "";
  return promises.map(({ what, by }) => (by === undefined ? textOf(what) : `${textOf(what)} (by ${by})`)).join("; ");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/**
 * Source: OWASP, "CSV Injection": cells that begin with = + - @, tab or carriage return, or their full-width forms,
 * are run by spreadsheets. White space and marks that can't be seen don't keep them from it.
 */
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function quoted(cell: string): string {
  const plain = cell.replaceAll("\0", "");
  return `"${(formula.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}
