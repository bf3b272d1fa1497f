import { sayDay } from "../../model/calendar-day.ts";
import type { CallNote, PortalMessage } from "../../model/call-note.ts";
import type { PackPlan } from "../plan.ts";
import { type Block, say } from "./block.ts";

/** Every call note and portal message in full, in order of day. */
export function callBlocks(plan: PackPlan): readonly Block[] {
  const { calls, messages } = plan.caseFile;
  const parts: readonly Block[][] = [
    calls.length === 0
      ? []
      : [
          {
            kind: "paragraph",
            spans: say("These call notes were written by me. They say what I heard and said, as I remember it."),
            look: "small",
          },
        ],
    ...inOrder(calls).map(callNote),
    ...inOrder(messages).map(portalMessage),
  ];
  return parts.flat();
}

function inOrder<T extends { readonly day: string; readonly time: string | null }>(list: readonly T[]): readonly T[] {
  const key = ({ day, time }: T) => `${day} ${time ?? ""}`;
  return [...list].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

function callNote(call: CallNote): Block[] {
  const who = call.who === "" ? "the Service" : call.who;
  const length = [
    call.minutes === null ? [] : [`${sayMinutes(call.minutes)} in all`],
    call.holdMinutes === null ? [] : [`${sayMinutes(call.holdMinutes)} on hold`],
  ].flat();
  const promises = call.promises.map(({ what, by }) => say(by === null ? what : `${what} (by ${sayDay(by)})`));
  return [
    {
      kind: "heading",
      level: 3,
      text: `${when(call)}: call ${call.direction === "out" ? "to" : "from"} ${who}`,
      place: `call:${call.id}`,
    },
    ...(length.length === 0 ? [] : [paragraph(length.join(", "), "small")]),
    ...labelled("They said", call.theySaid),
    ...labelled("I said", call.iSaid),
    ...(promises.length === 0
      ? []
      : [paragraph("They said they would", "label"), { kind: "list", items: promises, numbered: false } as const]),
  ];
}

function portalMessage(message: PortalMessage): Block[] {
  const way = message.direction === "out" ? "message I sent on the portal" : "message to me on the portal";
  return [
    { kind: "heading", level: 3, text: `${when(message)}: ${way}`, place: `message:${message.id}` },
    ...labelled("Subject", message.subject),
    ...labelled("Message", message.text),
  ];
}

function when({ day, time }: Pick<CallNote, "day" | "time">): string {
  return time === null ? sayDay(day) : `${sayDay(day)}, ${time}`;
}

function labelled(label: string, text: string): Block[] {
  return text.trim() === "" ? [] : [paragraph(label, "label"), paragraph(text.trim(), "answer")];
}

function paragraph(text: string, look: "answer" | "label" | "small"): Block {
  return { kind: "paragraph", spans: say(text), look };
}

function sayMinutes(minutes: number): string {
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
