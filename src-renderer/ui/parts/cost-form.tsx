import { useState } from "react";
import { headsOfLoss } from "#core/model/cost.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { parsePounds } from "#core/model/pence.ts";
import { costDrafts, type Draft } from "../../flows/drafts.ts";
import { keepEntry } from "../../flows/keep-entries.ts";
import { typedDate } from "../../flows/typed-date.ts";
import { asCost, type TypedCost } from "../../flows/typed-entries.ts";
import { wholeNumber } from "../../flows/typed-numbers.ts";
import { headWords, words } from "../words/common.ts";
import { costWords } from "../words/entries.ts";
import { EntryForm } from "./entry-form.tsx";
import { SelectField, TextField } from "./fields.tsx";

interface CostFormProps {
  readonly draft: Draft<TypedCost>;
  readonly exhibits: readonly Exhibit[];
}

/** Something paid or lost: when, what for, how much, why, and the proof. */
export function CostForm({ draft, exhibits }: CostFormProps) {
  const { id, typed, isNew } = draft;
  const [isTried, setTried] = useState(false);
  const wrong = isTried ? wrongsOf(typed, exhibits) : null;
  const set = (change: Partial<TypedCost>) => costDrafts.type(id, { ...typed, ...change });
  const leave = () => costDrafts.drop(id);
  const keep = () => {
    setTried(true);
    const cost = asCost(id, typed);
    if (cost === null || Object.values(wrongsOf(typed, exhibits)).some((one) => one !== "")) return false;
    const done = isNew ? costWords.kept : costWords.changed;
    void keepEntry({ kind: "cost-kept", cost }, done).then((isKept) => isKept && leave());
    return true;
  };
  return (
    <EntryForm
      title={isNew ? costWords.formTitle : costWords.changeTitle}
      keepWords={costWords.keepCost}
      onKeep={keep}
      onLeave={leave}
    >
      <div className="fields">
        <TextField
          label={costWords.what}
          hint={costWords.whatHint}
          value={typed.what}
          wrong={wrong?.what ?? ""}
          onChange={(what) => set({ what })}
          wide
          focusFirst
        />
        <TextField label={costWords.payee} value={typed.payee} onChange={(payee) => set({ payee })} />
        <TextField
          label={costWords.amount}
          hint={costWords.amountHint}
          value={typed.amount}
          wrong={wrong?.amount ?? ""}
          onChange={(amount) => set({ amount })}
        />
        <TextField
          label={costWords.day}
          hint={words.dateHint}
          value={typed.day}
          wrong={wrong?.day ?? ""}
          onChange={(day) => set({ day })}
        />
        <SelectField
          label={costWords.head}
          value={typed.head}
          options={headsOfLoss.map((head) => [head, headWords[head]])}
          onChange={(head) => set({ head: headsOfLoss.find((one) => one === head) ?? typed.head })}
        />
        <TextField label={costWords.cause} lines={3} wide value={typed.cause} onChange={(cause) => set({ cause })} />
        <SelectField
          label={costWords.proof}
          value={typed.exhibit}
          options={[
            ["", costWords.proofNone],
            ...exhibits.map((one) => [`${one.number}`, `${one.number}. ${one.title}`] as const),
          ]}
          onChange={(exhibit) => set({ exhibit })}
        />
        {typed.exhibit === "" ? null : (
          <TextField
            label={`${costWords.proofPage} ${words.optional}`}
            value={typed.page}
            wrong={wrong?.page ?? ""}
            onChange={(page) => set({ page })}
          />
        )}
      </div>
    </EntryForm>
  );
}

function wrongsOf(typed: TypedCost, exhibits: readonly Exhibit[]) {
  const pages = pagesOf(typed, exhibits);
  return {
    day: typedDate(typed.day) === null ? words.dateNeeded : "",
    what: typed.what.trim() === "" ? costWords.needed : "",
    amount: parsePounds(typed.amount) === null ? costWords.amountWrong : "",
    page: isPageRight(typed, pages) ? "" : costWords.pageWrong(pages),
  };
}

function pagesOf(typed: TypedCost, exhibits: readonly Exhibit[]): number {
  return exhibits.find((one) => `${one.number}` === typed.exhibit)?.pages.length ?? 0;
}

function isPageRight(typed: TypedCost, pages: number): boolean {
  if (typed.exhibit === "" || typed.page.trim() === "") return true;
  const page = wholeNumber(typed.page);
  return page !== null && page >= 1 && page <= pages;
}
