import { useState } from "react";
import { sayDay } from "#core/model/calendar-day.ts";
import { type CaseFile, nations, parentRoles } from "#core/model/case-file.ts";
import { tellCase } from "../../flows/keep-entries.ts";
import { readReference } from "../../flows/read-reference.ts";
import { typedDate } from "../../flows/typed-date.ts";
import { nationWords, parentRoleWords, words } from "../words/common.ts";
import { overviewWords } from "../words/timeline.ts";
import { welcomeWords } from "../words/welcome.ts";
import { EntryForm } from "./entry-form.tsx";
import { SelectField, TextField } from "./fields.tsx";

interface PersonFormProps {
  readonly file: CaseFile;
  /** where to begin typing */
  readonly begins: "person" | "wants";
  readonly onDone: () => void;
}

/** Who the person is, the case's number, and what they want: what the front page of a pack needs. */
export function PersonForm({ file, begins, onDone }: PersonFormProps) {
  const { person } = file;
  const [typed, setTyped] = useState({
    name: person.name,
    address: person.address.join("\n"),
    phone: person.phone,
    email: person.email,
    nationalInsurance: person.nationalInsurance,
    birth: person.birth === null ? "" : sayDay(person.birth),
    reference: file.caseReference ?? readReference(file) ?? "",
    wants: file.wants.join("\n"),
    nation: person.nation,
    role: person.role,
  });
  const [isTried, setTried] = useState(false);
  const isRead = file.caseReference === null && readReference(file) !== null;
  const digits = typed.reference.replace(/\s+/g, "");
  const isReferenceRight = digits === "" || /^121\d{9}$/.test(digits);
  const birth = typedDate(typed.birth);
  const isBirthRight = typed.birth.trim() === "" || birth !== null;
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const keep = () => {
    setTried(true);
    if (!isReferenceRight || !isBirthRight) return false;
    const { reference: _reference, wants, ...about } = typed;
    const told = {
      person: { ...person, ...about, name: typed.name.trim(), birth, address: lines(typed.address) },
      caseReference: digits === "" ? null : digits,
      wants: lines(wants),
    };
    void tellCase(told, overviewWords.told).then((isKept) => isKept && onDone());
    return true;
  };
  return (
    <EntryForm title={overviewWords.youTitle} keepWords={words.keep} onKeep={keep} onLeave={onDone}>
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
          label={welcomeWords.nation}
          value={typed.nation}
          options={nations.map((nation) => [nation, nationWords[nation]])}
          onChange={(value) => set({ nation: nations.find((one) => one === value) ?? typed.nation })}
        />
        <SelectField
          label={welcomeWords.role}
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

function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
