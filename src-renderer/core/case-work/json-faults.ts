/** Where a JSON text stops being JSON, or says something twice. Lines and columns count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** "expected a comma or }" */
  readonly what: string;
}

/** Deeper than this nobody writes by hand; it keeps hostile nesting from exhausting the stack. */
const deepest = 60;

/**
 * Finds the first fault of a JSON text. `JSON.parse` names no place for some faults, quotes the text in its messages,
 * and lets a field that stands twice overwrite itself in silence; so it is read here first.
 *
 * @returns null for good JSON, in which case `JSON.parse` takes it too
 */
export function findJsonFault(text: string): JsonFault | null {
  const scan = new Scan(text);
  try {
    scan.value(0);
    scan.space();
    if (scan.at < text.length) scan.fail("expected nothing more after the last }");
    return null;
  } catch (cause) {
    if (cause instanceof Fault) return place(text, cause.at, cause.what);
    throw cause;
  }
}

function place(text: string, at: number, what: string): JsonFault {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, what };
}

class Fault extends Error {
  readonly at: number;
  readonly what: string;
  constructor(at: number, what: string) {
    super("not JSON");
    this.at = at;
    this.what = what;
  }
}

/** A reading position in the text, moved on by each method. */
class Scan {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }

  fail(what: string, at = this.at): never {
    throw new Fault(at, what);
  }

  space(): void {
    this.take(/[ \t\r\n]*/y);
  }

  value(depth: number): void {
    if (depth > deepest) this.fail("too many brackets inside each other");
    this.space();
    const next = this.text[this.at];
    if (next === "{") this.list("}", () => this.member(new Set(), depth));
    else if (next === "[") this.list("]", () => () => this.value(depth + 1));
    else if (next === '"') this.string();
    else if (this.take(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y) === "") this.fail(noValue(next));
  }

  /** `{ … }` or `[ … ]`; `begin` gives what reads one entry, and remembers the names seen. */
  private list(end: "}" | "]", begin: () => () => void): void {
    const entry = begin();
    this.at += 1;
    this.space();
    if (this.text[this.at] === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      entry();
      this.space();
      const next = this.text[this.at];
      if (next !== "," && next !== end) this.fail(`expected a comma or ${end}`);
      this.at += 1;
      if (next === end) return;
      this.space();
      if (this.text[this.at] === end) this.fail(`there is a comma too many before this ${end}`);
    }
  }

  private member(seen: Set<string>, depth: number): () => void {
    return () => {
      this.space();
      const from = this.at;
      if (this.text[from] !== '"') this.fail("expected a field's name in double quotes");
      const name: unknown = JSON.parse(this.string());
      if (typeof name !== "string" || seen.has(name)) this.fail("this field stands here twice", from);
      seen.add(name);
      this.space();
      if (this.text[this.at] !== ":") this.fail("expected a colon after the field's name");
      this.at += 1;
      this.value(depth + 1);
    };
  }

  private string(): string {
    const from = this.at;
    const body = this.take(/"(?:[^"\\]+|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*/y);
    const control = [...body].findIndex((letter) => letter < " ");
    if (control >= 0) this.fail("a line break or tab inside a text must be written \\n or \\t", from + control);
    const next = this.text[this.at];
    if (next === "\\") this.fail("a backslash in a text must be written twice");
    if (next !== '"') this.fail('this text lacks its closing "', from);
    this.at += 1;
    return `${body}"`;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}

function noValue(next: string | undefined): string {
  if (next === undefined) return "the text ends too early";
  if (next === "'" || next === "“" || next === "”") return 'text stands between straight double quotes: "…"';
  return "expected text in double quotes, a number, a list in [ ] or fields in { }";
}
