import { sayDay } from "../../model/calendar-day.ts";
import { exhibitPlace, type Numbering } from "../numbering.ts";
import { colours } from "../page/paper.ts";
import type { Span } from "../page/wrap.ts";
import type { PackPlan, PlannedExhibit } from "../plan.ts";
import { type Block, type Row, say } from "./block.ts";

/** Every exhibit with its pages, by section. Title and page are links; both stand on the row's first line. */
export function exhibitIndexBlocks(plan: PackPlan, numbering: Numbering): readonly Block[] {
  if (plan.sections.length === 0) {
    return [{ kind: "paragraph", spans: say("There are no exhibits in this pack.") }];
  }
  const rows = plan.sections.flatMap(({ title, exhibits }): readonly Row[] => [
    { cells: [say(title)], look: "band" },
    ...exhibits.map((planned) => exhibitRow(planned, numbering)),
  ]);
  return [
    {
      kind: "paragraph",
      spans: say("The number at the foot of each page is also its page number in the PDF."),
      look: "small",
    },
    {
      kind: "table",
      columns: [
        { head: "No.", share: 0.08 },
        { head: "Document", share: 0.5 },
        { head: "Date", share: 0.22 },
        { head: "Pages", share: 0.09, align: "right" },
        { head: "Page", share: 0.11, align: "right" },
      ],
      rows,
    },
    ...headBlocks(plan),
  ];
}

/** In one piece, so that it can be copied out of the PDF and looked for. */
function headBlocks({ head }: PackPlan): readonly Block[] {
  if (head === null) return [];
  const says = say(`The history of the case file ended with this line when the pack was made:\n${head}`);
  return [{ kind: "paragraph", spans: says, look: "small" }];
}

function exhibitRow(planned: PlannedExhibit, numbering: Numbering): Row {
  const { exhibit, day, dayConfirmed, sheets } = planned;
  const to = exhibitPlace(exhibit.number);
  const page = numbering.pageOf(to) ?? 0;
  const says = `Go to exhibit ${exhibit.number}, ${exhibit.title}, on page ${page}`;
  const date: readonly Span[] =
    day === null
      ? say("no date", { colour: colours.grey })
      : [
          { text: sayDay(day) },
          ...(dayConfirmed ? [] : [{ text: "\nnot confirmed", weight: "italic", colour: colours.amber } as const]),
        ];
  return {
    cells: [
      say(String(exhibit.number)),
      [{ text: printTitle(exhibit.title), to, says }],
      date,
      say(String(sheets)),
      [{ text: String(page), to, says, weight: "bold" }],
    ],
  };
}

/** A title with printers' quotation marks and apostrophes. */
export function printTitle(title: string): string {
  return title
    .replace(/(^|[\s(])"/g, "$1\u201c")
    .replaceAll('"', "\u201d")
    .replace(/(^|[\s(])'/g, "$1\u2018")
    .replaceAll("'", "\u2019");
}
