/** Words of the search over everything. */
export const searchWords = {
  open: "Search",
  title: "Search this case file",
  label: "Search letters, calls, messages, costs and the complaint",
  hint: "Type at least two letters. Arrow keys move, Enter opens.",
  none: (text: string) => `Nothing in this case file has “${text}” in it.`,
  count: (count: number) => (count === 1 ? "1 place" : `${count} places`),
  more: (count: number) => `and ${count} more: type another word to narrow it down`,
  page: (page: number) => `page ${page}`,
  reading: "Getting the words of your letters ready…",
  groups: {
    letters: "Letters",
    calls: "Calls",
    messages: "Messages",
    costs: "Costs",
    complaint: "Complaint",
    facts: "What happened",
    you: "About you",
  },
};
