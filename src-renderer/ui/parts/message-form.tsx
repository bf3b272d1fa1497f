import { useState } from "react";
import { newId } from "#core/case-work/kept-case.ts";
import { sayDay } from "#core/model/calendar-day.ts";
import type { PortalMessage } from "#core/model/call-note.ts";
import { today } from "../../flows/today.ts";
import { typedDate } from "../../flows/typed-date.ts";
import { typedTime } from "../../flows/typed-numbers.ts";
import { words } from "../words/common.ts";
import { callWords } from "../words/entries.ts";
import { EntryForm } from "./entry-form.tsx";
import { ChoiceField, TextField } from "./fields.tsx";

interface MessageFormProps {
  readonly onKeep: (message: PortalMessage) => void;
  readonly onLeave: () => void;
}

/** A portal message, word for word. */
export function MessageForm({ onKeep, onLeave }: MessageFormProps) {
  const [direction, setDirection] = useState<PortalMessage["direction"]>("out");
  const [day, setDay] = useState(sayDay(today()));
  const [time, setTime] = useState("");
  const [subject, setSubject] = useState("");
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const when = typedDate(day);
  const isTimeWrong = time.trim() !== "" && typedTime(time) === null;
  const keep = () => {
    setTried(true);
    if (when === null || isTimeWrong || text.trim() === "") return false;
    const told = { direction, day: when, time: typedTime(time), subject: subject.trim(), text: text.trim() };
    onKeep({ id: newId(), ...told });
    return true;
  };
  return (
    <EntryForm title={callWords.messageTitle} keepWords={callWords.keepMessage} onKeep={keep} onLeave={onLeave}>
      <p className="soft">{callWords.messageHint}</p>
      <ChoiceField
        legend={callWords.messageWay}
        value={direction}
        options={callWords.messageDirections}
        onChange={setDirection}
      />
      <div className="fields">
        <TextField
          label={callWords.day}
          hint={words.dateHint}
          value={day}
          wrong={isTried && when === null ? words.dateNeeded : ""}
          onChange={setDay}
        />
        <TextField
          label={callWords.time}
          hint={words.timeHint}
          value={time}
          wrong={isTried && isTimeWrong ? words.timeWrong : ""}
          onChange={setTime}
        />
      </div>
      <TextField label={callWords.subject} value={subject} onChange={setSubject} />
      <TextField
        label={callWords.text}
        lines={8}
        value={text}
        wrong={isTried && text.trim() === "" ? callWords.needed : ""}
        onChange={setText}
        focusFirst
      />
    </EntryForm>
  );
}
