import type { PackState } from "../../flows/pack-order.ts";
import { sayLeft } from "../say.ts";
import { packWords } from "../words/pack.ts";
import { Button } from "./button.tsx";

interface PackProgressProps {
  readonly state: Extract<PackState, { kind: "making" }>;
  readonly onStop: () => void;
}

/** How far the pack is, how long it will take, and a Cancel that leaves everything whole. */
export function PackProgress({ state, onStop }: PackProgressProps) {
  const { phase, done, of, startedAt } = state;
  const left = sayLeft(Date.now() - startedAt, done, of);
  const words = of === 0 ? "" : phase === "letters" ? packWords.gathering(done, of) : packWords.drawing(done, of);
  return (
    <section className="card progress" aria-label={packWords.making}>
      <div className="row apart">
        <p className="strong" role="status">
          {packWords.making}
        </p>
        <Button small onPress={onStop}>
          {packWords.cancel}
        </Button>
      </div>
      <progress aria-label={packWords.making} {...(of === 0 ? {} : { value: done, max: of })} />
      <p className="small soft">{[words, left].filter((part) => part !== "").join(", ")}</p>
    </section>
  );
}
