/** Words of the timeline and the overview. */
export const timelineWords = {
  lede: "Everything with a date, in order. Dates nobody has checked are marked.",
  emptyTitle: "Nothing has a date yet",
  emptyText: "Letters, calls, messages and costs appear here as soon as they are in the case file.",
  addLetters: "Go to the inbox",
  search: "Search",
  show: "Show",
  count: (shown: number, all: number) => (shown === all ? `${all} entries` : `${shown} of ${all} entries`),
  othersHidden: (count: number) =>
    count === 1
      ? "1 other date is not shown: a period, a payment due, or a line of a bill or statement."
      : `${count} other dates are not shown: periods, payments due, and lines of bills and statements.`,
  othersMatch: (count: number) =>
    count === 1 ? "1 other date matches too and is not shown." : `${count} other dates match too and are not shown.`,
  showOthers: (count: number) => (count === 1 ? "Show it" : "Show them"),
  none: "Nothing here matches. Change the search or show more.",
  clear: "Show everything",
  until: (day: string) => `to ${day}`,
  from: { call: "Call note", message: "Portal message", cost: "Cost", promise: "Promise on a call" },
  monthOnly: (month: string) => `During ${month}`,
  page: (exhibit: number, page: number) => `Exhibit ${exhibit}, page ${page}`,
  exhibit: (exhibit: number) => `Exhibit ${exhibit}`,
};

export const overviewWords = {
  lede: (name: string) => (name === "" ? "Where this case file stands." : `Where “${name}” stands.`),
  waitingTitle: "Waits for you",
  datesWaiting: (dates: number, letters: number) =>
    `${dates === 1 ? "1 date" : `${dates} dates`} in ${letters === 1 ? "1 letter" : `${letters} letters`} ${dates === 1 ? "is" : "are"} not checked yet.`,
  beingRead: (count: number) => (count === 1 ? "1 letter is being read." : `${count} letters are being read.`),
  seeReading: "See how far it is",
  checkThem: "Check the dates",
  nothingWaits: "Every date that was read is checked.",
  noLetters: "There are no letters yet. Begin with the ones you have at hand.",
  nextTitle: "Next dates",
  nextNone: "No limit or promise lies ahead in what has been read.",
  ifRight: "if this date is right",
  days: (count: number) => (count === 0 ? "today" : count === 1 ? "tomorrow" : `in ${count} days`),
  daysAgo: (count: number) => (count === 1 ? "yesterday" : `${count} days ago`),
  promisesTitle: "Promised days that have passed",
  promisesText: "Folio can't tell whether the promise was kept. You can.",
  countsTitle: "In this case file",
  counts: {
    letters: "Letters",
    calls: "Calls",
    messages: "Messages",
    costs: "Costs",
    issues: "Things that went wrong",
  },
  youTitle: "About you",
  youHint: "Goes on the front page of the pack. Leave out what you don't want to give.",
  change: "Change",
  name: "Your name",
  address: "Address, a line each",
  phone: "Phone",
  email: "E-mail",
  insurance: "National Insurance number",
  reference: "Case reference",
  referenceHint: "12 digits, begins with 121",
  referenceWrong: "A case reference has 12 digits and begins with 121. Check it against a letter.",
  referenceFound: (reference: string) => `In your letters: ${reference}`,
  wants: "What you want, a line each, most important first",
  wantsTitle: "What you want",
  told: "Your details are kept",
  notGiven: "Not given",
  disclaimer:
    "Folio keeps your papers in order. It does not give legal advice. For advice, ask Citizens Advice or a law centre.",
};
