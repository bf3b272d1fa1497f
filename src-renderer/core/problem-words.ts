import type { ProblemCode } from "./problems.ts";

/** What happened and whether anything was lost, then what to do. */
export interface ProblemWords {
  readonly what: string;
  readonly next: string;
}

/** "What happened. What to do." in one line, for the command line and for packs. */
export function sayProblem(code: ProblemCode): string {
  const { what, next } = problemWords[code];
  return `${what} ${next}`;
}

export const problemWords: Record<ProblemCode, ProblemWords> = {
  "file-empty": {
    what: "This file is empty, so there is nothing in it to keep.",
    next: "Find the original, or scan or photograph the letter again.",
  },
  "file-unknown-type": {
    what: "This is not a kind of file that Folio can read.",
    next: "Save it as a PDF, JPEG, PNG, GIF, TIFF, WebP, HEIC, plain text, Word (.docx) or e-mail (.eml) file and add it again.",
  },
  "file-program": {
    what: "This file is a program, whatever its name says. Folio has not opened it.",
    next: "Do not open it yourself. If it came with a message, treat that message as unsafe.",
  },
  "file-macros": {
    what: "This document holds macros: small programs that run when it is opened. Folio has not opened it.",
    next: "Do not open it if you do not trust who sent it. Ask for it as a PDF, and add that one.",
  },
  "file-too-large": {
    what: "This file is larger than 200 MB, which is more than Folio can take in one piece.",
    next: "Split it into parts, or scan it again at 300 dpi, and add the parts.",
  },
  "file-damaged": {
    what: "This file is damaged and could not be opened. Nothing else was affected.",
    next: "Ask for a new copy, or scan or photograph the letter again.",
  },
  "file-unreadable": {
    what: "This file could not be read from where it is kept.",
    next: "Check that it still exists and that you may open it, then add it again.",
  },
  "pdf-password": {
    what: "This PDF is locked with a password, so Folio cannot read it.",
    next: "Open it in your PDF reader with its password, print it to a new PDF, and add that one.",
  },
  "pdf-page-damaged": {
    what: "Some of this file could be read, but one or more pages are damaged or cut off.",
    next: "Check the pages against the original, and ask for a new copy if something is missing.",
  },
  "image-too-large": {
    what: "This picture is larger than 100 million pixels, which is more than a letter needs.",
    next: "Scan or photograph the page again at an ordinary size (300 dpi is plenty).",
  },
  "text-not-read": {
    what: "No words could be read on this page. The page itself is kept.",
    next: "Photograph it again in good light, flat and straight, or type its dates in by hand.",
  },
  "text-too-long": {
    what: "This file holds more text than Folio reads (some 500 pages). Its beginning was read, and the file is kept whole.",
    next: "Look through the rest for dates yourself, or split it into parts and add those.",
  },
  "mail-attachments": {
    what: "Files came attached to this e-mail. Folio has not opened them; their names are at its end.",
    next: "An attached letter is a letter of its own: save it from your e-mail program and add it separately.",
  },
  "reading-timed-out": {
    what: "Reading this file took too long and was stopped. The other files were not affected.",
    next: "Add it again on its own, or split it into smaller parts.",
  },
  "reading-stopped": {
    what: "Reading was stopped before this file was finished. Nothing of it was kept.",
    next: "Add it again when you are ready.",
  },
  "case-json-wrong": {
    what: "The case.json in this folder does not say what it should.",
    next: "Correct the field named here and try again. Nothing was written.",
  },
  "folder-empty": {
    what: "There are no letters in this folder.",
    next: "Choose the folder that holds the letters.",
  },
  "forbidden-words-found": {
    what: "The pack was not written, because it holds words that must not get out.",
    next: "Take the pages named here out of the pack, or replace them with redacted copies, and try again.",
  },
  "pack-check-failed": {
    what: "The pack was made but did not pass Folio's own checks, so it was not saved.",
    next: "Try again without the document named here, and please report this.",
  },
  "disk-full": {
    what: "The disk is full, so this could not be saved. What was saved before is untouched.",
    next: "Free some space, or choose another disk, and save again.",
  },
  "cannot-write": {
    what: "Folio is not allowed to write there, so this could not be saved. What was saved before is untouched.",
    next: "Choose another folder and save again.",
  },
  "cannot-read": {
    what: "Folio could not read its own files on this disk. Nothing has been changed.",
    next: "Check that you may open Folio's folder; if the disk is failing, restore a backup to another one.",
  },
  "case-not-found": {
    what: "This case file is not on this computer any more.",
    next: "If it was moved, put it back, or open a backup.",
  },
  "journal-torn": {
    what: "The last thing written before Folio stopped was cut short. Everything saved before it is here.",
    next: "Check your last entry and make it again if it is missing.",
  },
  "journal-damaged": {
    what: "A part of this case file has been damaged on disk. Everything that could be read is shown.",
    next: "Do not delete anything. Restore this case file from a backup: what is whole there is put back, and nothing here is overwritten.",
  },
  "object-missing": {
    what: "The stored copy of this document is missing from the case file's folder.",
    next: "Add the original again, or restore a backup.",
  },
  "object-damaged": {
    what: "The stored copy of this document has changed on disk, so it is no longer what was kept.",
    next: "Add the original again, or restore a backup.",
  },
  "object-unnamed": {
    what: "A stored document belongs to nothing in this case file: Folio stopped before it was added. Nothing is missing.",
    next: "Nothing needs to be done.",
  },
  "wrong-passphrase": {
    what: "That passphrase does not open Folio's files on this computer.",
    next: "Check capital letters and try again, or use your recovery words. Nothing has been changed, and you can try as often as you like.",
  },
  "wrong-recovery-words": {
    what: "Those recovery words do not open Folio's files on this computer.",
    next: "Check each word and their order against your sheet. Nothing has been changed.",
  },
  "vault-missing": {
    what: "There are no locked case files in this folder yet.",
    next: "Create one first, or restore a backup.",
  },
  "vault-damaged": {
    what: "The file that holds your keys (vault.json) is damaged, and so is its second copy. Nothing has been changed.",
    next: "Do not delete anything. Restore a backup: each holds another copy of that file.",
  },
  "vault-copy-damaged": {
    what: "One of the two copies of the file that holds your keys was damaged or missing. The other is sound and was used.",
    next: "Nothing was lost. If this comes back, the disk may be failing: make a backup on another one.",
  },
  "vault-head-damaged": {
    what: "The file by which Folio notices when older keys are put back (vault.head) is damaged or missing. Your keys are sound.",
    next: "Nothing was lost. If you did not restore a backup, change your passphrase, in case older keys were put back.",
  },
  "vault-tampered": {
    what: "The file that holds your keys (vault.json) was changed by something other than Folio.",
    next: "Do not type your passphrase again on this computer before someone you trust has looked at it. Restore a backup.",
  },
  "vault-weakened": {
    what: "The file that holds your keys asks for protection that Folio never writes (too weak, or too slow to work out), so it was changed by something else.",
    next: "Folio has not opened it. Restore a backup, on a computer that you trust.",
  },
  "vault-newer": {
    what: "These files were written by a newer version of Folio. Nothing has been changed.",
    next: "Use the newer version to open them.",
  },
  "vault-rolled-back": {
    what: "The file that holds your keys is older than the one that was used here last.",
    next: "If you restored a backup, change your passphrase again. If you did not, somebody else may have put the old file back.",
  },
  "keys-changed-elsewhere": {
    what: "The keys were changed in another window while this one was open, so nothing was changed here.",
    next: "Lock Folio, unlock it again, and repeat the change if it is still needed.",
  },
  "case-key-damaged": {
    what: "The key of this case file is damaged, and so is its second copy, so it cannot be opened. Nothing has been changed.",
    next: "Restore a backup of this case file.",
  },
  "case-open-elsewhere": {
    what: "This case file is open in another window or program, so nothing was saved here.",
    next: "Close it there, or go on there. What was saved before is safe.",
  },
  "journal-newer": {
    what: "This case file holds something written by a newer version of Folio. Nothing has been changed.",
    next: "Use the newer version to open it.",
  },
  "journal-incomplete": {
    what: "Something that was saved in this case file is missing from the disk: a part was removed or put back as it was earlier.",
    next: "Do not delete anything. Restore this case file from a backup: what is missing here is put back, and nothing is overwritten.",
  },
  "draft-damaged": {
    what: "Something you had begun to type could not be read back. Everything that you saved is here.",
    next: "Type it again if you still need it.",
  },
  "passphrase-empty": {
    what: "A passphrase needs at least one character.",
    next: "Choose one that you will remember: three or four unusual words are strong and easy to type.",
  },
  "keyring-missing": {
    what: "This computer has no key store that Folio can rely on, or it holds no key for you.",
    next: "Use your passphrase. Nothing has been changed.",
  },
  "bundle-unknown": {
    what: "This is not a bundle that Folio can open.",
    next: "Choose a file that ends in .folio and was saved from Folio.",
  },
  "bundle-wrong-secret": {
    what: "That passphrase or key does not open this bundle. Nothing has been changed.",
    next: "Ask the person who made it which passphrase, or whose public key, it was locked with.",
  },
  "bundle-damaged": {
    what: "This bundle is damaged, cut short, or was changed after it was made. Nothing of it was taken over.",
    next: "Ask for a new copy, sent another way if you can.",
  },
  "bundle-newer": {
    what: "This bundle was written by a newer version of Folio. Nothing of it was taken over.",
    next: "Use the newer version to open it.",
  },
  "bag-wrong": {
    what: "This folder or file is not a sound bag: what it holds is not what its lists say.",
    next: "Ask for a new copy. Nothing has been changed.",
  },
  "recipient-wrong": {
    what: "This is not a public key that a bundle can be locked for.",
    next: "A public key is one line that begins with age1. Ask for it to be sent again.",
  },
  "backup-folder-wrong": {
    what: "That folder cannot hold backups: it must exist, be a whole path, and lie outside Folio's own folder.",
    next: "Choose another folder, best on another disk.",
  },
  "backup-missing": {
    what: "The folder for backups is not there: the disk may be unplugged. The last good backup is untouched.",
    next: "Plug the disk in, or choose another folder in Settings.",
  },
  "backup-not-found": {
    what: "There is no backup of Folio in that folder.",
    next: "Choose the folder that you chose for backups.",
  },
  "backup-damaged": {
    what: "This backup is damaged or not complete, so nothing was taken over from it.",
    next: "Try an earlier one, or another copy of it.",
  },
  "backup-other-keys": {
    what: "This case file is here already, but under other keys than in the backup, so the two can't be united as they are. Nothing has been changed.",
    next: "Restore the backup where Folio has no case files yet (another computer, or an empty data folder), save a bundle of this case file there, and take that bundle over here.",
  },
  "vault-there": {
    what: "There are locked case files on this computer already, so this was not done. Nothing has been changed.",
    next: "Unlock them, and add the backup to them instead.",
  },
  "entry-line-wrong": {
    what: "A line could not be kept, because it does not say what it should. The others were not affected.",
    next: "Correct the field named here and add that line again.",
  },
  "port-busy": {
    what: "Another program, or another copy of Folio, is using the address Folio needs on this computer.",
    next: "Close the other copy of Folio and start again.",
  },
  "host-refused": {
    what: "This page is not allowed to talk to Folio.",
    next: "Close it and start Folio again.",
  },
  "host-gone": {
    what: "Folio has stopped running in the background. What was saved before is safe.",
    next: "Start Folio again.",
  },
};
