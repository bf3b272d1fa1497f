import { useState } from "react";
import type { CaseFile } from "#core/model/case-file.ts";
import { say } from "../../flows/current-case.ts";
import { isStale, type PackState } from "../../flows/pack-order.ts";
import { savePack } from "../../flows/save-pack.ts";
import { packWords, recipientWords } from "../words/pack.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Notice } from "./notice.tsx";
import { PackPreview } from "./pack-preview.tsx";

interface PackReadyProps {
  readonly state: Extract<PackState, { kind: "ready" }>;
  readonly file: CaseFile;
}

/** The finished pack: what to mind before sending it, its real pages, and saving. */
export function PackReady({ state, file }: PackReadyProps) {
  const [isSaving, setSaving] = useState(false);
  const { made, recipient } = state;
  const isOld = isStale(state, file);
  const save = async () => {
    setSaving(true);
    const where = await savePack(made, recipient, packWords.fileName);
    setSaving(false);
    say(where === null ? packWords.notSaved : packWords.saved(where));
  };
  return (
    <section className="stack" aria-labelledby="ready-title">
      <div className="row apart">
        <div role="status">
          <h2 id="ready-title" tabIndex={-1} ref={beginHere}>
            {packWords.ready(made.pageCount)}
          </h2>
          <p className="soft">{recipientWords[recipient].name}</p>
        </div>
        <Button kind="first" icon="save" disabled={isSaving || isOld} onPress={() => void save()}>
          {isSaving ? packWords.saving : packWords.save}
        </Button>
      </div>
      {isOld ? <Notice tone="amber" role="status" what={packWords.stale} /> : null}
      <p className="small soft">{packWords.notLocked}</p>
      <Warnings warnings={made.warnings} />
      <PackPreview made={made} />
    </section>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) {
    return (
      <p className="row">
        <Icon name="tick" />
        {packWords.noWarnings}
      </p>
    );
  }
  return (
    <div className="notice amber">
      <Icon name="warning" />
      <div>
        <h3 className="what">{packWords.warnings}</h3>
        <ul className="bullets">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The pack was waited for: when it is there, the eye and the focus go to it. */
function beginHere(title: HTMLHeadingElement | null): void {
  title?.focus({ preventScroll: true });
  title?.scrollIntoView({ block: "start" });
}
