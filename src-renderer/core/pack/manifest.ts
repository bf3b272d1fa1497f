import type { MadeExhibit } from "./exhibits/make-exhibit.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { exhibitPlace } from "./numbering.ts";
import type { PackManifest } from "./order.ts";
import type { PackPlan } from "./plan.ts";

interface Made {
  readonly plan: PackPlan;
  readonly front: FrontMatter;
  readonly made: readonly MadeExhibit[];
  /** what was read out of each page of the finished pack */
  readonly texts: readonly string[];
}

/** Where each exhibit begins, with words by which its first page can be known again. */
export function packManifest({ plan, front, made, texts }: Made): PackManifest {
  const byNumber = new Map(made.map((one) => [one.source.exhibit.number, one]));
  return {
    title: plan.title,
    author: plan.author,
    documents: plan.sections.flatMap(({ title: section, exhibits }) =>
      exhibits.map(({ exhibit, sheets }) => {
        const page = front.numbering.pageOf(exhibitPlace(exhibit.number)) ?? 0;
        const words = byNumber.get(exhibit.number)?.sheets[0]?.words ?? [];
        return { section, title: exhibit.title, page, pages: sheets, needle: needleOf(words, texts[page - 1] ?? "") };
      }),
    ),
  };
}

/** The longest plain word of the page that can be taken out of the finished pack again in one piece. */
function needleOf(words: readonly string[], text: string): string | null {
  const plain = words.filter((word) => /^[A-Za-z]{5,}$/.test(word)).sort((one, other) => other.length - one.length);
  return plain.slice(0, 40).find((word) => text.includes(word)) ?? null;
}
