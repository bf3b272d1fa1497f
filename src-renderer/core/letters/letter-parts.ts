/** A letter by its parts, as far as its text shows them. What isn't there is "". */
export interface LetterParts {
  /** everything up to the greeting; the first 420 letters where there is none */
  readonly head: string;
  /** the greeting's own line: "Dear Sir or Madam" */
  readonly greeting: string;
  /** what the letter says it is about: the lines round the greeting, "Re:", "Subject:" */
  readonly subject: string;
  /** the first sentences after that, where a letter comes to its point */
  readonly opening: string;
  /** from the greeting to the close */
  readonly body: string;
  /** the lines after "Yours sincerely" */
  readonly signed: string;
}

const openingLength = 200;

/**
 * Takes a letter to pieces: its heading and who signs it tell more than anything its body mentions.
 *
 * @param text the cleaned text of all pages
 */
export function partsOf(text: string): LetterParts {
  const greeted = /(?:^|\n)(?:\p{L}[^\n\t]{0,60}\t)?(Dear\b[^\n\t]{0,60}|To whom it may concern[^\n\t]{0,10})/iu.exec(
    text.slice(0, 3000),
  );
  const greetingAt = greeted === null ? 0 : greeted.index;
  const bodyAt = greeted === null ? 0 : greeted.index + greeted[0].length;
  const closed = lastMatch(text, closing);
  const bodyEnd = closed !== null && closed.index > bodyAt ? closed.index : text.length;
  const body = text.slice(bodyAt, bodyEnd);
  const heading = greeted === null ? text.slice(0, 500) : linesAfter(body);
  const labelled = /(?:^|\n)(?:Re|Subject|About|Title)[.:][ \t\n]*([^\n]{3,120})/i.exec(text.slice(0, 2000));
  return {
    head: greeted === null ? text.slice(0, 420) : text.slice(0, greetingAt),
    greeting: greeted?.[1]?.trim() ?? "",
    subject: [linesBefore(text.slice(0, greetingAt)), labelled?.[1] ?? "", heading].join("\n"),
    opening: body.slice(greeted === null ? 500 : 0).slice(0, openingLength + heading.length),
    body,
    signed: closed === null ? "" : text.slice(closed.index + closed[0].length, closed.index + closed[0].length + 200),
  };
}

const closing =
  /(?:^|\n)[ \t]*(?:Yours(?: (?:sincerely|faithfully|truly|ever))?|(?:With )?(?:kind |best )?(?:regards|wishes)|Many thanks|Thank you)[,.]?[ \t]*(?=\n|$)/gi;

function lastMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (const match of text.matchAll(pattern)) last = match;
  return last;
}

/** What stands right over the greeting, when it is no address, number or date. */
function linesBefore(head: string): string {
  const lines = head.trimEnd().split(/\n+/).slice(-4);
  return lines.filter((line) => /\p{L}{3,}.* .*\p{L}{3,}/u.test(line) && !furniture.test(line)).join("\n");
}

const furniture =
  /\b(?:ref(?:erence)?|tel(?:ephone)?|phone|date|email|e-mail|street|road|lane|row|house|floor|office|website|www|PO Box|mail handling)\b|@|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b|gov\.uk|^(?:Mr|Mrs|Ms|Miss|Dr)\b/i;

/** The lines right under the greeting: the first whatever it is, then short ones that end without a stop. */
function linesAfter(body: string): string {
  const lines = body.replace(/^[\s,]+/, "").split(/\n+/);
  const kept = [lines[0]?.slice(0, 160) ?? ""];
  for (const line of lines.slice(1, 3)) {
    if (line.length > 75 || /[.,;]$/.test(line) || /[.,;]$/.test(kept.at(-1) ?? "")) break;
    if ((kept.at(-1)?.length ?? 0) > 75) break;
    kept.push(line);
  }
  return kept.join("\n");
}
