/** Words of handing a case file over, and of taking one over. */
export const handOverWords = {
  title: "Hand over this case file",
  text: "Saves a copy of this case file, with every letter, for somebody else or for another computer.",
  open: "Hand it over…",
  kinds: [
    ["bundle", "Locked bundle (.folio)"],
    ["bag", "Plain folder, not locked"],
  ] as const,
  kind: "As what?",
  lock: "Who can open it?",
  locks: [
    ["passphrase", "Anyone with a passphrase"],
    ["recipients", "Only the holder of a public key"],
  ] as const,
  passphrase: "Passphrase for this bundle",
  passphraseHint: "Not your own. Tell it by another way than the bundle goes: by phone, for example.",
  recipients: "Public keys, one on each line",
  recipientsHint: "Each begins with age1. The person you hand it to can give it to you.",
  recipientsNeeded: "Write at least one public key.",
  recipientWrong: (key: string) =>
    `This is not a public key: ${key.length > 20 ? `${key.slice(0, 20)}…` : key}. Copy it whole; it begins with age1 and has 62 letters and digits.`,
  recipientSecret:
    "This is a secret key, which is for its owner alone. Delete it here, and ask for the public key that belongs to it: it begins with age1.",
  plainWarning: {
    what: "A plain copy is not locked.",
    next: "Anyone who gets it can read every letter in it, with any program. Save it only where that is safe, and never on a shared computer.",
  },
  plainSure: "I understand that anyone can read it",
  save: "Save the bundle",
  savePlain: "Save the plain copy",
  saving: "Saving…",
  working: {
    bundle: "Saving the bundle",
    bag: "Saving the plain copy",
    "taking-over": "Checking the bundle and taking it over",
  },
  progress: (percent: number) => `${percent} % done`,
  saved: (where: string) => `Saved: ${where}`,
  notSaved: "Not saved. Nothing has changed.",
  stopped: "Stopped. Nothing was left behind.",
  afterwards: {
    bundle:
      "It is a copy of today: what you add later isn’t in it. The person it is for can open it with Folio, or with any program for age files.",
    bag: "It is a copy of today, as one .tar file: the letters under their own names, and everything you wrote in a file beside them.",
  },
  fileName: "Documents.folio",
};

export const takeOverWords = {
  title: "Take over a bundle",
  text: "A bundle is a case file that somebody saved with Folio. It ends in .folio. If you have the case file already, the two are united and nothing is overwritten.",
  choose: "Choose the bundle",
  chosen: (name: string) => `Chosen: ${name}`,
  needed: "Choose a bundle first.",
  lock: "How is it opened?",
  locks: [
    ["passphrase", "With a passphrase"],
    ["identity", "With my secret key"],
  ] as const,
  passphrase: "Passphrase of the bundle",
  passphraseHint: "The person who made it told you",
  identity: "Secret key",
  identityHint: "One line that begins with AGE-SECRET-KEY-1",
  secretNeeded: "Write it here.",
  own: "A passphrase of your own, for this computer",
  take: "Take it over",
  taking: "Taking it over: everything is checked first…",
  did: {
    added: "The case file is added",
    united: "United with the case file that was here",
    "nothing-new": "Nothing in it that isn’t here already",
  },
};
