/**
 * Every failure a person can meet, by code, each with its sentence and what to do.
 * A code never changes once shipped. Bugs throw `Error`; people meet a `Problem`.
 */
export const problemCodes = [
  "file-empty",
  "file-unknown-type",
  "file-program",
  "file-too-large",
  "file-damaged",
  "file-unreadable",
  "pdf-password",
  "pdf-page-damaged",
  "image-too-large",
  "text-not-read",
  "reading-timed-out",
  "reading-stopped",
  "case-json-wrong",
  "folder-empty",
  "forbidden-words-found",
  "pack-check-failed",
  "disk-full",
  "cannot-write",
  "cannot-read",
  "case-not-found",
  "journal-torn",
  "journal-damaged",
  "object-missing",
  "object-damaged",
  "port-busy",
  "host-refused",
  "host-gone",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What a problem may carry besides its code. */
export interface ProblemOptions extends ErrorOptions {
  /** Lines for the person on the spot ("costs[3].amount: expected an amount like 12.50"); never logged. */
  readonly where?: readonly string[];
}

/** A failure that a person meets. `detail` is for the log and never holds case data. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly where: readonly string[];
  constructor(code: ProblemCode, detail = "", options?: ProblemOptions) {
    super(detail === "" ? code : `${code}: ${detail}`, options);
    this.name = "Problem";
    this.code = code;
    this.detail = detail;
    this.where = options?.where ?? [];
  }
}

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
    next: "Save it as a PDF, JPEG, PNG, GIF, TIFF, WebP, HEIC or plain text file and add it again.",
  },
  "file-program": {
    what: "This file is a program, whatever its name says. Folio has not opened it.",
    next: "Do not open it yourself. If it came with a message, treat that message as unsafe.",
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
    next: "Do not delete anything. Compare with a backup of this case file.",
  },
  "object-missing": {
    what: "The stored copy of this document is missing from the case file's folder.",
    next: "Add the original again, or restore a backup.",
  },
  "object-damaged": {
    what: "The stored copy of this document has changed on disk, so it is no longer what was kept.",
    next: "Add the original again, or restore a backup.",
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
