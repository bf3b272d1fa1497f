import { answerSame, readings } from "../../flows/add-letters.ts";
import { session } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { titleAlone } from "../say.ts";
import { sameFileWords } from "../words/kept-twice.ts";
import { Button } from "./button.tsx";

/** Says which files are kept already, and asks whether they are to be kept once more. */
export function SameFiles() {
  const same = useStore(readings).filter(({ state }) => state === "same");
  const exhibits = useStore(session).kept?.file.exhibits ?? [];
  if (same.length === 0) return null;
  const all = same.map(({ id }) => id);
  return (
    <section className="card stack" aria-labelledby="same-title">
      <div role="status">
        <h2 id="same-title">{sameFileWords.title(same.length)}</h2>
        <p className="soft">{same.length === 1 ? sameFileWords.textOne : sameFileWords.text}</p>
      </div>
      <ul className="stack tight">
        {same.map(({ id, name, sameAs }) => {
          const other = exhibits.find((exhibit) => exhibit.id === sameAs);
          return (
            <li className="row apart" key={id}>
              <span>
                <span className="strong reading-name">{name}</span>{" "}
                <span className="soft small">
                  {other === undefined ? "" : sameFileWords.sameAs(other.number, titleAlone(other), other.withdrawn)}
                </span>
              </span>
              {same.length === 1 ? null : (
                <Button
                  small
                  kind="quiet"
                  edits
                  label={sameFileWords.addName(name)}
                  onPress={() => answerSame([id], "add")}
                >
                  {sameFileWords.addOne}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div className="row">
        <Button kind="first" onPress={() => answerSame(all, "leave")}>
          {sameFileWords.leave(same.length)}
        </Button>
        <Button edits onPress={() => answerSame(all, "add")}>
          {sameFileWords.add(same.length)}
        </Button>
      </div>
    </section>
  );
}
