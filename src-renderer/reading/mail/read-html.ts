/** What a piece of HTML is made of, in order, however badly it is written. */
export interface HtmlEvents {
  /** name in small letters */
  open(name: string): void;
  close(name: string): void;
  /** as written: with its references and white space */
  text(text: string): void;
}

/** What stands in these is not shown, or is not HTML. */
const unread = new Set([
  "script",
  "style",
  "title",
  "template",
  "noscript",
  "noembed",
  "noframes",
  "iframe",
  "object",
  "svg",
  "math",
  "select",
  "textarea",
  "xmp",
]);

/**
 * Reads HTML from end to end, once: nothing is built, run or fetched, and no input takes more than one walk through it.
 * Tags come as they are written; nobody checks that they belong together.
 */
export function readHtml(html: string, events: HtmlEvents): void {
  const small = html.toLowerCase();
  const ends = createEnds(html);
  let at = 0;
  while (at < html.length) {
    const mark = html.indexOf("<", at);
    const textEnd = mark < 0 ? html.length : mark;
    if (textEnd > at) events.text(html.slice(at, textEnd));
    if (mark < 0) return;
    at = afterMark(html, mark);
  }

  function afterMark(source: string, mark: number): number {
    if (source.startsWith("<!--", mark)) return ends.after("-->", mark + 4);
    if (/[!?]/.test(source.charAt(mark + 1))) return ends.after(">", mark + 2);
    const tag = /^<(\/?)([a-z][a-z0-9:-]{0,40})/.exec(small.slice(mark, mark + 48));
    if (tag === null) {
      events.text("<");
      return mark + 1;
    }
    const [written, slash, name = ""] = tag;
    const end = ends.ofTag(mark + written.length);
    if (slash === "/") events.close(name);
    else if (unread.has(name) && source.charAt(end - 2) !== "/") return afterElement(name, end);
    else events.open(name);
    return end;
  }

  function afterElement(name: string, from: number): number {
    const close = small.indexOf(`</${name}`, from);
    return close < 0 ? html.length : ends.after(">", close);
  }
}

/** Finds where things end. What isn't there any more is not looked for again: no input is walked through twice. */
function createEnds(html: string) {
  const gone = new Set<string>();
  function find(mark: string, from: number): number {
    if (gone.has(mark)) return -1;
    const found = html.indexOf(mark, from);
    if (found < 0) gone.add(mark);
    return found;
  }
  function after(mark: string, from: number): number {
    const found = find(mark, from);
    return found < 0 ? html.length : found + mark.length;
  }
  return {
    after,
    /** After the ">" of a tag: one within quotes is a letter like any other, as long as the quotes end. */
    ofTag(from: number): number {
      for (let at = from; at < html.length; at += 1) {
        const letter = html.charAt(at);
        if (letter === ">") return at + 1;
        const close = (letter === '"' || letter === "'") && html.charAt(at - 1) === "=" ? find(letter, at + 1) : -1;
        if (close >= 0) at = close;
      }
      return html.length;
    },
  };
}
