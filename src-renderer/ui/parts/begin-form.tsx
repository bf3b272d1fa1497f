import { type FormEvent, useState } from "react";
import { type Nation, nations, type ParentRole, parentRoles } from "#core/model/case-file.ts";
import { beginNewCase } from "../../flows/open-case.ts";
import { useStore } from "../../flows/store.ts";
import { createVaultAndCase, vaultState } from "../../flows/vault.ts";
import { go } from "../place.ts";
import { nationWords, parentRoleWords } from "../words/common.ts";
import { passphraseWords } from "../words/vault.ts";
import { beginWords } from "../words/welcome.ts";
import { Button } from "./button.tsx";
import { FailedNotice } from "./failed.tsx";
import { ChoiceField, SelectField, TextField } from "./fields.tsx";
import { focusFirstWrong } from "./first-wrong.ts";
import { isUsable, NewPassphrase, noPassphrase } from "./new-passphrase.tsx";
import { useWork } from "./use-work.ts";

interface BegunCase {
  readonly name: string;
  readonly nation: Nation;
  readonly role: ParentRole;
}

/** The three things a new case file needs; on the first run also the passphrase that locks it and all that follow. */
export function BeginForm() {
  const isFirst = useStore(vaultState) === "none";
  const [told, setTold] = useState<BegunCase>({ name: "", nation: "england", role: "other" });
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const work = useWork();
  const name = told.name.trim();
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (name === "" || (isFirst && !isUsable(passphrase))) return focusFirstWrong(event.currentTarget);
    const asked = { ...told, name };
    // Where the recovery sheet leads to: this form is gone by then.
    go("inbox");
    if (isFirst) work.start(() => createVaultAndCase({ ...asked, passphrase: passphrase.first }));
    else void beginNewCase(asked);
  };
  return (
    <form className="card stack" onSubmit={begin} autoComplete="off" aria-labelledby="begin-title">
      <h2 id="begin-title">{isFirst ? beginWords.title : beginWords.anotherTitle}</h2>
      <div className="fields">
        <TextField
          label={beginWords.name}
          hint={beginWords.nameHint}
          value={told.name}
          wrong={isTried && name === "" ? beginWords.nameWrong : ""}
          onChange={(typed) => setTold({ ...told, name: typed })}
          focusFirst
        />
        <SelectField
          label={beginWords.nation}
          hint={beginWords.nationHint}
          value={told.nation}
          options={nations.map((nation) => [nation, nationWords[nation]])}
          onChange={(value) => setTold({ ...told, nation: nations.find((one) => one === value) ?? "england" })}
        />
      </div>
      <ChoiceField
        legend={beginWords.role}
        value={told.role}
        options={parentRoles.map((role) => [role, parentRoleWords[role]] as const)}
        onChange={(role) => setTold({ ...told, role })}
      />
      {isFirst ? (
        <>
          <NewPassphrase typed={passphrase} onType={setPassphrase} isTried={isTried} told={[told.name]} />
          <p className="small">{passphraseWords.noReset}</p>
        </>
      ) : null}
      <FailedNotice failed={work.failed} />
      <div className="row">
        <Button kind="first" type="submit" disabled={work.isBusy}>
          {work.isBusy ? beginWords.starting : beginWords.start}
        </Button>
      </div>
    </form>
  );
}
