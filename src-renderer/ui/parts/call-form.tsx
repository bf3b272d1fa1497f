import { useState } from "react";
import { callDrafts, type Draft } from "../../flows/drafts.ts";
import { keepEntry } from "../../flows/keep-entries.ts";
import { typedDate } from "../../flows/typed-date.ts";
import { asCall, nothingPromised, type TypedCall, type TypedPromise } from "../../flows/typed-entries.ts";
import { typedTime, wholeNumber } from "../../flows/typed-numbers.ts";
import { words } from "../words/common.ts";
import { callWords } from "../words/entries.ts";
import { Button } from "./button.tsx";
import { EntryForm } from "./entry-form.tsx";
import { ChoiceField, TextField } from "./fields.tsx";

/** A call note: who, when, what each of you said, and what they said they would do. */
export function CallForm({ draft }: { readonly draft: Draft<TypedCall> }) {
  const { id, typed, isNew } = draft;
  const [isTried, setTried] = useState(false);
  const wrong = isTried ? wrongsOf(typed) : noWrongs;
  const set = (change: Partial<TypedCall>) => callDrafts.type(id, { ...typed, ...change });
  const leave = () => callDrafts.drop(id);
  const keep = () => {
    setTried(true);
    const call = asCall(id, typed);
    if (call === null || Object.values(wrongsOf(typed)).some((one) => one !== "")) return false;
    const done = isNew ? callWords.keptCall : callWords.changedCall;
    void keepEntry({ kind: "call-kept", call }, done).then((isKept) => isKept && leave());
    return true;
  };
  return (
    <EntryForm
      title={isNew ? callWords.callTitle : callWords.changeCallTitle}
      keepWords={callWords.keepCall}
      onKeep={keep}
      onLeave={leave}
    >
      <ChoiceField
        legend={callWords.direction}
        value={typed.direction}
        options={callWords.callDirections}
        onChange={(direction) => set({ direction })}
      />
      <div className="fields">
        <TextField
          label={callWords.who}
          hint={callWords.whoHint}
          value={typed.who}
          onChange={(who) => set({ who })}
          focusFirst
        />
        <TextField
          label={callWords.day}
          hint={words.dateHint}
          value={typed.day}
          wrong={wrong.day}
          onChange={(day) => set({ day })}
        />
        <TextField
          label={callWords.time}
          hint={words.timeHint}
          value={typed.time}
          wrong={wrong.time}
          onChange={(time) => set({ time })}
        />
      </div>
      <div className="fields">
        <TextField
          label={callWords.minutes}
          value={typed.minutes}
          wrong={wrong.minutes}
          onChange={(minutes) => set({ minutes })}
        />
        <TextField label={callWords.hold} value={typed.hold} wrong={wrong.hold} onChange={(hold) => set({ hold })} />
      </div>
      <TextField
        label={callWords.theySaid}
        lines={4}
        value={typed.theySaid}
        wrong={wrong.theySaid}
        onChange={(theySaid) => set({ theySaid })}
      />
      <TextField label={callWords.iSaid} lines={4} value={typed.iSaid} onChange={(iSaid) => set({ iSaid })} />
      <Promises promises={typed.promises} isTried={isTried} onChange={(promises) => set({ promises })} />
    </EntryForm>
  );
}

interface PromisesProps {
  readonly promises: readonly TypedPromise[];
  readonly isTried: boolean;
  readonly onChange: (promises: readonly TypedPromise[]) => void;
}

function Promises({ promises, isTried, onChange }: PromisesProps) {
  const change = (index: number, to: Partial<TypedPromise>) =>
    onChange(promises.map((one, position) => (position === index ? { ...one, ...to } : one)));
  return (
    <fieldset className="stack tight">
      <legend>{callWords.promises}</legend>
      {promises.map((promise, index) => (
        <div className="fields" key={promise.id}>
          <TextField
            label={`${callWords.promise} ${index + 1}`}
            value={promise.what}
            wrong={isTried && isUnsaid(promise) ? callWords.promiseNeeded : ""}
            onChange={(what) => change(index, { what })}
          />
          <TextField
            label={callWords.promisedBy}
            value={promise.by}
            wrong={isTried ? wrongDay(promise.by) : ""}
            onChange={(by) => change(index, { by })}
          />
        </div>
      ))}
      <div>
        <Button small icon="add" onPress={() => onChange([...promises, nothingPromised()])}>
          {callWords.addPromise}
        </Button>
      </div>
    </fieldset>
  );
}

const noWrongs = { day: "", time: "", minutes: "", hold: "", theySaid: "", promises: "" };

function wrongsOf(typed: TypedCall): typeof noWrongs {
  const isNumber = (text: string) => text.trim() === "" || wholeNumber(text) !== null;
  const saysNothing = [typed.theySaid, typed.iSaid].every((text) => text.trim() === "");
  return {
    day: typedDate(typed.day) === null ? words.dateNeeded : "",
    time: typed.time.trim() === "" || typedTime(typed.time) !== null ? "" : words.timeWrong,
    minutes: isNumber(typed.minutes) ? "" : callWords.minutesWrong,
    hold: isNumber(typed.hold) ? "" : callWords.minutesWrong,
    theySaid: saysNothing ? callWords.needed : "",
    promises:
      typed.promises.map((one) => (isUnsaid(one) ? callWords.promiseNeeded : wrongDay(one.by))).find(isSaid) ?? "",
  };
}

function wrongDay(text: string): string {
  return text.trim() === "" || typedDate(text) !== null ? "" : words.dateWrong;
}

/** A day without a promise would be lost. */
function isUnsaid({ what, by }: TypedPromise): boolean {
  return what.trim() === "" && by.trim() !== "";
}

function isSaid(text: string): boolean {
  return text !== "";
}
