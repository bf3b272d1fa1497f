import { useState } from "react";
import { type Draft, issueDrafts } from "../../flows/drafts.ts";
import { keepEntry } from "../../flows/keep-entries.ts";
import type { TypedIssue } from "../../flows/typed-entries.ts";
import { issueWords } from "../words/entries.ts";
import { EntryForm } from "./entry-form.tsx";
import { ChoiceField, TextField } from "./fields.tsx";
import { Notice } from "./notice.tsx";

const parts = ["whatHappened", "whyWrong", "effect", "want"] as const;

/** One thing that went wrong, in the four parts a complaint needs; a decision is told apart from service. */
export function IssueForm({ draft }: { readonly draft: Draft<TypedIssue> }) {
  const { id, typed, isNew } = draft;
  const [isTried, setTried] = useState(false);
  const isNamed = typed.title.trim() !== "";
  const set = (change: Partial<TypedIssue>) => issueDrafts.type(id, { ...typed, ...change });
  const leave = () => issueDrafts.drop(id);
  const keep = () => {
    setTried(true);
    if (!isNamed) return false;
    const issue = { id, ...typed, title: typed.title.trim() };
    const done = isNew ? issueWords.kept : issueWords.changed;
    void keepEntry({ kind: "issue-kept", issue }, done).then((isKept) => isKept && leave());
    return true;
  };
  return (
    <EntryForm
      title={isNew ? issueWords.formTitle : issueWords.changeTitle}
      keepWords={issueWords.keepIssue}
      onKeep={keep}
      onLeave={leave}
    >
      <TextField
        label={issueWords.title}
        hint={issueWords.titleHint}
        value={typed.title}
        wrong={isTried && !isNamed ? issueWords.needed : ""}
        onChange={(title) => set({ title })}
        focusFirst
      />
      <ChoiceField
        legend={issueWords.triage}
        hint={issueWords.triageHint}
        value={typed.triage}
        options={issueWords.triages}
        onChange={(triage) => set({ triage })}
      />
      {typed.triage === "service" ? null : (
        <Notice tone="amber" role="status" what={issueWords.decisionWarning.what}>
          {issueWords.decisionWarning.next}
        </Notice>
      )}
      {parts.map((part) => (
        <TextField
          key={part}
          label={issueWords[part]}
          lines={3}
          value={typed[part]}
          onChange={(text) => set({ [part]: text })}
        />
      ))}
    </EntryForm>
  );
}
