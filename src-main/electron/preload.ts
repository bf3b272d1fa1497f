import { contextBridge, ipcRenderer } from "electron";
import { hostCalls } from "#core/host.ts";
import { channelOf } from "./channel.ts";

/*
 * Runs sandboxed in the window's process, in a world of its own. The window gets one function for each call of
 * `Host`, made from that list alone: never ipcRenderer itself, with which it could call anything.
 */
contextBridge.exposeInMainWorld(
  "folioHost",
  Object.fromEntries(
    Object.keys(hostCalls).map((name) => [
      name,
      (...args: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(channelOf(name), ...args),
    ]),
  ),
);
