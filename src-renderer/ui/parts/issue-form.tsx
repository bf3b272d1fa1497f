import { useState } from "react";
import { newId } from "#core/case-work/kept-case.ts";
import type { Issue } from "#core/model/issue.ts";
import { issueWords } from "../words/entries.ts";
import { EntryForm } from "./entry-form.tsx";
import { ChoiceField, TextField } from "./fields.tsx";
import { Notice } from "./notice.tsx";

interface IssueFormProps {
  readonly onKeep: (issue: Issue) => void;
  readonly onLeave: () => void;
}

const emptyIssue = {
  triage: "service" as Issue["triage"],
  title: "",
  whatHappened: "",
  whyWrong: "",
  effect: "",
  want: "",
};

const parts = ["whatHappened", "whyWrong", "effect", "want"] as const;

/** One thing that went wrong, in the four parts a complaint needs; a decision is told apart from service. */
export function IssueForm({ onKeep, onLeave }: IssueFormProps) {
  const [typed, setTyped] = useState(emptyIssue);
  const [isTried, setTried] = useState(false);
  const isNamed = typed.title.trim() !== "";
  const keep = () => {
    setTried(true);
    if (isNamed) onKeep({ id: newId(), ...typed, title: typed.title.trim() });
    return isNamed;
  };
  return (
    <EntryForm title={issueWords.formTitle} keepWords={issueWords.keepIssue} onKeep={keep} onLeave={onLeave}>
      <TextField
        label={issueWords.title}
        hint={issueWords.titleHint}
        value={typed.title}
        wrong={isTried && !isNamed ? issueWords.needed : ""}
        onChange={(title) => setTyped({ ...typed, title })}
        focusFirst
      />
      <ChoiceField
        legend={issueWords.triage}
        hint={issueWords.triageHint}
        value={typed.triage}
        options={issueWords.triages}
        onChange={(triage) => setTyped({ ...typed, triage })}
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
          onChange={(text) => setTyped({ ...typed, [part]: text })}
        />
      ))}
    </EntryForm>
  );
}
