import type { Recipient } from "#core/pack/order.ts";

export const recipientWords: Record<Recipient, { readonly name: string; readonly hint: string }> = {
  cms: { name: "Child Maintenance Service", hint: "Your complaint to the Service itself" },
  mp: { name: "My MP", hint: "To ask your MP to take it up" },
  ice: { name: "Independent Case Examiner", hint: "After the Service's final response" },
};

/** Words of the pack screen. */
export const packWords = {
  lede: "One PDF with numbered pages: what happened, what it cost, and every letter as proof.",
  forWhom: "Who is it for?",
  inside: "What goes in",
  insideHint:
    "Front page, chronology, costs and the exhibit index are made for you. Take out a letter that should not go: it keeps its number and can come back.",
  exhibits: (included: number, all: number) =>
    included === all ? `All ${all} letters` : `${included} of ${all} letters`,
  include: (number: number, title: string) => `Exhibit ${number}: ${title}`,
  left: (number: number) => `Exhibit ${number} left out`,
  taken: (number: number) => `Exhibit ${number} taken in again`,
  emptyTitle: "Nothing to put in a pack yet",
  emptyText: "Add letters first. The pack is made from them.",
  addLetters: "Go to the inbox",
  waiting: (count: number) =>
    `${count === 1 ? "1 date" : `${count} dates`} in these letters ${count === 1 ? "is" : "are"} not checked yet. They are marked so in the pack.`,
  gapsTitle: "What this pack would lack",
  gapsHint: "You can make the pack all the same.",
  gapsNone: "Nothing is missing for this pack.",
  gaps: {
    "no-final-response":
      "None of these letters was recognised as the Service’s final response. The Independent Case Examiner asks for it.",
    "no-wants": "You haven’t said what you want. It stands first on the front page.",
    "no-issues": "Nothing that went wrong is written down yet.",
  },
  gapPerson: (missing: readonly string[]) => `Not given for the front page: ${missing.join(", ")}.`,
  gapUnproved: (count: number) => `${count === 1 ? "1 cost has" : `${count} costs have`} no proof yet.`,
  gapActs: {
    "no-final-response": "Go to the inbox",
    "no-wants": "Say what you want",
    "no-issues": "Write it down",
    person: "Give the details",
    unproved: "Go to the costs",
    unchecked: "Check the dates",
  },
  forbidTitle: "Words that must not get out",
  forbidHint:
    "One on each line: a school, a new address, a name. If any of them is in the pack, Folio refuses to make it.",
  make: "Make the pack",
  makeAgain: "Make it again",
  making: "Making the pack",
  gathering: (done: number, of: number) => `Getting letter ${done} of ${of} ready`,
  drawing: (done: number, of: number) => `Part ${done} of ${of}`,
  cancel: "Cancel",
  cancelled: "Making the pack was stopped. Nothing was written.",
  ready: (pages: number) => `The pack is ready: ${pages === 1 ? "1 page" : `${pages} pages`}`,
  stale: "The case file has changed since this pack was made. Make it again before you save it.",
  preview: "Preview of the pack",
  previewHint: "These are the real pages, as they will be saved.",
  notDrawn: "This page can't be shown here. The pack itself is whole.",
  pageName: (page: number, of: number) => `Page ${page} of ${of} of the pack`,
  page: "Page",
  of: (count: number) => `of ${count}`,
  nextPage: "Next page",
  previousPage: "Previous page",
  contents: "In the pack",
  frontPages: "Front page, chronology and lists",
  warnings: "Before you send it",
  noWarnings: "Folio found nothing missing.",
  save: "Save the pack",
  saving: "Saving…",
  saved: (where: string) => `Saved: ${where}`,
  notSaved: "Not saved. The pack is still here.",
  savedTitle: "Saved since Folio was opened",
  savedLine: (who: string, pages: number) => `For: ${who}, ${pages} pages`,
  notLocked:
    "The saved copy is not locked. Anyone who gets the file can read it. Keep it where only you can, and send it only to those who need it.",
  fileName: "Documents.pdf",
};
