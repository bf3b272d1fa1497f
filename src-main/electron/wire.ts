import { ipcMain, type WebFrameMain } from "electron";
import { hostCalls, type Reply } from "#core/host.ts";
import { answer } from "../host/answer.ts";
import type { NodeHost } from "../host/node-host.ts";
import { isWindowAddress } from "./addresses.ts";
import { channelOf } from "./channel.ts";

/**
 * Answers the window's calls. Only the top frame of Folio's own address is answered: a frame inside it, or a page
 * that came in its place, is not Folio. Arguments are checked by the host.
 */
export function answerWindow(host: NodeHost): void {
  for (const name of Object.keys(hostCalls)) {
    ipcMain.handle(channelOf(name), (event, ...args: readonly unknown[]): Promise<Reply<unknown>> => {
      if (isFolio(event.senderFrame)) return answer(host, name, args);
      return Promise.resolve({ ok: false, code: "host-refused", detail: "sender" });
    });
  }
}

function isFolio(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isWindowAddress(frame.url);
}
