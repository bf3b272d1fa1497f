import { handOver } from "../../flows/hand-over.ts";
import { useStore } from "../../flows/store.ts";
import { sayLeft } from "../say.ts";
import { handOverWords } from "../words/hand-over.ts";

/** How far a hand-over or a take-over is. */
export function HandOverProgress() {
  const state = useStore(handOver);
  if (state.kind === "none") return null;
  const { what, doneBytes, ofBytes, startedAt } = state;
  const percent = ofBytes === 0 ? null : Math.min(99, Math.floor((doneBytes / ofBytes) * 100));
  const left = ofBytes === 0 ? "" : sayLeft(Date.now() - startedAt, doneBytes, ofBytes);
  return (
    <div className="progress">
      <progress aria-label={handOverWords.working[what]} value={percent === null ? undefined : percent} max={100} />
      <p className="small soft">
        {handOverWords.working[what]}
        {percent === null ? "" : `, ${handOverWords.progress(percent)}`}
        {left === "" ? "" : `, ${left}`}
      </p>
    </div>
  );
}
