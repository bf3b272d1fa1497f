import { useState } from "react";
import type { Issue } from "#core/model/issue.ts";
import { session } from "../../flows/current-case.ts";
import { keepEntry, removeEntry } from "../../flows/keep-entries.ts";
import { useStore } from "../../flows/store.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { IssueForm } from "../parts/issue-form.tsx";
import { ScreenHead } from "../parts/screen-head.tsx";
import { screenNames, words } from "../words/common.ts";
import { issueWords } from "../words/entries.ts";

/** What went wrong, one thing at a time. */
export function Complaint() {
  const issues = useStore(session).kept?.file.issues ?? [];
  const [isAdding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <div className="screen">
      <ScreenHead title={screenNames.complaint} lede={issueWords.lede}>
        <Button kind="first" icon="add" onPress={() => setAdding(true)} expanded={isAdding}>
          {issueWords.add}
        </Button>
      </ScreenHead>
      {isAdding ? (
        <IssueForm
          onLeave={close}
          onKeep={(issue) => void keepEntry({ kind: "issue-kept", issue }, issueWords.kept).then(close)}
        />
      ) : null}
      {issues.length === 0 && !isAdding ? (
        <div className="empty">
          <Icon name="complaint" size={32} />
          <h2>{issueWords.emptyTitle}</h2>
          <p>{issueWords.emptyText}</p>
        </div>
      ) : null}
      <ol className="stack">
        {issues.map((issue, index) => (
          <li key={issue.id} className="card">
            <OneIssue issue={issue} number={index + 1} />
          </li>
        ))}
      </ol>
    </div>
  );
}

const parts = ["whatHappened", "whyWrong", "effect", "want"] as const;

function OneIssue({ issue, number }: { readonly issue: Issue; readonly number: number }) {
  return (
    <article className="stack tight">
      <div className="entry-head">
        <span className="page-number">{number}</span>
        <div>
          <h2 className="entry-title">{issue.title}</h2>
          <span className={issue.triage === "service" ? "tag" : "tag amber"}>{issueWords.triageTag[issue.triage]}</span>
        </div>
        <Button
          small
          kind="quiet"
          label={`${words.remove}: ${issue.title}`}
          onPress={() => void removeEntry({ kind: "issue-kept", issue }, issueWords.removed)}
        >
          {words.remove}
        </Button>
      </div>
      <dl className="parts">
        {parts
          .filter((part) => issue[part] !== "")
          .map((part) => (
            <div key={part}>
              <dt>{issueWords[part]}</dt>
              <dd className="pre">{issue[part]}</dd>
            </div>
          ))}
      </dl>
    </article>
  );
}
