/** Words of backups: the line on Overview, the settings, and restoring. */
export const backupWords = {
  title: "Backups",
  none: "No backups yet. If this computer is lost or breaks, what is in Folio goes with it.",
  choose: "Choose a place for backups",
  good: (when: string) => `Last good backup ${when}.`,
  goodBehind: (when: string) => `Last good backup ${when}. There are changes since.`,
  overdue: (when: string) => `The last good backup was ${when}, and there are changes since. It is time for another.`,
  never: "No backup has worked yet.",
  running: "Backing up now…",
  failed: "The last backup didn’t work.",
  look: "Look at backups",
  openRestore: "Restore from a backup",
  now: "Back up now",
  doneNow: "Backed up and read back",
  when: { today: "today", yesterday: "yesterday", days: (count: number) => `${count} days ago` },
  at: (time: string) => `at ${time}`,
};

export const backupSettingsWords = {
  folder: (folder: string) => `Backups go to ${folder}`,
  folderHint: "Best on another disk or a memory stick that you keep apart from this computer.",
  typed: "Folder for backups",
  typedHint: "The whole path of a folder that is there, for example /media/stick/papers",
  choose: "Choose a folder",
  chooseAnother: "Choose another folder",
  useFolder: "Use this folder",
  stop: "Stop backups",
  stopped: "Backups are stopped. Those that were made stay where they are.",
  chosen: "The folder for backups is chosen",
  restore: "Restore from a backup",
  synced: (by: string) => ({
    what: `${by} copies this folder to the internet.`,
    next: `The backups are locked, so ${by} can’t read them; but it can see that they are there, and so can anyone who can sign in to it. Choose a folder that isn’t copied if that could put you at risk.`,
  }),
  insideTitle: "What is in a backup, and what isn’t",
  inside: [
    "All case files with every letter, call and cost, locked as they are here. They open with your passphrase or your recovery words.",
    "Backups run by themselves while Folio is open, also while it is locked. Each is read back and checked; the last good one is never replaced by a bad one.",
    "Not in it: what you have begun to type and not kept, packs and bundles that you saved elsewhere, and how Folio looks on this computer.",
    "A memory stick can be lost, and breaks in time. Keep one backup with somebody you trust.",
  ],
  sampleOnly: "The sample case is never backed up.",
};

export const restoreWords = {
  title: "Restore a backup",
  ledeEmpty:
    "Folio copies your case files from a backup to this computer. You need the passphrase or the recovery words.",
  ledeBeside:
    "Folio takes case files from a backup and adds them to yours. Where one is here already, the two are united: nothing is overwritten. A case file that is open is closed for it.",
  typed: "Folder of the backup",
  typedHint: "The whole path of the folder that you chose for backups",
  open: "Look in this folder",
  choose: "Choose the folder of the backup",
  opening: "Looking for backups…",
  found: (folder: string) => `Backups in ${folder}`,
  which: "Which one?",
  set: (when: string, cases: number) => `${when}, ${cases === 1 ? "1 case file" : `${cases} case files`}`,
  latest: "the latest",
  secret: "How is this backup opened?",
  secretKinds: [
    ["passphrase", "With its passphrase"],
    ["recovery", "With recovery words"],
  ] as const,
  passphrase: "Passphrase of the backup",
  passphraseHint: "The one that was in use when the backup was made",
  passphraseNeeded: "Write the passphrase of the backup.",
  thenUnlock: "It then opens with the passphrase or the recovery words that were in use when it was made.",
  restore: "Restore",
  restoring: "Restoring: every part is copied and checked…",
  did: {
    added: (count: number) => (count === 1 ? "1 case file added" : `${count} case files added`),
    united: (count: number) => (count === 1 ? "1 united with the one here" : `${count} united with those here`),
    "nothing-new": (count: number) => (count === 1 ? "nothing new in 1" : `nothing new in ${count}`),
  },
  done: "The backup is restored:",
  back: "Back",
};
