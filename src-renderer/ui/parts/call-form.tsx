import { useState } from "react";
import { newId } from "#core/case-work/kept-case.ts";
import { type CalendarDay, sayDay } from "#core/model/calendar-day.ts";
import type { CallNote, Promised } from "#core/model/call-note.ts";
import { today } from "../../flows/today.ts";
import { typedDate } from "../../flows/typed-date.ts";
import { typedTime, wholeNumber } from "../../flows/typed-numbers.ts";
import { words } from "../words/common.ts";
import { callWords } from "../words/entries.ts";
import { Button } from "./button.tsx";
import { EntryForm } from "./entry-form.tsx";
import { ChoiceField, TextField } from "./fields.tsx";

interface CallFormProps {
  readonly onKeep: (call: CallNote) => void;
  readonly onLeave: () => void;
}

interface TypedPromise {
  readonly id: string;
  readonly what: string;
  readonly by: string;
}

function nothingPromised(): TypedPromise {
  return { id: newId(), what: "", by: "" };
}

function emptyCall() {
  return {
    direction: "out" as CallNote["direction"],
    day: sayDay(today()),
    time: "",
    who: "",
    theySaid: "",
    iSaid: "",
    minutes: "",
    hold: "",
    promises: [nothingPromised()] as readonly TypedPromise[],
  };
}

/** A call note: who, when, what each of you said, and what they said they would do. */
export function CallForm({ onKeep, onLeave }: CallFormProps) {
  const [typed, setTyped] = useState(emptyCall);
  const [isTried, setTried] = useState(false);
  const wrong = isTried ? wrongsOf(typed) : noWrongs;
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const keep = () => {
    setTried(true);
    const day = typedDate(typed.day);
    if (day === null || Object.values(wrongsOf(typed)).some((one) => one !== "")) return false;
    onKeep(asCall(typed, day));
    return true;
  };
  return (
    <EntryForm title={callWords.callTitle} keepWords={callWords.keepCall} onKeep={keep} onLeave={onLeave}>
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

type TypedCall = ReturnType<typeof emptyCall>;

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
    promises: typed.promises.map((promise) => wrongDay(promise.by)).find((one) => one !== "") ?? "",
  };
}

function wrongDay(text: string): string {
  return text.trim() === "" || typedDate(text) !== null ? "" : words.dateWrong;
}

function asCall(typed: TypedCall, day: CalendarDay): CallNote {
  return {
    id: newId(),
    day,
    time: typedTime(typed.time),
    direction: typed.direction,
    who: typed.who.trim(),
    theySaid: typed.theySaid.trim(),
    iSaid: typed.iSaid.trim(),
    promises: typed.promises
      .map((promise): Promised => ({ what: promise.what.trim(), by: typedDate(promise.by) }))
      .filter((promise) => promise.what !== ""),
    holdMinutes: wholeNumber(typed.hold),
    minutes: wholeNumber(typed.minutes),
  };
}
