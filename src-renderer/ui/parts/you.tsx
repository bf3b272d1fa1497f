import type { CaseFile } from "#core/model/case-file.ts";
import { readReference } from "../../flows/read-reference.ts";
import { overviewWords } from "../words/timeline.ts";
import { Button } from "./button.tsx";

/** Whose case file it is and what they want, as told so far; a reference that was only read says so. */
export function You({ file, onChange }: { readonly file: CaseFile; readonly onChange: () => void }) {
  const found = readReference(file);
  return (
    <section className="card stack tight" aria-labelledby="you-title">
      <div className="row apart">
        <h2 id="you-title">{overviewWords.youTitle}</h2>
        <Button
          small
          icon="pencil"
          edits
          label={`${overviewWords.change}: ${overviewWords.youTitle}`}
          onPress={onChange}
        >
          {overviewWords.change}
        </Button>
      </div>
      <dl className="parts">
        <div>
          <dt>{overviewWords.name}</dt>
          <dd>{file.person.name === "" ? overviewWords.notGiven : file.person.name}</dd>
        </div>
        <div>
          <dt>{overviewWords.reference}</dt>
          <dd>
            {file.caseReference ?? (found === null ? overviewWords.notGiven : overviewWords.referenceFound(found))}
          </dd>
        </div>
        {file.wants.length === 0 ? null : (
          <div>
            <dt>{overviewWords.wantsTitle}</dt>
            <dd>
              <ol className="wants">
                {file.wants.map((want) => (
                  <li key={want}>{want}</li>
                ))}
              </ol>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
