import { useState } from "react";
import { type FieldVersion, historyOf } from "../../flows/custody.ts";
import { numbered } from "../numbered.ts";
import { sayMoment } from "../say.ts";
import { sayField, sayFieldText } from "../say-field.ts";
import { custodyWords } from "../words/custody.ts";
import { eraseWords } from "../words/erase.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { EraseForm } from "./erase-form.tsx";
import { FailedNotice } from "./failed.tsx";
import { useAnswer } from "./use-answer.ts";

interface EntryHistoryProps {
  readonly id: string;
  /** what the entry is called */
  readonly name: string;
  readonly onClose: () => void;
}

/** Every version of an entry, field by field. Erasing it for good, history and all, begins here too. */
export function EntryHistory({ id, name, onClose }: EntryHistoryProps) {
  const { value, failed } = useAnswer(() => historyOf(id), id);
  const [erases, setErases] = useState(false);
  if (erases) {
    return (
      <Dialog title={eraseWords.entryTitle} onClose={onClose} closeWords={eraseWords.dont}>
        <EraseForm kind="entry" ids={[id]} onErased={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={custodyWords.historyOf(name)} onClose={onClose} isWide beginsAtTitle>
      {value === null && failed === null ? <p role="status">{custodyWords.reading}</p> : null}
      <FailedNotice failed={failed} />
      {value === null ? null : <Versions versions={value} />}
      <p className="small soft">{custodyWords.shows}</p>
      <div>
        <Button small kind="quiet" icon="erase" edits onPress={() => setErases(true)}>
          {eraseWords.entryOpen}
        </Button>
      </div>
    </Dialog>
  );
}

function Versions({ versions }: { readonly versions: readonly FieldVersion[] }) {
  if (versions.length === 0) return <p className="soft">{custodyWords.nothing}</p>;
  return (
    <ol className="custody">
      {numbered(versions).map(({ place, item: version }) => (
        <li key={place}>
          <p className="soft small">{sayMoment(version.at)}</p>
          <p className="strong">{custodyWords.did[version.did]}</p>
          {version.fields.length === 0 ? null : (
            <dl className="parts">
              {version.fields.map((field) => (
                <div key={field.name}>
                  <dt>{sayField(field.name)}</dt>
                  <dd className="pre">
                    {field.before === null || field.before === "" ? null : (
                      <>
                        <del>{sayFieldText(field.name, field.before)}</del>{" "}
                      </>
                    )}
                    {field.after === "" ? (
                      <span className="soft">{custodyWords.emptied}</span>
                    ) : (
                      sayFieldText(field.name, field.after)
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
