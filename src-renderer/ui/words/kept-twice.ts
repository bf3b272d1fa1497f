import type { PageTrouble } from "#core/letters/missing-pages.ts";
import type { SameLetter } from "#core/letters/same-letter.ts";
import type { Exhibit } from "#core/model/exhibit.ts";

/** Words about letters that are there twice, have pages missing, or another case reference. */
export const sameFileWords = {
  title: (count: number) =>
    count === 1 ? "This file is in your case file already" : `${count} files are in your case file already`,
  text: "They are the same to the last byte, so nothing new is in them. Nothing has been added yet.",
  textOne: "It is the same to the last byte, so nothing new is in it. It has not been added.",
  sameAs: (number: number, title: string, withdrawn: boolean) =>
    `The same as exhibit ${number}: ${title}${withdrawn ? " (left out of packs: you can take it in again on the Pack screen)" : ""}`,
  leave: (count: number) => (count === 1 ? "Leave it out" : "Leave them out"),
  add: (count: number) => (count === 1 ? "Add it all the same" : "Add them all the same"),
  addOne: "Add this one all the same",
  addName: (name: string) => `Add all the same: ${name}`,
};

export const keptTwiceWords = {
  title: (count: number) => (count === 1 ? "Is this one letter, kept twice?" : `${count} letters may be kept twice`),
  looksLike: (how: "photo" | "scan" | "other", number: number, is: SameLetter) => {
    if (is === "part") return `This looks like a part of exhibit ${number}`;
    if (is === "whole") return `Exhibit ${number} looks like a part of this letter`;
    if (how === "photo") return `This looks like exhibit ${number}, photographed again`;
    return how === "scan"
      ? `This looks like exhibit ${number}, scanned again`
      : `This looks like exhibit ${number} again`;
  },
  text: "One is enough for a pack. A withdrawn letter is not deleted: it keeps its number and only stays out of packs. If they are two letters, keep both.",
  withdrawThis: "Withdraw this one",
  withdrawOther: (number: number) => `Withdraw exhibit ${number}`,
  keepBoth: "Keep both",
  look: (number: number) => `Look at exhibit ${number}`,
  /** of several on one screen, which letter a button is about */
  about: (act: string, number: number) => `${act}: exhibit ${number}`,
  withdrawn: (number: number) => `Exhibit ${number} is left out of packs`,
  bothKept: (one: number, other: number) => `Exhibits ${one} and ${other} are both kept`,
  more: (count: number) => (count === 1 ? "1 more after this" : `${count} more after these`),
};

export const referenceWords = {
  short: "Another case reference than yours",
  what: (onLetter: string) => `This letter has another case reference: ${onLetter}`,
  next: (inFile: string) =>
    `Yours is ${inFile}. The letter is kept all the same. Look at the number on the page. If Folio misread it, there is nothing to do. If the letter is about another case, leave it out on the Pack screen. If it is your own reference that is wrong, change it on the Overview.`,
};

export const pageWords = {
  short: ({ missing, of }: PageTrouble) =>
    missing.length === 0 ? "Pages out of order" : `${namePages(missing)}${of === null ? "" : ` of ${of}`} not here`,
  what: ({ missing, order }: PageTrouble) =>
    missing.length > 0
      ? `${namePages(missing)} of this letter ${missing.length === 1 ? "is" : "are"} not here`
      : `The pages are not in order: ${(order ?? []).join(", ")}`,
  next: ({ missing, of }: PageTrouble) =>
    missing.length > 0
      ? `${of === null ? "The numbers printed on the pages leave a gap." : `It says that it has ${of} pages.`} What is here is kept. Look whether you have the rest: then add it as a letter of its own, or add the whole letter again and withdraw this one. If you never got it, ask the sender for it.`
      : "The letter is kept, and packs show its pages as they are. To put them in order, add the letter again with page 1 first, and withdraw this one.",
};

/** "Page 3", "Pages 2 and 3", "Pages 2, 4 and 5". */
function namePages(numbers: readonly number[]): string {
  const last = numbers.at(-1) ?? 0;
  if (numbers.length === 1) return `Page ${last}`;
  return `Pages ${numbers.slice(0, -1).join(", ")} and ${last}`;
}

/** How an exhibit came to be: what "again" means for it. */
export function madeAs({ files, pages }: Exhibit): "photo" | "scan" | "other" {
  if (files.some(({ type }) => type !== "pdf" && type !== "text" && type !== "tiff")) {
    return pages.some(({ source }) => source === "ocr") ? "photo" : "other";
  }
  return pages.some(({ source }) => source === "ocr") ? "scan" : "other";
}
