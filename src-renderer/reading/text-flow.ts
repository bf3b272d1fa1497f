/** Takes a document's text as it comes, paragraph by paragraph and cell by cell, to lines. */
export interface TextFlow {
  /** "\n" in it ends a line */
  write(text: string): void;
  /** Ends a line that has something on it. */
  endLine(): void;
  /** Ends a line, empty or not. */
  breakLine(): void;
  /** What follows begins after an empty line. */
  gap(): void;
  /** A new page begins here; within a table, before the row. */
  breakPage(): void;
  open(part: TablePart): void;
  /** Closes the nearest such part; none is open: nothing. */
  close(part: TablePart): void;
  /** Lines begin with so many "> ". */
  quote(deeper: 1 | -1): void;
  /** The text of each page; at least one, which may be empty. */
  pages(): readonly string[];
}

type TablePart = "table" | "row" | "cell";

interface Frame {
  readonly part: TablePart | "page";
  lines: string[];
  line: string;
  /** of a row */
  readonly cells: (readonly string[])[];
  /** of a row: begins a page */
  begins: boolean;
}

/** Tables within tables beyond this are read as lines: no letter has them. */
const mostFrames = 60;
const mostQuotes = 10;
const pageBreak = "\f";

export function createTextFlow(): TextFlow {
  const frames: Frame[] = [newFrame("page")];
  let quotes = 0;

  /** What takes text now: the nearest cell, or the page. */
  function taking(): Frame {
    return frames.findLast(({ part }) => part === "cell" || part === "page") ?? newFrame("page");
  }
  function breakLine(): void {
    const frame = taking();
    for (const one of frame.line.split("\n")) frame.lines.push(`${"> ".repeat(quotes)}${one.trimEnd()}`);
    frame.line = "";
  }
  function endLine(): void {
    const frame = taking();
    if (frame.line.trim() !== "") breakLine();
    frame.line = "";
  }
  /** Position of the nearest such part of the table that is open; -1 for none. */
  function nearest(part: TablePart): number {
    const found = frames.findLastIndex((frame) => frame.part === part);
    return found < frames.findLastIndex((frame) => frame.part === "table") ? -1 : found;
  }
  function closeTo(position: number): void {
    while (frames.length > Math.max(1, position)) {
      endLine();
      const frame = frames.pop();
      if (frame === undefined) return;
      const below = frames.at(-1);
      if (frame.part === "cell") below?.cells.push(frame.lines);
      if (frame.part === "row" && frame.begins) taking().lines.push(pageBreak);
      if (frame.part === "row") for (const line of sideBySide(frame.cells)) taking().lines.push(line);
    }
  }

  return {
    write(text) {
      taking().line += text;
    },
    endLine,
    breakLine,
    gap() {
      endLine();
      const { lines } = taking();
      if ((lines.at(-1) ?? "").trim() !== "") lines.push("> ".repeat(quotes).trimEnd());
    },
    breakPage() {
      const row = frames.find(({ part }) => part === "row");
      if (row !== undefined) row.begins = true;
      else {
        endLine();
        taking().lines.push(pageBreak);
      }
    },
    open(part) {
      if (part === "table") endLine();
      if (frames.length >= mostFrames || (part !== "table" && nearest("table") < 0)) return endLine();
      if (part === "row") closeTo(nearest("table") + 1);
      if (part === "cell" && nearest("row") < 0) frames.push(newFrame("row"));
      if (part === "cell") closeTo(nearest("row") + 1);
      frames.push(newFrame(part));
    },
    close(part) {
      const position = nearest(part);
      if (position > 0) closeTo(position);
    },
    quote(deeper) {
      endLine();
      quotes = Math.min(mostQuotes, Math.max(0, quotes + deeper));
    },
    pages() {
      closeTo(1);
      endLine();
      const pages = taking().lines.join("\n").split(pageBreak).map(tidied);
      const written = pages.filter((page) => page !== "");
      return written.length === 0 ? [""] : written;
    },
  };
}

function newFrame(part: Frame["part"]): Frame {
  return { part, lines: [], line: "", cells: [], begins: false };
}

/** The cells of a row, line by line, a tab between them: as they stand on paper. A single cell is lines and no more. */
function sideBySide(cells: readonly (readonly string[])[]): readonly string[] {
  const trimmed = cells.map(withoutBlankEnds);
  const filled = trimmed.filter((lines) => lines.length > 0);
  if (filled.length < 2) return filled[0] ?? [];
  const height = trimmed.reduce((most, lines) => Math.max(most, lines.length), 0);
  return Array.from({ length: height }, (_, at) =>
    trimmed
      .map((lines) => lines[at] ?? "")
      .join("\t")
      .trimEnd(),
  );
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function tidied(page: string): string {
  return page
    .replace(/\n(?:[ \t]*\n){2,}/g, "\n\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
}
