import { callDrafts, costDrafts, issueDrafts, messageDrafts } from "../../flows/drafts.ts";
import { go, type ScreenName } from "../place.ts";
import { newWords } from "../words/common.ts";
import { callWords, costWords, issueWords } from "../words/entries.ts";
import { AddButton } from "./add-button.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import type { IconName } from "./icon.tsx";

interface NewThing {
  readonly words: string;
  readonly icon: IconName;
  readonly screen: ScreenName;
  readonly begin: () => void;
}

const things: readonly NewThing[] = [
  { words: callWords.addCall, icon: "calls", screen: "calls", begin: callDrafts.begin },
  { words: callWords.addMessage, icon: "message", screen: "calls", begin: messageDrafts.begin },
  { words: costWords.add, icon: "costs", screen: "costs", begin: costDrafts.begin },
  { words: issueWords.add, icon: "complaint", screen: "complaint", begin: issueDrafts.begin },
];

/** Asks what is new, from any screen, and opens its form. */
export function NewMenu({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={newWords.title} onClose={onClose}>
      <ul className="new-things">
        {things.map(({ words, icon, screen, begin }) => (
          <li key={words}>
            <Button
              icon={icon}
              edits
              onPress={() => {
                onClose();
                // Once the dialog is gone and has given the focus back: the form takes it from there.
                setTimeout(() => {
                  go(screen);
                  begin();
                });
              }}
            >
              {words}
            </Button>
          </li>
        ))}
        <li>
          <AddButton kind="plain" icon="inbox" onAdded={onClose} />
        </li>
      </ul>
    </Dialog>
  );
}
