import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { syncedFolder } from "../../src-main/host/synced-folder.ts";
import { hostOn, temporaryFolder } from "./temporary.ts";

describe("a folder that a service copies elsewhere", () => {
  it.each([
    ["OneDrive", "OneDrive"],
    ["OneDrive - Somewhere Ltd", "OneDrive"],
    ["Library/CloudStorage/OneDrive-Personal", "OneDrive"],
    ["Dropbox", "Dropbox"],
    ["Dropbox (Personal)", "Dropbox"],
    ["Google Drive", "Google Drive"],
    ["Library/CloudStorage/GoogleDrive-somebody/My Drive", "Google Drive"],
    ["Library/Mobile Documents/com~apple~CloudDocs", "iCloud"],
    ["iCloudDrive", "iCloud"],
    ["Nextcloud", "Nextcloud"],
    ["Nextcloud2", "Nextcloud"],
    ["pCloud Drive", "pCloud"],
    ["pCloudDrive", "pCloud"],
  ])("is told by the name %s, though it isn't there yet", async (name, service) => {
    expect(await syncedFolder(join(await temporaryFolder(), name, "Kept", "Folio"), {})).toBe(service);
  });

  it.each([
    [".dropbox.cache", "Dropbox"],
    [".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"],
    [".tmp.drivedownload", "Google Drive"],
    [".nextcloudsync.log", "Nextcloud"],
    [".sync_0123abcdef.db", "Nextcloud"],
    [".stfolder", "Syncthing"],
  ])("is told by %s in a folder above, whatever that one is called", async (marker, service) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, marker), "");
    expect(await syncedFolder(join(folder, "Documents", "Folio"), {})).toBe(service);
  });

  it("is told through a link, as where Documents points into one", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "Dropbox", "Documents"), { recursive: true });
    await symlink(join(folder, "Dropbox", "Documents"), join(folder, "Documents"));
    expect(await syncedFolder(join(folder, "Documents", "Folio"), {})).toBe("Dropbox");
  });

  it.each(["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])("is told by Windows' variable %s", async (name) => {
    const folder = await temporaryFolder();
    expect(await syncedFolder(join(folder, "Folio"), { [name]: folder })).toBe("OneDrive");
    expect(await syncedFolder(join(folder, "Folio"), { [name]: join(folder, "else") })).toBeNull();
  });

  it.each(["Dropboxes", "Documents", "My Drives", "Box", "Megan", "one drive", ".local/share/Folio"])(
    "is not told by the name %s",
    async (name) => {
      expect(await syncedFolder(join(await temporaryFolder(), name), {})).toBeNull();
    },
  );

  it("is said by the host of its own data folder", async () => {
    const folder = await temporaryFolder();
    expect((await hostOn(join(folder, "data")).about()).syncedBy).toBeNull();
    expect((await hostOn(join(folder, "Dropbox", "data")).about()).syncedBy).toBe("Dropbox");
  });
});
