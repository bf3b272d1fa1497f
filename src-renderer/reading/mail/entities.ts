/** U+00A0 to U+00FF, in order: the names that HTML has had since 1995. */
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro " +
  "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil " +
  "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave " +
  "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml " +
  "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute " +
  "thorn yuml";

/** Those that letters use besides, Welsh vowels among them. Source: the HTML standard's table of named references. */
const others: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  euro: "€",
  ndash: "–",
  mdash: "—",
  minus: "−",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  lsaquo: "‹",
  rsaquo: "›",
  hellip: "…",
  bull: "•",
  dagger: "†",
  Dagger: "‡",
  trade: "™",
  permil: "‰",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  zwnj: "",
  zwj: "",
  lrm: "",
  rlm: "",
  Tab: "\t",
  NewLine: "\n",
  comma: ",",
  period: ".",
  colon: ":",
  sol: "/",
  lpar: "(",
  rpar: ")",
  num: "#",
  percnt: "%",
  commat: "@",
  hyphen: "\u2010",
  Wcirc: "Ŵ",
  wcirc: "ŵ",
  Ycirc: "Ŷ",
  ycirc: "ŷ",
};

const named = new Map<string, string>([
  ...latin.split(" ").map((name, at): [string, string] => [name, String.fromCodePoint(0xa0 + at)]),
  ...Object.entries(others),
]);

/** HTML text with its references read; those that are not known stay as they are written. */
export function withoutEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}[1-4]{0,2}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(name) ?? whole;
    return letterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** 128 to 159 are meant as Windows-1252, whatever the page is written in (HTML standard, 13.2.5.80). */
function letterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder("windows-1252").decode(Uint8Array.of(code));
  const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : "\ufffd";
}
