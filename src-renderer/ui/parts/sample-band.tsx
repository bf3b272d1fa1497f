import { session } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { words } from "../words/common.ts";

/** Says on every screen that this is the sample. */
export function SampleBand() {
  const { kept } = useStore(session);
  return kept?.file.sample === true ? (
    <section className="sample-band" aria-label={words.sample}>
      <p>
        <strong>{words.sample}.</strong> {words.sampleBand}
      </p>
    </section>
  ) : null;
}
