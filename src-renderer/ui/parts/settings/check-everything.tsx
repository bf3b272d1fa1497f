import { useState } from "react";
import { type CheckFinding, checkCase } from "../../../flows/custody.ts";
import { sayProblemCode } from "../../say.ts";
import { checkWords } from "../../words/settings.ts";
import { Button } from "../button.tsx";
import { FailedNotice } from "../failed.tsx";
import { Icon } from "../icon.tsx";
import { Notice } from "../notice.tsx";
import { useWork } from "../use-work.ts";

/** Reads every part of the case file and compares it with what was written down when it was kept. */
export function CheckEverything() {
  const [found, setFound] = useState<readonly CheckFinding[]>([]);
  const [isDone, setDone] = useState(false);
  const work = useWork();
  const check = () => {
    setFound([]);
    setDone(false);
    work.start(
      () => checkCase((finding) => setFound((now) => [...now, finding])),
      () => setDone(true),
    );
  };
  const isDamaged = found.some((finding) => finding.level === "damage");
  return (
    <section className="card stack" aria-labelledby="check-title">
      <h2 id="check-title">{checkWords.title}</h2>
      <p>{checkWords.text}</p>
      <FailedNotice failed={work.failed} />
      <div>
        <Button disabled={work.isBusy} onPress={check}>
          {work.isBusy ? checkWords.checking : checkWords.act}
        </Button>
      </div>
      <div role="status" className="stack tight">
        {isDone && !isDamaged ? (
          <p className="with-icon">
            <Icon name="tick" />
            {checkWords.sound}
          </p>
        ) : null}
        {found.map((finding) => {
          const { what, next } = sayProblemCode(finding.what);
          return (
            <Notice
              key={`${finding.what} ${finding.where}`}
              tone={finding.level === "damage" ? "red" : "amber"}
              what={what}
            >
              <p>{next}</p>
              {finding.where === "" ? null : <p className="small file-name">{finding.where}</p>}
            </Notice>
          );
        })}
      </div>
    </section>
  );
}
