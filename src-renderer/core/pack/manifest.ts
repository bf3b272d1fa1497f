import type { MadeExhibit } from "./exhibits/make-exhibit.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { exhibitPlace } from "./numbering.ts";
import type { PackManifest } from "./order.ts";
import type { PackPlan } from "./plan.ts";

/** Where each exhibit begins, with words by which its first page can be known again. */
export function packManifest(plan: PackPlan, front: FrontMatter, made: readonly MadeExhibit[]): PackManifest {
  const byNumber = new Map(made.map((one) => [one.source.exhibit.number, one]));
  return {
    title: plan.title,
    author: plan.author,
    documents: plan.sections.flatMap(({ title: section, exhibits }) =>
      exhibits.map(({ exhibit, sheets }) => ({
        section,
        title: exhibit.title,
        page: front.numbering.pageOf(exhibitPlace(exhibit.number)) ?? 0,
        pages: sheets,
        needle: needleOf(byNumber.get(exhibit.number)?.sheets[0]?.words ?? []),
      })),
    ),
  };
}

/** The longest plain word of the page, so that it stands in one piece however text is taken out again. */
function needleOf(words: readonly string[]): string | null {
  const plain = words.filter((word) => /^[A-Za-z]{5,}$/.test(word));
  return plain.reduce((longest: string | null, word) => (word.length > (longest?.length ?? 0) ? word : longest), null);
}
