import { useState } from "react";
import { type CaseFile, nations, parentRoles } from "#core/model/case-file.ts";
import { type PersonDraft, personDraft } from "../../flows/drafts.ts";
import { tellCase } from "../../flows/keep-entries.ts";
import { readReference } from "../../flows/read-reference.ts";
import { typedDate } from "../../flows/typed-date.ts";
import { type TypedPerson, toldPerson, typedReference } from "../../flows/typed-person.ts";
import { nationWords, parentRoleWords, words } from "../words/common.ts";
import { overviewWords } from "../words/timeline.ts";
import { beginWords } from "../words/welcome.ts";
import { EntryForm } from "./entry-form.tsx";
import { SelectField, TextField } from "./fields.tsx";

interface PersonFormProps {
  readonly file: CaseFile;
  readonly draft: PersonDraft;
}

/** Who the person is, the case's number, and what they want: what the front page of a pack needs. */
export function PersonForm({ file, draft }: PersonFormProps) {
  const { begins, typed } = draft;
  const [isTried, setTried] = useState(false);
  const isReferenceRight = typed.reference.trim() === "" || typedReference(typed.reference) !== null;
  const isBirthRight = typed.birth.trim() === "" || typedDate(typed.birth) !== null;
  const isRead = file.caseReference === null && readReference(file) !== null;
  const set = (change: Partial<TypedPerson>) => personDraft.set({ begins, typed: { ...typed, ...change } });
  const leave = () => personDraft.set(null);
  const keep = () => {
    setTried(true);
    if (!isReferenceRight || !isBirthRight) return false;
    void tellCase(toldPerson(typed), overviewWords.told).then((isKept) => isKept && leave());
    return true;
  };
  return (
    <EntryForm title={overviewWords.youTitle} keepWords={words.keep} onKeep={keep} onLeave={leave}>
      <p className="soft">{overviewWords.youHint}</p>
      <div className="fields">
        <TextField
          label={overviewWords.name}
          value={typed.name}
          onChange={(name) => set({ name })}
          focusFirst={begins === "person"}
        />
        <TextField
          label={overviewWords.reference}
          hint={isRead ? overviewWords.referenceRead : overviewWords.referenceHint}
          value={typed.reference}
          wrong={isTried && !isReferenceRight ? overviewWords.referenceWrong : ""}
          onChange={(reference) => set({ reference })}
        />
        <TextField label={overviewWords.phone} value={typed.phone} onChange={(phone) => set({ phone })} />
        <TextField label={overviewWords.email} value={typed.email} onChange={(email) => set({ email })} />
        <TextField
          label={overviewWords.insurance}
          value={typed.nationalInsurance}
          onChange={(nationalInsurance) => set({ nationalInsurance })}
        />
        <TextField
          label={overviewWords.birth}
          hint={words.dateHint}
          value={typed.birth}
          wrong={isTried && !isBirthRight ? words.dateWrong : ""}
          onChange={(text) => set({ birth: text })}
        />
        <TextField
          label={overviewWords.address}
          lines={4}
          value={typed.address}
          onChange={(address) => set({ address })}
        />
        <SelectField
          label={beginWords.nation}
          value={typed.nation}
          options={nations.map((nation) => [nation, nationWords[nation]])}
          onChange={(value) => set({ nation: nations.find((one) => one === value) ?? typed.nation })}
        />
        <SelectField
          label={beginWords.role}
          value={typed.role}
          options={parentRoles.map((role) => [role, parentRoleWords[role]])}
          onChange={(value) => set({ role: parentRoles.find((one) => one === value) ?? typed.role })}
        />
      </div>
      <TextField
        label={overviewWords.wants}
        lines={4}
        value={typed.wants}
        onChange={(wants) => set({ wants })}
        focusFirst={begins === "wants"}
      />
    </EntryForm>
  );
}
