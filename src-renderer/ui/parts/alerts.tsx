import { problemWords } from "#core/problem-words.ts";
import { closeProblem, session } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { words } from "../words/common.ts";
import { Notice } from "./notice.tsx";

/** What went wrong with Folio itself, the disk or the case file: on top of every screen until it is closed. */
export function Alerts() {
  const { problem, notes } = useStore(session);
  const said = problem === null ? null : problem === "folio-fault" ? words.fault : problemWords[problem];
  return (
    <div className="alerts">
      {said === null ? null : (
        <Notice tone="red" role="alert" what={said.what} onClose={closeProblem}>
          {said.next}
        </Notice>
      )}
      {notes.map((code) => (
        <Notice key={code} tone="amber" role="alert" what={problemWords[code].what}>
          {problemWords[code].next}
        </Notice>
      ))}
    </div>
  );
}
