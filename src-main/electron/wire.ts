import { ipcMain, type WebContents, type WebFrameMain } from "electron";
import { hostCalls, type Reply } from "#core/host.ts";
import { answer } from "../host/answer.ts";
import type { NodeHost, Visit } from "../host/node-host.ts";
import { isWindowAddress } from "./addresses.ts";
import { channelOf } from "./channel.ts";

/**
 * Answers the windows' calls, each window as a visitor of its own: what it holds ends when it is loaded anew,
 * crashes or closes. Only the top frame of Folio's own address is answered: a frame inside it, or a page that came
 * in its place, is not Folio. Arguments are checked by the host.
 */
export function answerWindows(host: NodeHost): void {
  const visits = new Map<number, Visit>();
  const visitOf = (contents: WebContents): Visit => {
    const present = visits.get(contents.id);
    if (present !== undefined) return present;
    const visit = host.visit();
    visits.set(contents.id, visit);
    endWith(contents, () => {
      visits.delete(contents.id);
      void visit.leave();
    });
    return visit;
  };
  for (const name of Object.keys(hostCalls)) {
    ipcMain.handle(channelOf(name), (event, ...args: readonly unknown[]): Promise<Reply<unknown>> => {
      if (isFolio(event.senderFrame)) return answer(visitOf(event.sender).host, name, args);
      return Promise.resolve({ ok: false, code: "host-refused", detail: "sender" });
    });
  }
}

/**
 * Says once that the page is gone. A page that is being left may still call until the next one stands, so it is the
 * new page's arrival that ends the old one's visit; what crashed or was closed ends at once.
 */
function endWith(contents: WebContents, end: () => void): void {
  const once = () => {
    contents.off("did-navigate", once);
    contents.off("render-process-gone", once);
    contents.off("destroyed", once);
    end();
  };
  contents.on("did-navigate", once);
  contents.on("render-process-gone", once);
  contents.on("destroyed", once);
}

function isFolio(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isWindowAddress(frame.url);
}
