/** One thing that went wrong: what happened, why it was wrong, how it affected the person, what they want. */
export interface Issue {
  readonly id: string;
  /** Bad service is a complaint; a disputed decision goes to mandatory reconsideration, never into a complaint unsaid. */
  readonly triage: "service" | "decision" | "both";
  readonly title: string;
  readonly whatHappened: string;
  readonly whyWrong: string;
  readonly effect: string;
  readonly want: string;
}
