import { withdrawExhibit } from "../../flows/keep-entries.ts";
import { keepBoth, type OpenTwin } from "../../flows/kept-twice.ts";
import { openLetter } from "../place.ts";
import { keptTwiceWords } from "../words/kept-twice.ts";
import { Button } from "./button.tsx";

interface TwinActsProps {
  readonly twin: OpenTwin;
  /** whether others stand on the same screen: then each button says which letter it is about */
  readonly isOneOfMany: boolean;
}

/** What can be done with a letter that looks like another one. */
export function TwinActs({ twin: { exhibit, other, is }, isOneOfMany }: TwinActsProps) {
  // A part says nothing that the whole doesn't: of those two the part goes.
  const spare = is === "whole" ? other : exhibit;
  const label = (act: string) => (isOneOfMany ? keptTwiceWords.about(act, exhibit.number) : act);
  const withdraw = is === "whole" ? keptTwiceWords.withdrawOther(other.number) : keptTwiceWords.withdrawThis;
  return (
    <div className="row">
      <Button
        small
        edits
        label={label(withdraw)}
        onPress={() => void withdrawExhibit(spare, true, keptTwiceWords.withdrawn(spare.number))}
      >
        {withdraw}
      </Button>
      <Button
        small
        edits
        label={label(keptTwiceWords.keepBoth)}
        onPress={() => void keepBoth(exhibit.id, other.id, keptTwiceWords.bothKept(other.number, exhibit.number))}
      >
        {keptTwiceWords.keepBoth}
      </Button>
      <Button small kind="quiet" onPress={() => openLetter(other.id)}>
        {keptTwiceWords.look(other.number)}
      </Button>
    </div>
  );
}
