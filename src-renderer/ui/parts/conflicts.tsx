import { useState } from "react";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Conflict } from "#core/vault/conflicts.ts";
import { session } from "../../flows/current-case.ts";
import { conflictGroups, nameOf, settleConflicts } from "../../flows/settle-conflicts.ts";
import { useStore } from "../../flows/store.ts";
import { sayMoment } from "../say.ts";
import { sayConflictValue, sayDisputed } from "../say-conflict.ts";
import { conflictWords } from "../words/conflicts.ts";
import { Button } from "./button.tsx";
import { ChoiceField } from "./fields.tsx";

/** Amounts and dates that two computers changed: both are shown, and the person says which is right. */
export function Conflicts() {
  const { kept } = useStore(session);
  if (kept === null || kept.conflicts.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="conflicts-title">
      <div className="stack tight">
        <h2 id="conflicts-title">{conflictWords.title}</h2>
        <p>{conflictWords.text}</p>
      </div>
      {conflictGroups(kept.conflicts).map((group) => (
        <Disputed key={group.map(nameOf).join(" ")} group={group} file={kept.file} />
      ))}
    </section>
  );
}

interface DisputedProps {
  /** of one entry */
  readonly group: readonly Conflict[];
  readonly file: CaseFile;
}

/** One entry: for each value that is disputed its sides, the one that stands marked. */
function Disputed({ group, file }: DisputedProps) {
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const sideOf = (conflict: Conflict) => {
    const last = conflict.sides.length - 1;
    const at = Number(picked[conflict.what] ?? last);
    return conflict.sides[at] ?? conflict.sides[last];
  };
  const settle = () => {
    const settled = group.map((conflict) => ({ field: conflict, value: sideOf(conflict)?.value ?? null }));
    void settleConflicts(settled, conflictWords.kept);
  };
  return (
    <div className="stack tight">
      <h3>{sayDisputed(group[0], file)}</h3>
      {group.map((conflict) => (
        <ChoiceField
          key={conflict.what}
          legend={conflictWords.fields[conflict.what]}
          value={picked[conflict.what] ?? `${conflict.sides.length - 1}`}
          options={conflict.sides.map(
            (side, at) =>
              [`${at}`, conflictWords.said(sayConflictValue(conflict, side.value), sayMoment(side.at))] as const,
          )}
          onChange={(at) => setPicked({ ...picked, [conflict.what]: at })}
        />
      ))}
      <div>
        <Button small edits onPress={settle}>
          {conflictWords.keep}
        </Button>
      </div>
    </div>
  );
}
