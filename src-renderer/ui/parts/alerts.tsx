import { useState } from "react";
import { problemWords } from "#core/problem-words.ts";
import type { ProblemCode } from "#core/problems.ts";
import { closeProblem, session } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { vaultFacts, vaultState } from "../../flows/vault.ts";
import { isAlarm } from "../is-alarm.ts";
import { goSettings } from "../place.ts";
import { backupWords } from "../words/backups.ts";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** What went wrong with Folio itself, the disk, the keys or the case file: on top of every screen. */
export function Alerts() {
  const { problem, notes, kept } = useStore(session);
  const { problems } = useStore(vaultFacts);
  const isOpen = useStore(vaultState) === "open";
  const [closed, setClosed] = useState<ReadonlySet<ProblemCode>>(new Set());
  const said = problem === null ? null : problem === "folio-fault" ? words.fault : problemWords[problem];
  // A locked window shows nothing of a case file; what is wrong with the keys stands on its own screen.
  const noted = new Set([...(isOpen ? problems : []), ...(kept === null ? [] : notes)]);
  const shown = [...noted].filter((code) => !closed.has(code));
  return (
    <div className="alerts">
      {said === null ? null : (
        <Notice tone="red" role="alert" what={said.what} onClose={closeProblem}>
          {said.next}
        </Notice>
      )}
      {shown.map((code) => (
        <Note key={code} code={code} onClose={() => setClosed(new Set([...closed, code]))} />
      ))}
    </div>
  );
}

function Note({ code, onClose }: { readonly code: ProblemCode; readonly onClose: () => void }) {
  const { what, next } = problemWords[code];
  if (!isAlarm(code)) {
    return (
      <Notice tone="amber" role="alert" what={what} onClose={onClose}>
        {next}
      </Notice>
    );
  }
  return (
    <Notice tone="red" role="alert" what={what}>
      <div className="stack tight">
        <p>{next}</p>
        <div>
          <Button small icon="disk" onPress={() => goSettings("backups")}>
            {backupWords.openRestore}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
