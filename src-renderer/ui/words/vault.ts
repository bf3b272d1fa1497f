/** Words of passphrases, the recovery sheet, and the locked window. */
export const passphraseWords = {
  passphrase: "Passphrase",
  hint: "Three or four unusual words are strong and easy to type.",
  again: "The same passphrase again",
  show: "Show",
  hide: "Hide",
  showLong: "Show the passphrase",
  hideLong: "Hide the passphrase",
  needed: "Choose a passphrase. It needs at least one character.",
  notSame: "These two are not the same. Show them and compare.",
  noReset:
    "Nobody can reset it: not the makers of Folio, not the Service. Your recovery sheet, which comes next, is the only other way in.",
  capsLock: "Caps Lock is on.",
};

export const strengthWords = {
  verdicts: { weak: "Weak.", fair: "Fair.", strong: "Strong." },
  takes: (time: string) => `Somebody with a strong computer would need ${time} to guess it.`,
  weak: {
    what: "This passphrase is weak.",
    next: "You can use it, but somebody who copies the files from this computer could find it. Another word or two helps most.",
  },
};

export const unlockWords = {
  title: "Folio",
  passphrase: "Passphrase",
  unlock: "Unlock",
  unlocking: "Unlocking…",
  useWords: "Use recovery words",
  useComputer: "Use the key kept on this computer",
  usePassphrase: "Use the passphrase",
  words: "Your 24 recovery words",
  wordsHint: "In their order, with a space between.",
  wordsCount: (count: number) => `${count} of 24 words`,
  wordsWrongCount: (count: number) =>
    count === 1
      ? "There is 1 word here. A recovery sheet has 24."
      : `There are ${count} words here. A recovery sheet has 24.`,
  wordsUnknown: (unknown: readonly string[]) =>
    unknown.length === 1
      ? `“${unknown[0]}” is on no recovery sheet. Look at that word once more.`
      : `These are on no recovery sheet: ${unknown.join(", ")}. Look at those words once more.`,
  afterWords: "You can then choose a new passphrase in Settings.",
  restore: "Restore a backup",
  covered: "Go on",
};

export const sheetWords = {
  title: "Your recovery sheet",
  lede: "These 24 words open your case files if you forget your passphrase. Write them down, print them, or save them outside this computer.",
  what: "Anyone who has these words can open your case files.",
  where:
    "Keep the sheet on paper, away from this computer, where nobody who must not read your papers will find it: with somebody you trust, for example. The sheet doesn’t say what it opens, so remember what it is for.",
  listName: "The 24 recovery words",
  print: "Print the sheet",
  printTitle: "Who else uses the printer?",
  printNow: "Print",
  dont: "Cancel",
  printWarning:
    "Printers, and computers that share one, can keep a copy of what was printed. Use a printer that only you use, or write the words by hand.",
  save: "Save it as a PDF",
  saveWarningTitle: "Don’t save it on this computer",
  saveWarning:
    "A sheet beside the files that it opens is like a key under the doormat. The PDF is not locked: whoever finds it can read the words.",
  saveChoose: "Choose a memory stick, and take it out afterwards.",
  saveAnyway: "Choose where to save it",
  saveHere: {
    what: "This window can’t ask where to save it.",
    next: "Your browser would put it in its downloads folder, on this computer. Writing the words by hand is safer. If you save it, move it to a memory stick at once and empty the bin.",
    act: "Save it all the same",
  },
  saved: (where: string) => `Saved: ${where}. If that is on this computer, move it to a memory stick now.`,
  notSaved: "Not saved. The words are still here.",
  fileName: "Sheet.pdf",
  goOn: "I have them: check three words",
  later: "Later",
  laterHint:
    "If you leave now, these words still work but are not shown again. Overview reminds you, and you can make a new sheet in Settings.",
  checkTitle: "Check your sheet",
  checkLede: "Take your sheet and type these three words from it.",
  word: (position: number) => `Word ${position}`,
  wrong: "These three don’t fit together. Look at your sheet once more: each word, and its number.",
  check: "Check",
  backToWords: "Show the words again",
  checked: "Your recovery sheet is checked",
  remindTitle: "You have no checked recovery sheet",
  remindText: "If you forget your passphrase, only a recovery sheet can open your case files.",
  remindNone: "If you have none, or some words are missing on it, make a new one below.",
  remindAct: "See to it",
  remindCheck: "Check my sheet",
  remindLeave: "Not now",
};

export const lockWords = {
  lock: "Lock",
  lockLong: "Lock Folio now",
};

export const casesWords = {
  title: "Your case files",
  lede: (count: number) => (count === 1 ? "1 case file on this computer" : `${count} case files on this computer`),
  reading: "Looking for case files on this computer…",
  none: "There is no case file here yet.",
  noneText: "Create one, or take over a bundle that somebody handed you.",
  filter: "Find a case file",
  filterHint: "Type a part of its name; Enter opens the first.",
  noMatch: "No case file has this in its name.",
  shown: (shown: number, all: number) => `${shown} of ${all}`,
  changed: (day: string) => `Last changed ${day}`,
  unreadable: "A case file that can’t be read",
  noName: "A case file without a name",
  retained: (day: string) => `Kept until ${day}: time to decide`,
  create: "Create a case file",
  bundle: "Take over a bundle",
  restore: "Restore from a backup",
  opening: "Opening…",
};

export const readOnlyWords = {
  title: "Read only here.",
  band: "This case file is open in another window or program, or this window has lost its connection to Folio. Nothing can be changed here until it has the case file again.",
  again: "Try again",
  still: "It is still open elsewhere.",
  writable: "You can make changes here now",
};
