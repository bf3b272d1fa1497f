import type { BackupState } from "#core/host.ts";
import { daysBetween, sayDay } from "#core/model/calendar-day.ts";
import { today } from "../flows/today.ts";
import { sayTime } from "./say.ts";
import { backupWords } from "./words/backups.ts";

/** How backups stand, in a sentence. */
export interface SaidBackup {
  /** "due": none was chosen, none worked, or the last good one is old while changes wait */
  readonly tone: "calm" | "due";
  readonly text: string;
}

/** from here on, changes that are in no backup have waited too long */
const overdueDays = 7;

/** How backups stand now. What went wrong with the last one has sentences of its own. */
export function sayBackup(state: BackupState, now: Date): SaidBackup {
  if (state.folder === null) return { tone: "due", text: backupWords.none };
  if (state.running) return { tone: "calm", text: backupWords.running };
  if (state.lastGoodAt === null) return { tone: "due", text: backupWords.never };
  const days = daysBetween(today(new Date(state.lastGoodAt)), today(now));
  const when = sayWhen(state.lastGoodAt, days);
  if (state.behind && days >= overdueDays) return { tone: "due", text: backupWords.overdue(when) };
  if (state.problem !== null) return { tone: "due", text: `${backupWords.failed} ${backupWords.good(when)}` };
  return { tone: "calm", text: state.behind ? backupWords.goodBehind(when) : backupWords.good(when) };
}

function sayWhen(utc: string, days: number): string {
  const at = new Date(utc);
  if (days <= 0) return `${backupWords.when.today} ${backupWords.at(sayTime(at))}`;
  if (days === 1) return `${backupWords.when.yesterday} ${backupWords.at(sayTime(at))}`;
  return `${sayDay(today(at))}, ${backupWords.when.days(days)}`;
}
