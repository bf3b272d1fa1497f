import { useState } from "react";
import { type Draft, messageDrafts } from "../../flows/drafts.ts";
import { keepEntry } from "../../flows/keep-entries.ts";
import { typedDate } from "../../flows/typed-date.ts";
import { asMessage, type TypedMessage } from "../../flows/typed-entries.ts";
import { typedTime } from "../../flows/typed-numbers.ts";
import { words } from "../words/common.ts";
import { callWords } from "../words/entries.ts";
import { EntryForm } from "./entry-form.tsx";
import { ChoiceField, TextField } from "./fields.tsx";

/** A portal message, word for word. */
export function MessageForm({ draft }: { readonly draft: Draft<TypedMessage> }) {
  const { id, typed, isNew } = draft;
  const [isTried, setTried] = useState(false);
  const wrong = wrongsOf(typed);
  const set = (change: Partial<TypedMessage>) => messageDrafts.type(id, { ...typed, ...change });
  const leave = () => messageDrafts.drop(id);
  const keep = () => {
    setTried(true);
    const message = asMessage(id, typed);
    if (message === null || Object.values(wrong).some((one) => one !== "")) return false;
    const done = isNew ? callWords.keptMessage : callWords.changedMessage;
    void keepEntry({ kind: "message-kept", message }, done).then((isKept) => isKept && leave());
    return true;
  };
  return (
    <EntryForm
      title={isNew ? callWords.messageTitle : callWords.changeMessageTitle}
      keepWords={callWords.keepMessage}
      onKeep={keep}
      onLeave={leave}
    >
      {isNew ? <p className="soft">{callWords.messageHint}</p> : null}
      <ChoiceField
        legend={callWords.messageWay}
        value={typed.direction}
        options={callWords.messageDirections}
        onChange={(direction) => set({ direction })}
      />
      <div className="fields">
        <TextField
          label={callWords.day}
          hint={words.dateHint}
          value={typed.day}
          wrong={isTried ? wrong.day : ""}
          onChange={(day) => set({ day })}
        />
        <TextField
          label={callWords.time}
          hint={words.timeHint}
          value={typed.time}
          wrong={isTried ? wrong.time : ""}
          onChange={(time) => set({ time })}
        />
      </div>
      <TextField label={callWords.subject} value={typed.subject} onChange={(subject) => set({ subject })} />
      <TextField
        label={callWords.text}
        lines={8}
        value={typed.text}
        wrong={isTried ? wrong.text : ""}
        onChange={(text) => set({ text })}
        focusFirst
      />
    </EntryForm>
  );
}

function wrongsOf({ day, time, text }: TypedMessage) {
  return {
    day: typedDate(day) === null ? words.dateNeeded : "",
    time: time.trim() === "" || typedTime(time) !== null ? "" : words.timeWrong,
    text: text.trim() === "" ? callWords.needed : "",
  };
}
