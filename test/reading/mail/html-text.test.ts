import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlText } from "../../../src-renderer/reading/mail/html-text.ts";

describe("an HTML mail as text", () => {
  it.each([
    [
      "has paragraphs apart and lines where they break",
      "<p>Dear&nbsp;Ms <b>Oka</b>for,</p>\n<p>one<br>two\n three</p>",
      "Dear\u00a0Ms Okafor,\n\none\ntwo three",
    ],
    [
      "has cells side by side with tabs",
      "<table><tr><th>Due<th>Amount<tr><td>31/07/2024<td>&pound;5</table>end",
      "Due\tAmount\n31/07/2024\t£5\nend",
    ],
    [
      "has a table that only sets the page as lines",
      "<table><tr><td></td><td><table><tr><td>one</td></tr><tr><td>two</td></tr></table></td></tr></table>",
      "one\ntwo",
    ],
    [
      "keeps quoted parts, marked",
      "yes<blockquote>On 1 May you wrote:<blockquote>why?</blockquote></blockquote>no",
      "yes\n> On 1 May you wrote:\n> > why?\nno",
    ],
    [
      "leaves out scripts, styles, comments and titles",
      "<title>t</title><style>p{}</style><script>1<2</script><!-- <p>no -->yes<![endif]>",
      "yes",
    ],
    [
      "reads references by name and number, Windows' ones too",
      "&wcirc;&#8217;&#x2013;&#146;&pound5 &unknown; &#xD800;",
      "ŵ’–’£5 &unknown; \ufffd",
    ],
    ["keeps what is written as it is", "<pre>a  b\n  c</pre>", "a  b\n  c"],
    ["has lists with dashes", "<ul><li>one<li>two</ul>", "- one\n- two"],
    ["keeps what only looks like a tag", "5 < 6 and <3", "5 < 6 and <3"],
    ["is not misled by quotes in tags", '<a title="a>b" href=\'x\'>yes</a><a b=">no', "yesno"],
  ])("%s", (_, html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it("is made of any HTML at all", () => {
    const piece = fc.constantFrom(
      "<table>",
      "</table>",
      "<tr>",
      "<td>",
      "</td>",
      "</tr>",
      "<p>",
      "<pre>",
      "<blockquote>",
      "<",
      "&",
      "<!--",
      "<a b='",
      "x",
      " ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
        expect(typeof htmlText(pieces.join(""))).toBe("string");
      }),
    );
  });

  it.each([
    "<table><tr><td>",
    "<a b='",
    "<!--",
    "<blockquote>",
    "<script>",
    "<p>&",
    "<div ",
    "</td></tr></table>",
    "<ul><li>",
  ])("of a million letters of %s takes less than three seconds", (piece) => {
    const started = performance.now();
    htmlText(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
