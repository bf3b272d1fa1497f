/** Words of the settings, and the list of keys. */
export const settingsWords = {
  lede: "How Folio looks and listens on this computer.",
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
    ["/", "Search on the timeline"],
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
  data: "In a folder of your own account on this computer, away from Documents and Desktop, so that it isn't copied to a cloud by accident.",
  dataUnlocked:
    "This early version doesn't lock them with a passphrase yet. Anyone who can use this computer account can open them.",
  dataSample: "You are looking at the sample case. It is kept nowhere.",
  aboutTitle: "About Folio",
  version: (version: string) => `Version ${version}`,
  offline:
    "Folio never uses the internet. Nothing you put in leaves this computer unless you save it and send it yourself.",
  licences:
    "Folio is free under the MIT licence. It is built on pdf.js, tesseract.js, pdf-lib, libheif, React and the Open Sans typeface, each under its own open licence. Their licences come with Folio.",
  notAdvice: "Folio is not a law firm and gives no legal advice.",
};
