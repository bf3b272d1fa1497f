import type { Block, LetterSource, TableBlock } from "./letter-source.ts";
import type { Random } from "./random.ts";

/** How a sender's letters look: the same on every page of one letter. */
export interface LetterLook {
  readonly font: string;
  readonly fontWeight: number;
  readonly points: number;
  readonly leading: number;
  readonly marginMillimetres: number;
  readonly ink: string;
  readonly justified: boolean;
  readonly rules: "all" | "rows" | "none";
  readonly accent: string;
  readonly headFill: string;
}

/** Typefaces that letters are set in, and hands for what is written on them. Installed for measuring only. */
export const typefaces = [
  "Arimo",
  "Tinos",
  "Carlito",
  "Cousine",
  "Lato",
  "EB Garamond",
  "Source Sans 3",
  "Libre Franklin",
  "Merriweather",
  "Special Elite",
] as const;
export const hands = ["Kalam", "Caveat"] as const;

/** A look drawn by chance: common ones more often. */
export function anyLook(random: Random): LetterLook {
  const font = random.chance(0.45) ? random.pick(["Arimo", "Tinos", "Carlito"]) : random.pick(typefaces);
  return {
    font,
    fontWeight: random.chance(0.9) ? 400 : 600,
    points: random.pick([9.5, 10, 10.5, 11, 11, 11.5, 12]),
    leading: random.pick([1.15, 1.25, 1.35, 1.5]),
    marginMillimetres: random.pick([17, 20, 22, 25]),
    ink: random.pick(["#000", "#111", "#222", "#1d2b45"]),
    justified: random.chance(0.2),
    rules: random.pick(["all", "all", "rows", "none"]),
    accent: random.pick(["#000", "#00594c", "#1d4f91", "#7a1530", "#444"]),
    headFill: random.pick(["transparent", "transparent", "#e8e8e8", "#1d3557"]),
  };
}

/** A letter as one HTML page a sheet of A4, to be printed by a browser. @param fontFaces CSS that names the typefaces */
export function letterHtml(letter: LetterSource, look: LetterLook, fontFaces: string): string {
  const sheets = letter.pages.map(
    (blocks) => `<section class="sheet">${blocks.map((one) => html(one)).join("")}</section>`,
  );
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><style>${fontFaces}${styles(look)}</style></head><body>${sheets.join("")}</body></html>`;
}

function styles(look: LetterLook): string {
  const headInk = look.headFill === "#1d3557" ? "#fff" : "inherit";
  const cell =
    look.rules === "all"
      ? "border: 0.75pt solid #333;"
      : look.rules === "rows"
        ? "border-bottom: 0.5pt solid #777;"
        : "";
  return `
@page { size: A4; margin: 0 }
* { box-sizing: border-box }
html, body { margin: 0; background: #fff }
.sheet { width: 210mm; height: 296.9mm; padding: ${look.marginMillimetres}mm; position: relative; overflow: hidden; break-after: page;
  font: ${look.fontWeight} ${look.points}pt/${look.leading} "${look.font}"; color: ${look.ink}; text-align: ${look.justified ? "justify" : "left"} }
.sheet > *, .column > * { margin: 0 0 0.75em }
.right { width: fit-content; margin-left: auto !important } .middle { text-align: center }
.bold { font-weight: 700 } .large { font-size: 1.45em; color: ${look.accent}; font-weight: 700; line-height: 1.1 }
h2 { font-size: 1.12em; line-height: 1.25; color: ${look.accent} }
.columns { display: flex; gap: 8mm; justify-content: space-between } .column { flex: 0 1 auto }
.boxed { border: 1pt solid #222; padding: 2mm 3mm }
dl { display: grid; grid-template-columns: auto auto; column-gap: 4mm; width: fit-content } dt, dd { margin: 0 }
table { border-collapse: collapse; width: 100%; text-align: left } th, td { padding: 0.25em 0.6em; vertical-align: top; ${cell} }
th { background: ${look.headFill}; color: ${headInk}; font-weight: 700 }
table.ruled th, table.ruled td { border: 0.75pt solid #333 } table.bare th, table.bare td { border: 0 }
footer { position: absolute; left: ${look.marginMillimetres}mm; right: ${look.marginMillimetres}mm; bottom: 9mm; font-size: 0.78em; margin: 0 !important }
.hand { font-family: "Kalam"; color: #1a2f8f; font-size: 1.35em; rotate: -2deg; width: fit-content; margin-left: 40mm !important }
.stamp { position: absolute; top: 52mm; right: 24mm; rotate: -7deg; border: 2pt solid #b3203a; color: #b3203a; padding: 2mm 4mm; font: 700 12pt/1.2 "Cousine"; text-align: center; opacity: 0.8 }`;
}

function html(block: Block): string {
  if ("lines" in block) {
    const classes = [block.at ?? "left", block.bold ? "bold" : "", block.large ? "large" : ""].join(" ");
    return `<div class="${classes}">${block.lines.map(escaped).join("<br>")}</div>`;
  }
  if ("details" in block) return details(block);
  if ("heading" in block) return `<h2>${escaped(block.heading)}</h2>`;
  if ("para" in block)
    return `<p class="${block.bold ? "bold" : ""} ${block.boxed ? "boxed" : ""}">${escaped(block.para)}</p>`;
  if ("bullets" in block) return `<ul>${block.bullets.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
  if ("numbered" in block) return `<ol>${block.numbered.map((item) => `<li>${escaped(item)}</li>`).join("")}</ol>`;
  if ("table" in block) return table(block.table);
  if ("columns" in block) {
    const columns = block.columns.map(
      (blocks) => `<div class="column">${blocks.map((one) => html(one)).join("")}</div>`,
    );
    return `<div class="columns">${columns.join("")}</div>`;
  }
  if ("footer" in block) return `<footer>${escaped(block.footer)}</footer>`;
  if ("hand" in block) return `<div class="hand">${escaped(block.hand)}</div>`;
  return `<div class="stamp">${block.stamp.map(escaped).join("<br>")}</div>`;
}

function details({ details: rows, at, colon, boxed }: Extract<Block, { details: unknown }>): string {
  const classes = `${at ?? "left"} ${boxed ? "boxed" : ""}`;
  if (colon === false) {
    return `<dl class="${classes}">${rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>`;
  }
  return `<div class="${classes}">${rows.map(([name, value]) => `${escaped(name)}: ${escaped(value)}`).join("<br>")}</div>`;
}

function table({ head, rows, ruled }: TableBlock): string {
  const cells = (row: readonly string[], tag: string) =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("");
  const classes = ruled === undefined ? "" : ruled ? "ruled" : "bare";
  const first = head === undefined ? "" : `<thead><tr>${cells(head, "th")}</tr></thead>`;
  return `<table class="${classes}">${first}<tbody>${rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("")}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
}
