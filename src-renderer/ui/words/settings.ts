/** Words of the settings, and the list of keys. */
export const settingsWords = {
  partsName: "Parts of the settings",
  parts: {
    locking: "Locking and keys",
    backups: "Backups",
    case: "This case file",
    looks: "Looks and keyboard",
    about: "About Folio",
  },
  ledes: {
    locking: "When Folio locks, and what opens it.",
    backups: "Copies of everything, locked, in a place of your choice.",
    case: "Hand it over, check it, decide how long to keep it.",
    looks: "How Folio looks and listens on this computer.",
    about: "Where your case files are, and what Folio is made of.",
  },
  colours: "Colours",
  colourNames: { system: "As this computer", light: "Light", dark: "Dark" },
  textSize: "Text size",
  textNames: { standard: "Standard", large: "Large", largest: "Largest" },
  keysTitle: "Keyboard",
  letterKeys: "Use single letters as keys",
  letterKeysHint:
    "Turn this off if you speak to your computer or press keys by accident. Arrow keys, Enter and Tab always work.",
  showKeys: "Show all keys",
  keyList: "All keys",
  keys: [
    ["?", "Show this list"],
    ["N", "Something new: a call note, message, cost, letters and so on"],
    ["/", "Search everything in the case file"],
    ["Ctrl or Cmd + Shift + L", "Lock at once, from anywhere"],
    ["J or ↓", "Next date in a letter"],
    ["K or ↑", "Previous date in a letter"],
    ["A or Enter", "The date is right"],
    ["C", "Change the date or what it is for"],
    ["X", "Not a date"],
    ["U", "Undo the last step"],
    ["] [", "Next letter, previous letter"],
    ["+, −", "Larger page, smaller page"],
    ["Shift + arrows", "Move the page about"],
    ["Page Down, Page Up", "Next page, previous page of a letter"],
    ["Esc", "Leave a change, or the letter"],
  ] as readonly (readonly [string, string])[],
  dataTitle: "Where your case files are",
  data: "In a folder of your own account on this computer, locked, and away from Documents and Desktop, so that it isn't copied to a cloud by accident.",
  synced: (by: string) => ({
    what: `${by} seems to copy Folio's folder to the internet.`,
    next: `What is in it is locked, so ${by} can't read it; but it can see that Folio is used and when, and copying while Folio writes can spoil files. Move the folder out of ${by} if you can.`,
  }),
  uninstall:
    "Taking Folio off this computer leaves that folder where it is. To remove a case file for good, erase it first.",
  memory:
    "Locking drops the keys and everything that was opened from memory, as far as a program can. It can't promise that no trace stays in the computer's memory until it is switched off.",
  dataSample: "You are looking at the sample case. It is kept nowhere.",
  aboutTitle: "About Folio",
  version: (version: string) => `Version ${version}`,
  offline:
    "Folio never uses the internet. Nothing you put in leaves this computer unless you save it and send it yourself.",
  licences:
    "Folio is free under the MIT licence. It is built on pdf.js, tesseract.js, pdf-lib, libheif, React and the Open Sans typeface, each under its own open licence. Their licences come with Folio.",
  notAdvice: "Folio is not a law firm and gives no legal advice.",
};

/** Words of locking and of everything that opens Folio. */
export const lockingWords = {
  autoTitle: "Locking by itself",
  after: "Lock when nobody has been here for",
  minutes: (minutes: number) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
  also: "Folio also locks when this computer locks or goes to sleep. What you were typing is kept, locked, and is there again.",
  present: "Your passphrase now",
  presentNeeded: "Write the passphrase that you use now.",
  presentWrong:
    "This is not the passphrase that you use now. Check capital letters and try again. Nothing has been changed.",
  next: "New passphrase",
  working: "Making the keys…",
  passphraseTitle: "Passphrase",
  passphraseText: "One passphrase opens all case files on this computer.",
  passphraseAct: "Change the passphrase",
  passphraseDone: "The passphrase is changed",
  oldBackups: "Backups that were made before still open with the old one.",
  sheetTitle: "Recovery sheet",
  sheetText: "24 words that open your case files if you forget the passphrase.",
  sheetAct: "Make a new recovery sheet",
  sheetOldDies: "The words on your old sheet stop working here. Destroy it once you have checked the new one.",
  heldTitle: "Key on this computer",
  heldText:
    "A key is kept in this computer's own key store: whoever can use your account can open Folio without the passphrase.",
  holdText:
    "Folio can keep a key in this computer's own key store, so that it opens without a passphrase here. Whoever can use your account can then open it too.",
  holdShared: "Folio doesn't offer to keep a key on a computer that others use, or may use.",
  hold: "Keep a key on this computer",
  heldNow: "A key is kept on this computer",
  drop: "Take the key off this computer",
  dropped: "The key is off this computer",
  allTitle: "If a computer or a backup disk was lost",
  allText:
    "Change all keys: every case file is locked anew, with a new passphrase and a new recovery sheet. Do this if somebody may have the files and know the passphrase or the recovery words.",
  allUnfinished: "The last change of all keys was not finished. Nothing is lost; go on with it.",
  allAct: "Change all keys",
  allGoOn: "Go on changing all keys",
  allBeyond:
    "It can't change copies that are already gone: whoever has an old copy and its passphrase can open that copy.",
  allWorking: "Locking everything anew…",
  allProgress: (done: number, of: number) => `${done} of ${of}`,
  allDone: "All keys are changed",
};

/** Words of the check of a whole case file. */
export const checkWords = {
  title: "Check this case file",
  text: "Folio reads every letter and every line of the history, and compares them with what was written down when they were kept.",
  act: "Check every part",
  checking: "Checking…",
  sound: "Every part is as it was kept.",
};
