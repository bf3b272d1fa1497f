import type { Mention } from "#core/model/mention.ts";
import { markWords } from "../mark-words.ts";

/** The sentence a date stands in, its own words marked; around the words only, unless the whole is wanted. */
export function DateContext({ mention, isWhole }: { readonly mention: Mention; readonly isWhole: boolean }) {
  const { before, words, after } = markWords(mention.context, mention.words, isWhole ? Number.MAX_SAFE_INTEGER : 60);
  return (
    <span className="date-context small">
      {before}
      <mark>{words}</mark>
      {after}
    </span>
  );
}
