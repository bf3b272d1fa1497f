import type { Issue } from "#core/model/issue.ts";
import { session } from "../../flows/current-case.ts";
import { issueDrafts } from "../../flows/drafts.ts";
import { removeEntry } from "../../flows/keep-entries.ts";
import { useStore } from "../../flows/store.ts";
import { Button } from "../parts/button.tsx";
import { EntryActs } from "../parts/entry-acts.tsx";
import { Icon } from "../parts/icon.tsx";
import { IssueForm } from "../parts/issue-form.tsx";
import { ScreenHead } from "../parts/screen-head.tsx";
import { screenNames } from "../words/common.ts";
import { issueWords } from "../words/entries.ts";

/** What went wrong, one thing at a time. */
export function Complaint() {
  const issues = useStore(session).kept?.file.issues ?? [];
  const draft = useStore(issueDrafts.store).find((one) => one.isNew);
  return (
    <div className="screen">
      <ScreenHead title={screenNames.complaint} lede={issueWords.lede}>
        <Button kind="first" icon="add" edits onPress={issueDrafts.begin} expanded={draft !== undefined}>
          {issueWords.add}
        </Button>
      </ScreenHead>
      {draft === undefined ? null : <IssueForm draft={draft} />}
      {issues.length === 0 && draft === undefined ? (
        <div className="empty">
          <Icon name="complaint" size={32} />
          <h2>{issueWords.emptyTitle}</h2>
          <p>{issueWords.emptyText}</p>
        </div>
      ) : null}
      <ol className="stack">
        {issues.map((issue, index) => (
          <li key={issue.id}>
            <OneIssue issue={issue} number={index + 1} />
          </li>
        ))}
      </ol>
    </div>
  );
}

const parts = ["whatHappened", "whyWrong", "effect", "want"] as const;

interface IssueProps {
  readonly issue: Issue;
  readonly number: number;
}

function OneIssue({ issue, number }: IssueProps) {
  const draft = useStore(issueDrafts.store).find((one) => one.id === issue.id);
  return draft === undefined ? <KeptIssue issue={issue} number={number} /> : <IssueForm draft={draft} />;
}

function KeptIssue({ issue, number }: IssueProps) {
  return (
    <article className="card stack tight" id={`entry-${issue.id}`} tabIndex={-1}>
      <div className="entry-head">
        <span className="page-number">{number}</span>
        <div>
          <h2 className="entry-title">{issue.title}</h2>
          <span className={issue.triage === "service" ? "tag" : "tag amber"}>{issueWords.triageTag[issue.triage]}</span>
        </div>
        <EntryActs
          id={issue.id}
          name={issue.title}
          onChange={() => issueDrafts.open(issue)}
          onRemove={() => void removeEntry({ kind: "issue-kept", issue }, issueWords.removed)}
        />
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
