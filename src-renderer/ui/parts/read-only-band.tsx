import { useState } from "react";
import { reportProblem, say } from "../../flows/current-case.ts";
import { tryWriting } from "../../flows/open-case.ts";
import { readOnlyWords } from "../words/vault.ts";
import { Button } from "./button.tsx";
import { useReadOnly } from "./use-read-only.ts";

/** Says on every screen that the case file can only be read here, and tries again when asked. */
export function ReadOnlyBand() {
  const isReadOnly = useReadOnly();
  const [isBusy, setBusy] = useState(false);
  if (!isReadOnly) return null;
  const again = async () => {
    setBusy(true);
    try {
      say((await tryWriting()) ? readOnlyWords.writable : readOnlyWords.still);
    } catch (cause) {
      reportProblem(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="read-only-band" aria-label={readOnlyWords.title}>
      <p>
        <strong>{readOnlyWords.title}</strong> {readOnlyWords.band}
      </p>
      <Button small disabled={isBusy} onPress={() => void again()}>
        {readOnlyWords.again}
      </Button>
    </section>
  );
}
