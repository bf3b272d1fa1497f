import { answerPictures, movePictureUp, offeredPictures } from "../../flows/offered-files.ts";
import { useStore } from "../../flows/store.ts";
import { words } from "../words/common.ts";
import { inboxWords } from "../words/letters.ts";
import { Button } from "./button.tsx";

/** Asks whether pictures that came together are the pages of one letter, and in which order. */
export function JoinPictures() {
  const pictures = useStore(offeredPictures);
  if (pictures === null) return null;
  return (
    <section className="card stack" aria-labelledby="join-title">
      <div role="status">
        <h2 id="join-title">{inboxWords.joinTitle(pictures.length)}</h2>
        <p className="soft">{inboxWords.joinText}</p>
      </div>
      <ol className="stack tight">
        {pictures.map((picture, index) => (
          <li className="row" key={picture.name}>
            <span className="page-number">{index + 1}</span>
            <span>{picture.name}</span>
            {index === 0 ? null : (
              <Button small kind="quiet" label={inboxWords.joinUp(picture.name)} onPress={() => movePictureUp(index)}>
                {inboxWords.moveUp}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div className="row">
        <Button kind="first" onPress={() => answerPictures("one")}>
          {inboxWords.joinOne}
        </Button>
        <Button onPress={() => answerPictures("each")}>{inboxWords.joinEach(pictures.length)}</Button>
        <Button kind="quiet" onPress={() => answerPictures("none")}>
          {words.cancel}
        </Button>
      </div>
    </section>
  );
}
