/** Words of erasing for good, and of the date that reminds of it. */
export const eraseWords = {
  letterTitle: "Erase this letter for good",
  letterOpen: "Erase this letter for good…",
  caseTitle: "Erase this case file for good",
  caseOpen: "Erase this case file for good…",
  caseText: "When you no longer need it, or must not keep it any longer.",
  entryTitle: "Erase this entry for good",
  entryOpen: "Erase this for good…",
  what: {
    letter:
      "The letter, its pages and every date read in it go for good, here and in your backups. Its number stays empty, so that no other letter is taken for it. This can’t be undone.",
    entry: "The entry and every earlier version of it go for good, here and in your backups. This can’t be undone.",
    case: "Everything in this case file goes for good, here and in your backups: letters, calls, costs and their history. This can’t be undone.",
  },
  letterInstead: "To keep it out of packs only, take it out on the Pack screen: that can be undone.",
  beyondTitle: "What Folio can’t reach",
  beyond: [
    "packs, bundles and other copies that you saved, sent or printed",
    "backups on disks that aren’t connected now: they are done when Folio sees them again",
    "copies of backups that you made yourself, or that a cloud service keeps",
    "traces on a modern disk (SSD) or memory stick: the sealed bytes may stay on it for a while, without the key to open them",
  ],
  typeWord: (word: string) => `Type ${word} to show that you mean it`,
  word: "erase",
  wordWrong: (word: string) => `Type ${word} here, or cancel.`,
  dont: "Cancel",
  erase: "Erase for good",
  erasing: "Erasing…",
  done: { letter: "The letter is erased", entry: "The entry is erased", case: "The case file is erased" },
  backups: {
    none: "",
    erased: "It is erased in your backups too.",
    waiting: "The disk with your backups isn’t there: its copies are erased when it is seen again.",
  },
};

export const retentionWords = {
  title: "How long to keep this case file",
  text: "A date to look at it again and decide whether you still need it. Folio only reminds you; it never erases by itself.",
  label: "Remind me on",
  set: "Set the reminder",
  clear: "No reminder",
  told: "The reminder is set",
  cleared: "The reminder is taken off",
  is: (day: string) => `Reminder on ${day}`,
  none: "No reminder is set.",
  due: (day: string) => `You wanted to decide by ${day} whether to keep this case file.`,
  decide: "Look at the choices",
};
