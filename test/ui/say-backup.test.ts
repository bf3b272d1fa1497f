import { expect, test } from "vitest";
import type { BackupState } from "#core/host.ts";
import { sayBackup } from "../../src-renderer/ui/say-backup.ts";

const now = new Date(2026, 10, 23, 12, 0);
const state = (told: Partial<BackupState>): BackupState => ({
  folder: "/media/stick",
  syncedBy: null,
  lastGoodAt: new Date(2026, 10, 23, 9, 5).toISOString(),
  lastTriedAt: null,
  problem: null,
  running: false,
  behind: false,
  ...told,
});

test("a backup of today is named with its time, and calls for nothing", () => {
  expect(sayBackup(state({}), now)).toEqual({ tone: "calm", text: "Last good backup today at 09:05." });
});

test("an old backup is overdue only while there are changes since", () => {
  const lastGoodAt = new Date(2026, 10, 10, 9, 0).toISOString();
  expect(sayBackup(state({ lastGoodAt }), now).tone).toBe("calm");
  const { tone, text } = sayBackup(state({ lastGoodAt, behind: true }), now);
  expect(tone).toBe("due");
  expect(text).toContain("10 November 2026, 13 days ago");
});

test("none chosen, none that worked, and a failed last try each say so", () => {
  expect(sayBackup(state({ folder: null }), now).tone).toBe("due");
  expect(sayBackup(state({ folder: null }), now).text).toMatch(/^No backups yet/);
  expect(sayBackup(state({ lastGoodAt: null }), now).text).toBe("No backup has worked yet.");
  const failed = sayBackup(state({ problem: "backup-missing" }), now);
  expect(failed).toEqual({ tone: "due", text: "The last backup didn’t work. Last good backup today at 09:05." });
});
