import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultDataFolder } from "../../src-main/host/folders.ts";

describe("the data folder", () => {
  it.skipIf(process.platform === "win32").each([
    ["linux", {}, join(homedir(), ".local/share/Folio")],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/Folio"],
    ["linux", { XDG_DATA_HOME: "not/absolute" }, join(homedir(), ".local/share/Folio")],
    ["darwin", {}, join(homedir(), "Library/Application Support/Folio")],
    ["win32", { LOCALAPPDATA: "/local" }, "/local/Folio"],
    ["win32", {}, join(homedir(), "AppData/Local/Folio")],
  ] as const)("on %s with %j is %s", (platform, env, folder) => {
    expect(defaultDataFolder(env, platform)).toBe(folder);
  });

  it("is what FOLIO_DATA says, unless that is empty", () => {
    expect(defaultDataFolder({ FOLIO_DATA: "stick" })).toBe(resolve("stick"));
    expect(defaultDataFolder({ FOLIO_DATA: "" })).not.toBe(resolve(""));
  });
});
