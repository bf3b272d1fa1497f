import { sayProblemCode } from "../say.ts";
import { Notice } from "./notice.tsx";
import type { Failed } from "./use-work.ts";

/** Why something could not be done, beside the form that asked for it. */
export function FailedNotice({ failed }: { readonly failed: Failed | null }) {
  if (failed === null) return null;
  const { what, next } = sayProblemCode(failed.code);
  return (
    <Notice tone="red" role="alert" what={what}>
      <p>{next}</p>
      {failed.where.length === 0 ? null : (
        <ul className="bullets">
          {failed.where.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
