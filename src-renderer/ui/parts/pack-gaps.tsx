import type { CaseFile } from "#core/model/case-file.ts";
import type { Recipient } from "#core/pack/order.ts";
import { beginPerson } from "../../flows/drafts.ts";
import { type Gap, packGaps } from "../../flows/pack-gaps.ts";
import { go, openLetter } from "../place.ts";
import { packWords } from "../words/pack.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface PackGapsProps {
  readonly file: CaseFile;
  readonly recipient: Recipient;
}

/** What the pack would lack, said before it is made, each with the way to where it can be put right. */
export function PackGaps({ file, recipient }: PackGapsProps) {
  const gaps = packGaps(file, recipient);
  if (gaps.length === 0) {
    return (
      <p className="row">
        <Icon name="tick" />
        {packWords.gapsNone}
      </p>
    );
  }
  return (
    <section className="notice amber gaps" aria-labelledby="gaps-title">
      <Icon name="warning" />
      <div className="stack tight">
        <h2 id="gaps-title" className="what">
          {packWords.gapsTitle}
        </h2>
        <ul className="stack tight">
          {gaps.map((gap) => (
            <li key={gap.kind} className="gap">
              <span>{gapWords(gap)}</span>
              <Button small onPress={() => mend(gap, file)}>
                {packWords.gapActs[gap.kind]}
              </Button>
            </li>
          ))}
        </ul>
        <p className="small">{packWords.gapsHint}</p>
      </div>
    </section>
  );
}

function gapWords(gap: Gap): string {
  switch (gap.kind) {
    case "person":
      return packWords.gapPerson(gap.missing);
    case "unproved":
      return packWords.gapUnproved(gap.count);
    case "unchecked":
      return packWords.waiting(gap.count);
    default:
      return packWords.gaps[gap.kind];
  }
}

function mend(gap: Gap, file: CaseFile): void {
  switch (gap.kind) {
    case "no-final-response":
      go("inbox");
      break;
    case "no-wants":
      go("overview");
      beginPerson(file, "wants");
      break;
    case "person":
      go("overview");
      beginPerson(file, "person");
      break;
    case "no-issues":
      go("complaint");
      break;
    case "unproved":
      go("costs");
      break;
    case "unchecked":
      openLetter(gap.exhibitId);
  }
}
