import { useState } from "react";
import type { Exhibit } from "#core/model/exhibit.ts";
import { type CustodyEntry, custodyOfExhibit } from "../../flows/custody.ts";
import { sayMoment } from "../say.ts";
import { sayDeed } from "../say-deed.ts";
import { custodyWords } from "../words/custody.ts";
import { eraseWords } from "../words/erase.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { EraseForm } from "./erase-form.tsx";
import { FailedNotice } from "./failed.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { useAnswer } from "./use-answer.ts";

interface CustodyLogProps {
  readonly exhibit: Exhibit;
  readonly onClose: () => void;
  readonly onErase: () => void;
}

/** What was done to a letter since it was added, and what that shows. Erasing it for good begins here too. */
export function CustodyLog({ exhibit, onClose, onErase }: CustodyLogProps) {
  const { value, failed } = useAnswer(() => custodyOfExhibit(exhibit.id), exhibit.id);
  const [erases, setErases] = useState(false);
  if (erases) {
    return (
      <Dialog title={eraseWords.letterTitle} onClose={onClose} closeWords={eraseWords.dont}>
        <EraseForm kind="letter" ids={[exhibit.id]} onErased={onErase} />
      </Dialog>
    );
  }
  return (
    <Dialog title={custodyWords.title} onClose={onClose} isWide beginsAtTitle>
      {value === null && failed === null ? <p role="status">{custodyWords.reading}</p> : null}
      <FailedNotice failed={failed} />
      {value === null ? null : <Entries entries={value} exhibit={exhibit} />}
      <p className="small soft">{custodyWords.shows}</p>
      <div>
        <Button small kind="quiet" icon="erase" edits onPress={() => setErases(true)}>
          {eraseWords.letterOpen}
        </Button>
      </div>
    </Dialog>
  );
}

interface EntriesProps {
  readonly entries: readonly CustodyEntry[];
  readonly exhibit: Exhibit;
}

function Entries({ entries, exhibit }: EntriesProps) {
  if (entries.length === 0) return <p className="soft">{custodyWords.nothing}</p>;
  return (
    <ol className="custody">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="soft small">{sayMoment(entry.at)}</p>
          <p>{sayDeed(entry.did, exhibit)}</p>
          {entry.did.kind === "added"
            ? entry.did.files.map((file) => (
                <Fingerprint key={file.sha256} label={custodyWords.fingerprintOf(file.name)} value={file.sha256} />
              ))
            : null}
          {entry.did.kind === "shown-in-pack" ? (
            <Fingerprint label={custodyWords.packFingerprint} value={entry.did.packSha256} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
