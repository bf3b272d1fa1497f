/** Words of amounts and dates that two computers changed, neither knowing of the other. */
export const conflictWords = {
  title: "Which is right?",
  text: "This case file was changed on two computers, or in a copy, and they don’t agree. Both are kept. What is marked stands until you say.",
  keep: "Keep what is marked",
  kept: "Settled",
  said: (value: string, when: string) => `${value}, written ${when}`,
  none: "none",
  fields: {
    "cost-amount": "Amount",
    "cost-day": "Day",
    "call-day": "Day",
    "message-day": "Day",
    "event-day": "Day",
    "letter-date": "Date in the letter",
    birth: "Your date of birth",
    retention: "The date to decide how long to keep this case file",
  },
  judgements: {
    accepted: "The date as it was read",
    rejected: "Not a date",
    waiting: "Not checked",
  },
};
