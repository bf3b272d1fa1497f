import { parseDay, sayDay } from "#core/model/calendar-day.ts";
import { headWords, nationWords, parentRoleWords } from "./words/common.ts";
import { callWords, costWords, issueWords } from "./words/entries.ts";
import { overviewWords } from "./words/timeline.ts";
import { beginWords } from "./words/welcome.ts";

const names: ReadonlyMap<string, string> = new Map([
  ["day", callWords.day],
  ["time", callWords.time],
  ["who", callWords.who],
  ["direction", callWords.direction],
  ["theySaid", callWords.theySaid],
  ["iSaid", callWords.iSaid],
  ["promises", callWords.promises],
  ["minutes", callWords.minutes],
  ["holdMinutes", callWords.hold],
  ["subject", callWords.subject],
  ["text", callWords.text],
  ["what", costWords.what],
  ["payee", costWords.payee],
  ["amount", costWords.amount],
  ["head", costWords.kind],
  ["cause", costWords.cause],
  ["proof", costWords.proof],
  ["title", issueWords.title],
  ["triage", issueWords.triage],
  ["whatHappened", issueWords.whatHappened],
  ["whyWrong", issueWords.whyWrong],
  ["effect", issueWords.effect],
  ["want", issueWords.want],
  ["name", overviewWords.name],
  ["address", overviewWords.address],
  ["phone", overviewWords.phone],
  ["email", overviewWords.email],
  ["nationalInsurance", overviewWords.insurance],
  ["birth", overviewWords.birth],
  ["nation", beginWords.nation],
  ["role", beginWords.role],
  ["caseReference", overviewWords.reference],
  ["wants", overviewWords.wantsTitle],
]);

/** What a choice is called on screen, by its field and its stored name. */
const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  head: headWords,
  nation: nationWords,
  role: parentRoleWords,
  direction: Object.fromEntries(callWords.callDirections),
  triage: Object.fromEntries(issueWords.triages),
};

/** What a field is called on screen. One that no form has is called by its own name. */
export function sayField(name: string): string {
  return names.get(name) ?? name;
}

/** What stood in a field, as a person reads it: choices by their words, days as days. */
export function sayFieldText(name: string, text: string): string {
  const choice = choices[name]?.[text];
  return choice ?? text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => sayFoundDay(found));
}

function sayFoundDay(text: string): string {
  const day = parseDay(text);
  return day === null ? text : sayDay(day);
}
