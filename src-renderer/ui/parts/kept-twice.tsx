import type { CaseFile } from "#core/model/case-file.ts";
import { keptTwice, openTwins } from "../../flows/kept-twice.ts";
import { useStore } from "../../flows/store.ts";
import { titleAlone } from "../say.ts";
import { keptTwiceWords, madeAs } from "../words/kept-twice.ts";
import { TwinActs } from "./twin-acts.tsx";

/** Asked about at once; the rest come up as these are answered. */
const atOnce = 3;

/** Letters that look as if they were kept twice, with what can be done about each. */
export function KeptTwice({ file }: { readonly file: CaseFile }) {
  const twins = openTwins(file, useStore(keptTwice));
  if (twins.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="twins-title">
      <div role="status">
        <h2 id="twins-title">{keptTwiceWords.title(twins.length)}</h2>
        <p className="soft">{keptTwiceWords.text}</p>
      </div>
      <ul className="readings">
        {twins.slice(0, atOnce).map((twin) => (
          <li key={`${twin.exhibit.id} ${twin.other.id}`} className="stack tight twin">
            <p>
              <span className="strong">{titleAlone(twin.exhibit)}</span>{" "}
              <span className="soft small">{twin.exhibit.files.map(({ name }) => name).join(", ")}</span>
            </p>
            <p>{keptTwiceWords.looksLike(madeAs(twin.exhibit), twin.other.number, twin.is)}.</p>
            <TwinActs twin={twin} isOneOfMany={twins.length > 1} />
          </li>
        ))}
      </ul>
      {twins.length <= atOnce ? null : <p className="soft small">{keptTwiceWords.more(twins.length - atOnce)}</p>}
    </section>
  );
}
