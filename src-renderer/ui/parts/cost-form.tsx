import { useState } from "react";
import { newId } from "#core/case-work/kept-case.ts";
import { sayDay } from "#core/model/calendar-day.ts";
import { type Cost, type HeadOfLoss, headsOfLoss, type Proof } from "#core/model/cost.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { parsePounds } from "#core/model/pence.ts";
import { today } from "../../flows/today.ts";
import { typedDate } from "../../flows/typed-date.ts";
import { wholeNumber } from "../../flows/typed-numbers.ts";
import { headWords, words } from "../words/common.ts";
import { costWords } from "../words/entries.ts";
import { EntryForm } from "./entry-form.tsx";
import { SelectField, TextField } from "./fields.tsx";

interface CostFormProps {
  readonly exhibits: readonly Exhibit[];
  readonly onKeep: (cost: Cost) => void;
  readonly onLeave: () => void;
}

function emptyCost() {
  return {
    day: sayDay(today()),
    what: "",
    payee: "",
    amount: "",
    head: "out-of-pocket" as HeadOfLoss,
    cause: "",
    exhibit: "",
    page: "",
  };
}

type TypedCost = ReturnType<typeof emptyCost>;

/** Something paid or lost: when, what for, how much, why, and the proof. */
export function CostForm({ exhibits, onKeep, onLeave }: CostFormProps) {
  const [typed, setTyped] = useState(emptyCost);
  const [isTried, setTried] = useState(false);
  const wrong = isTried ? wrongsOf(typed, exhibits) : null;
  const set = (change: Partial<TypedCost>) => setTyped({ ...typed, ...change });
  const keep = () => {
    setTried(true);
    const cost = asCost(typed, exhibits);
    if (cost !== null) onKeep(cost);
    return cost !== null;
  };
  return (
    <EntryForm title={costWords.formTitle} keepWords={costWords.keepCost} onKeep={keep} onLeave={onLeave}>
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

function asCost(typed: TypedCost, exhibits: readonly Exhibit[]): Cost | null {
  const day = typedDate(typed.day);
  const amount = parsePounds(typed.amount);
  const what = typed.what.trim();
  if (day === null || amount === null || what === "" || !isPageRight(typed, pagesOf(typed, exhibits))) return null;
  const proof: Proof | null =
    typed.exhibit === "" ? null : { exhibit: Number(typed.exhibit), page: wholeNumber(typed.page) };
  const told = { payee: typed.payee.trim(), head: typed.head, cause: typed.cause.trim() };
  return { id: newId(), day, what, amount, proof, ...told };
}

function pagesOf(typed: TypedCost, exhibits: readonly Exhibit[]): number {
  return exhibits.find((one) => `${one.number}` === typed.exhibit)?.pages.length ?? 0;
}

function isPageRight(typed: TypedCost, pages: number): boolean {
  if (typed.exhibit === "" || typed.page.trim() === "") return true;
  const page = wholeNumber(typed.page);
  return page !== null && page >= 1 && page <= pages;
}
