import type { PageText } from "#core/model/page.ts";
import type { PageSink } from "./page-sink.ts";

/** More pages than these are not read of one file. */
export const mostPages = 3000;
/** The densest sheet of figures has some 5,000 words; looking for dates among many more takes minutes. */
const mostWords = 10_000;
/** Of a file that is words only: some 500 pages. */
const mostLetters = 1_500_000;

/** A sink that takes no more of a file than a letter can hold; what is left out is said. */
export function boundedSink(sink: PageSink): PageSink {
  let left = mostLetters;
  const cut = () => sink.problem("text-too-long");
  const boundedPage = (page: PageText): PageText => {
    const text = page.text?.slice(0, left) ?? null;
    left -= page.text?.length ?? 0;
    if (left < 0 || page.words.length > mostWords) cut();
    left = Math.max(0, left);
    return { ...page, text, words: page.words.slice(0, mostWords) };
  };
  return {
    known(count) {
      if (count > mostPages) cut();
      sink.known(Math.min(count, mostPages));
    },
    add(one) {
      if (one.page.number <= mostPages) sink.add({ ...one, page: boundedPage(one.page) });
    },
    problem: sink.problem,
  };
}
