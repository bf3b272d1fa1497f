import { sayLetterKind } from "#core/case-work/letter-title.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { letterKinds } from "#core/model/letter.ts";
import { recipients } from "#core/pack/order.ts";
import type { CustodyDeed } from "../flows/custody.ts";
import { saySize, sayValue } from "./say.ts";
import { custodyWords } from "./words/custody.ts";
import { recipientWords } from "./words/pack.ts";

/** One thing that was done to a letter, in a sentence. */
export function sayDeed(did: CustodyDeed, exhibit: Exhibit): string {
  const { deeds } = custodyWords;
  switch (did.kind) {
    case "added":
      return deeds.added(did.files.map((file) => `${file.name} (${saySize(file.sizeBytes)})`));
    case "titled":
      return deeds.titled(did.title);
    case "kind-told":
      return deeds.kindTold(sayKind(did.letterKind));
    case "date-judged":
      return deeds.judged[did.judgement](sayDate(exhibit, did.position));
    case "date-told":
      return deeds.dateTold;
    case "withdrawn":
      return deeds.withdrawn;
    case "taken-in-again":
      return deeds.takenIn;
    case "shown-in-pack":
      return deeds.shown(sayRecipient(did.recipient));
    case "bundle-made":
      return deeds.bundle;
  }
}

function sayKind(text: string): string {
  const kind = letterKinds.find((one) => one === text);
  return kind === undefined ? text : sayLetterKind(kind);
}

function sayDate(exhibit: Exhibit, position: number): string {
  const mention = exhibit.letter.mentions[position];
  return mention === undefined ? custodyWords.someDate : sayValue(mention.value);
}

/** A recipient of a later Folio is named as it was written down. */
function sayRecipient(text: string): string {
  const known = recipients.find((one) => one === text);
  return known === undefined ? text : recipientWords[known].name;
}
