import { type FormEvent, useState } from "react";
import { type Nation, nations, type ParentRole, parentRoles } from "#core/model/case-file.ts";
import { nationWords, parentRoleWords } from "../words/common.ts";
import { welcomeWords } from "../words/welcome.ts";
import { Button } from "./button.tsx";
import { ChoiceField, SelectField, TextField } from "./fields.tsx";
import { Notice } from "./notice.tsx";

export interface BegunCase {
  readonly name: string;
  readonly nation: Nation;
  readonly role: ParentRole;
}

/** The three things a new case file needs, and what this version does not do yet. */
export function BeginForm({ onBegin }: { readonly onBegin: (told: BegunCase) => void }) {
  const [told, setTold] = useState<BegunCase>({ name: "", nation: "england", role: "other" });
  const [wrong, setWrong] = useState("");
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = told.name.trim();
    setWrong(name === "" ? welcomeWords.nameWrong : "");
    if (name === "") event.currentTarget.querySelector("input")?.focus();
    else onBegin({ ...told, name });
  };
  return (
    <form className="card stack" onSubmit={begin} autoComplete="off" aria-labelledby="begin-title">
      <h2 id="begin-title">{welcomeWords.beginTitle}</h2>
      <div className="fields">
        <TextField
          label={welcomeWords.name}
          hint={welcomeWords.nameHint}
          value={told.name}
          wrong={wrong}
          onChange={(name) => setTold({ ...told, name })}
        />
        <SelectField
          label={welcomeWords.nation}
          hint={welcomeWords.nationHint}
          value={told.nation}
          options={nations.map((nation) => [nation, nationWords[nation]])}
          onChange={(value) => setTold({ ...told, nation: nations.find((one) => one === value) ?? "england" })}
        />
      </div>
      <ChoiceField
        legend={welcomeWords.role}
        value={told.role}
        options={parentRoles.map((role) => [role, parentRoleWords[role]] as const)}
        onChange={(role) => setTold({ ...told, role })}
      />
      <Notice tone="amber" what={welcomeWords.unlocked.what}>
        {welcomeWords.unlocked.next}
      </Notice>
      <div className="row">
        <Button kind="first" type="submit">
          {welcomeWords.start}
        </Button>
        <span className="hint">{welcomeWords.beginHint}</span>
      </div>
    </form>
  );
}
