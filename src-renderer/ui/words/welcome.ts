/** Words of the first run: what Folio is, whether this computer is safe, and the ways to begin. */
export const welcomeWords = {
  title: "Folio",
  lead: "Keeps your letters, calls and costs about child maintenance in order, and makes the complaint pack from them.",
  lead2: "Everything stays on this computer, locked with your passphrase. Nothing is sent anywhere.",
  notConnected: "This window is not connected to Folio.",
  waysTitle: "How do you want to begin?",
  ways: {
    create: "Create a case file",
    bundle: "Take over a bundle",
    restore: "Restore a backup",
    sample: "Open the sample case",
  },
  waysHints: {
    create: "Start with nothing; letters, calls and costs come next.",
    bundle: "Somebody handed you a case file, as a file that ends in .folio.",
    restore: "You have backups that Folio made, here or on another computer.",
    sample: "Invented people and letters. Try anything: nothing of it is kept.",
  },
  sampleOpening: "Opening the sample case…",
  loopback: {
    what: "This window is for trying Folio out.",
    next: "It runs in your browser. A browser keeps a history and can have extensions that see the page. For a real case, use the Folio app.",
  },
};

/** Words of the card that asks whether this computer is safe. */
export const safetyWords = {
  title: "First: is this computer safe for you?",
  who: "Who else uses this computer, or knows how to get into it?",
  whoChoices: [
    ["alone", "Nobody but me"],
    ["shared", "Somebody does, or I’m not sure"],
  ] as const,
  lines: [
    "Anyone who uses this computer can see that Folio is on it and when it was used. They can’t read what is in it without your passphrase.",
    "Somebody who watches this screen, or has put spying software on this computer, can see what you see and type. Folio can’t prevent that.",
  ],
  sharedTitle: "On a computer that isn’t yours alone",
  shared: [
    "A library, a friend or an advice centre may have a safer one. You can carry a bundle or a backup there on a memory stick.",
    "Choose a passphrase that nobody who knows you would guess, and that you use nowhere else.",
    "If finding this app could put you in danger, get advice before you go on.",
  ],
  lock: "Lock at once, from anywhere:",
  lockKey: "Ctrl + Shift + L",
  lockKeyMac: "Cmd + Shift + L",
  lockThen: "The window then shows the name Folio and nothing else.",
  adviceTitle: "Where to get advice",
  advice:
    "Each part of the UK has a free domestic abuse helpline. Look up its number on a computer or phone that is safe, or ask an advice centre, a doctor or a nurse for it.",
  danger: "In danger now? Call 999.",
};

/** Words of the form that creates a case file. */
export const beginWords = {
  title: "Create a case file",
  anotherTitle: "A new case file",
  name: "Name for this case file",
  nameHint: "For example: My complaint. Only you see it, after unlocking.",
  nameWrong: "Give the case file a name, so that you can tell it from another one.",
  nation: "Where do you live?",
  nationHint: "It decides which bank holidays count.",
  role: "Your part in the case",
  start: "Create the case file",
  starting: "Creating it and making the keys…",
};
