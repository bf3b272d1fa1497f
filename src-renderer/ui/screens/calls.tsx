import { sayDay } from "#core/model/calendar-day.ts";
import type { CallNote, PortalMessage } from "#core/model/call-note.ts";
import { session } from "../../flows/current-case.ts";
import { callDrafts, messageDrafts } from "../../flows/drafts.ts";
import { removeEntry } from "../../flows/keep-entries.ts";
import { useStore } from "../../flows/store.ts";
import { Button } from "../parts/button.tsx";
import { CallForm } from "../parts/call-form.tsx";
import { EntryActs } from "../parts/entry-acts.tsx";
import { Icon } from "../parts/icon.tsx";
import { MessageForm } from "../parts/message-form.tsx";
import { ScreenHead } from "../parts/screen-head.tsx";
import { screenNames } from "../words/common.ts";
import { callWords } from "../words/entries.ts";

/** What was said, by phone and on the portal, latest first; and the forms to write it down. */
export function Calls() {
  const file = useStore(session).kept?.file;
  const calls = useStore(callDrafts.store);
  const messages = useStore(messageDrafts.store);
  const newCall = calls.find((draft) => draft.isNew);
  const newMessage = messages.find((draft) => draft.isNew);
  const entries: (CallNote | PortalMessage)[] = [...(file?.calls ?? []), ...(file?.messages ?? [])];
  entries.sort(latestFirst);
  return (
    <div className="screen">
      <ScreenHead title={screenNames.calls} lede={callWords.lede}>
        <Button icon="message" edits onPress={messageDrafts.begin} expanded={newMessage !== undefined}>
          {callWords.addMessage}
        </Button>
        <Button kind="first" icon="calls" edits onPress={callDrafts.begin} expanded={newCall !== undefined}>
          {callWords.addCall}
        </Button>
      </ScreenHead>
      {newCall === undefined ? null : <CallForm draft={newCall} />}
      {newMessage === undefined ? null : <MessageForm draft={newMessage} />}
      {entries.length === 0 && newCall === undefined && newMessage === undefined ? (
        <div className="empty">
          <Icon name="calls" size={32} />
          <h2>{callWords.emptyTitle}</h2>
          <p>{callWords.emptyText}</p>
        </div>
      ) : null}
      <ul className="stack">
        {entries.map((entry) => (
          <li key={entry.id}>{"who" in entry ? <Call call={entry} /> : <Message message={entry} />}</li>
        ))}
      </ul>
    </div>
  );
}

function Call({ call }: { readonly call: CallNote }) {
  const draft = useStore(callDrafts.store).find((one) => one.id === call.id);
  return draft === undefined ? <KeptCall call={call} /> : <CallForm draft={draft} />;
}

function KeptCall({ call }: { readonly call: CallNote }) {
  const length = [
    call.minutes === null ? "" : callWords.length(call.minutes),
    call.holdMinutes === null ? "" : callWords.onHold(call.holdMinutes),
  ].filter((part) => part !== "");
  return (
    <article className="card entry stack tight" id={`entry-${call.id}`} tabIndex={-1}>
      <EntryHead
        icon="calls"
        title={call.direction === "out" ? callWords.callTo(call.who) : callWords.callFrom(call.who)}
        when={[sayDay(call.day), call.time ?? "", ...length].filter((part) => part !== "").join(", ")}
        id={call.id}
        onChange={() => callDrafts.open(call)}
        onRemove={() => void removeEntry({ kind: "call-kept", call }, callWords.removed)}
      />
      <Said label={callWords.theySaid} text={call.theySaid} />
      <Said label={callWords.iSaid} text={call.iSaid} />
      {call.promises.length === 0 ? null : (
        <div className="promises">
          <h3>{callWords.promises}</h3>
          <ul>
            {call.promises.map((promise) => (
              <li key={`${promise.what} ${promise.by}`}>
                {promise.what}{" "}
                <span className="tag">
                  <Icon name="clock" size={16} />
                  {promise.by === null ? callWords.noDay : callWords.by(sayDay(promise.by))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}

function Message({ message }: { readonly message: PortalMessage }) {
  const draft = useStore(messageDrafts.store).find((one) => one.id === message.id);
  return draft === undefined ? <KeptMessage message={message} /> : <MessageForm draft={draft} />;
}

function KeptMessage({ message }: { readonly message: PortalMessage }) {
  const title = message.direction === "out" ? callWords.messageOut : callWords.messageIn;
  return (
    <article className="card entry stack tight" id={`entry-${message.id}`} tabIndex={-1}>
      <EntryHead
        icon="message"
        title={message.subject === "" ? title : `${title}: ${message.subject}`}
        when={[sayDay(message.day), message.time ?? ""].filter((part) => part !== "").join(", ")}
        id={message.id}
        onChange={() => messageDrafts.open(message)}
        onRemove={() => void removeEntry({ kind: "message-kept", message }, callWords.removed)}
      />
      <p className="pre">{message.text}</p>
    </article>
  );
}

interface EntryHeadProps {
  readonly icon: "calls" | "message";
  readonly title: string;
  readonly when: string;
  readonly id: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function EntryHead({ icon, title, when, ...acts }: EntryHeadProps) {
  return (
    <div className="entry-head">
      <Icon name={icon} />
      <div>
        <h2 className="entry-title">{title}</h2>
        <p className="soft small">{when}</p>
      </div>
      <EntryActs name={`${title}, ${when}`} {...acts} />
    </div>
  );
}

function Said({ label, text }: { readonly label: string; readonly text: string }) {
  return text === "" ? null : (
    <div>
      <h3>{label}</h3>
      <p className="pre">{text}</p>
    </div>
  );
}

function latestFirst(one: CallNote | PortalMessage, other: CallNote | PortalMessage): number {
  const when = (entry: CallNote | PortalMessage) => `${entry.day} ${entry.time ?? ""}`;
  return when(other) < when(one) ? -1 : when(other) > when(one) ? 1 : 0;
}
